package io.sequence.servicebase;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Set;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * One JSON object a line: time, level, service, logger, message, trace and request ids, and the
 * stack trace if any.
 */
final class JsonLogFormatter extends ExtFormatter {
    private static final Set<String> OWN =
            Set.of("time", "level", "service", "logger", "message", "exception");

    private final JsonFactory factory = new JsonFactory();
    private final String service;

    JsonLogFormatter(String service) {
        this.service = service;
    }

    @Override
    public String format(ExtLogRecord entry) {
        var text = new StringWriter(256);
        try (JsonGenerator out = factory.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("time", entry.getInstant().toString());
            out.writeStringField("level", entry.getLevel().getName());
            out.writeStringField("service", service);
            out.writeStringField("logger", entry.getLoggerName());
            out.writeStringField("message", formatMessage(entry));
            for (Map.Entry<String, String> context : entry.getMdcCopy().entrySet()) {
                if (!OWN.contains(context.getKey())) {
                    out.writeStringField(context.getKey(), context.getValue());
                }
            }
            if (entry.getThrown() != null) {
                var trace = new StringWriter();
                entry.getThrown().printStackTrace(new PrintWriter(trace));
                out.writeStringField("exception", trace.toString());
            }
            out.writeEndObject();
        } catch (IOException e) {
            return "{\"message\":\"a log entry could not be written\"}\n";
        }
        return text.append('\n').toString();
    }
}
