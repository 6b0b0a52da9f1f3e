package io.sequence.servers;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** One JSON object a line: what a server process says, in the field names that the services use. */
public final class JsonLog extends Formatter {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger HOUSE = Logger.getLogger("io.sequence");

    private final String process;

    private JsonLog(String process) {
        this.process = process;
    }

    /**
     * Makes this process log warnings of others and everything of the house, as JSON lines on
     * standard error.
     */
    static void install(String process) {
        install(process, System.err);
    }

    /**
     * The same, to any stream.
     *
     * @param process what the lines call this process
     */
    public static void install(String process, OutputStream to) {
        for (Handler handler : List.of(ROOT.getHandlers())) {
            ROOT.removeHandler(handler);
        }
        ROOT.addHandler(new Flushed(to, new JsonLog(process)));
        ROOT.setLevel(Level.WARNING);
        HOUSE.setLevel(Level.INFO);
    }

    /** A stream handler that keeps nothing back: a killed process has said all it said. */
    private static final class Flushed extends StreamHandler {

        Flushed(OutputStream to, Formatter formatter) {
            super(to, formatter);
            setLevel(Level.ALL);
        }

        @Override
        public synchronized void publish(LogRecord entry) {
            super.publish(entry);
            flush();
        }
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(160).append('{');
        field(line, "time", entry.getInstant().toString());
        field(line.append(','), "level", levelName(entry.getLevel()));
        field(line.append(','), "service", process);
        field(line.append(','), "logger", String.valueOf(entry.getLoggerName()));
        field(line.append(','), "message", formatMessage(entry));
        if (entry.getThrown() != null) {
            StringWriter trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace));
            field(line.append(','), "exception", trace.toString());
        }
        return line.append("}\n").toString();
    }

    private static String levelName(Level level) {
        return Map.of("WARNING", "WARN", "SEVERE", "ERROR")
                .getOrDefault(level.getName(), level.getName());
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> line.append("\\\"");
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\t' -> line.append("\\t");
                default -> {
                    if (c < 0x20) {
                        line.append(String.format("\\u%04x", (int) c));
                    } else {
                        line.append(c);
                    }
                }
            }
        }
        line.append('"');
    }
}
