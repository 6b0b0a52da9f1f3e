package io.sequence.servers;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * One JSON object a line on standard error: what a server process says, as everybody in the house
 * says it.
 */
final class JsonLog extends Formatter {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger HOUSE = Logger.getLogger("io.sequence");

    private JsonLog() {}

    /** Makes this process log warnings of others and everything of the house, as JSON lines. */
    static void install() {
        for (Handler handler : List.of(ROOT.getHandlers())) {
            ROOT.removeHandler(handler);
        }
        ConsoleHandler console = new ConsoleHandler();
        console.setFormatter(new JsonLog());
        console.setLevel(Level.ALL);
        ROOT.addHandler(console);
        ROOT.setLevel(Level.WARNING);
        HOUSE.setLevel(Level.INFO);
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(160).append('{');
        field(line, "timestamp", entry.getInstant().toString());
        field(line.append(','), "level", levelName(entry.getLevel()));
        field(line.append(','), "loggerName", String.valueOf(entry.getLoggerName()));
        field(line.append(','), "message", formatMessage(entry));
        if (entry.getThrown() != null) {
            StringWriter trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace));
            field(line.append(','), "stackTrace", trace.toString());
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
