package io.sequence.servicebase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class JsonLogFormatterTest {
    private final JsonLogFormatter formatter = new JsonLogFormatter("mailer");

    @Test
    void writesOneObjectALine() throws JsonProcessingException {
        ExtLogRecord entry = entry("first \"line\"\nsecond\tline \u2028 \u0001 ü");
        String line = formatter.format(entry);

        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n").doesNotContain("\t");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.get("message").asText())
                .isEqualTo("first \"line\"\nsecond\tline \u2028 \u0001 ü");
        assertThat(json.get("service").asText()).isEqualTo("mailer");
        assertThat(json.get("level").asText()).isEqualTo("INFO");
        assertThat(json.get("logger").asText()).isEqualTo("io.sequence.Test");
        assertThat(json.get("time").asText()).endsWith("Z");
    }

    @Test
    void carriesTheIdsOfTheRequest() throws JsonProcessingException {
        ExtLogRecord entry = entry("hello");
        entry.setMdc(Map.of("requestId", "r-1", "traceId", "4bf92f3577b34da6a3ce929d0e0e4736"));
        JsonNode json = new ObjectMapper().readTree(formatter.format(entry));

        assertThat(json.get("requestId").asText()).isEqualTo("r-1");
        assertThat(json.get("traceId").asText()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void keepsAStackTraceOnTheSameLine() throws JsonProcessingException {
        ExtLogRecord entry = entry("broken");
        entry.setThrown(new IllegalStateException("a\nb", new RuntimeException("\"cause\"")));
        String line = formatter.format(entry);

        assertThat(line.strip()).doesNotContain("\n");
        assertThat(new ObjectMapper().readTree(line).get("exception").asText())
                .startsWith("java.lang.IllegalStateException: a\nb")
                .contains("Caused by: java.lang.RuntimeException: \"cause\"");
    }

    @Test
    void letsNoContextOverwriteItsOwnFields() throws JsonProcessingException {
        ExtLogRecord entry = entry("the true one");
        entry.setMdc(Map.of("message", "a false one", "level", "FATAL"));
        String line = formatter.format(entry);

        assertThat(line).containsOnlyOnce("\"message\":").containsOnlyOnce("\"level\":");
        assertThat(new ObjectMapper().readTree(line).get("message").asText())
                .isEqualTo("the true one");
    }

    @Test
    void writesNothingRatherThanBreakOnAnEmptyEntry() throws JsonProcessingException {
        ExtLogRecord entry =
                new ExtLogRecord(Level.INFO, null, JsonLogFormatterTest.class.getName());
        assertThat(new ObjectMapper().readTree(formatter.format(entry)).isObject()).isTrue();
    }

    private static ExtLogRecord entry(String message) {
        var entry = new ExtLogRecord(Level.INFO, message, JsonLogFormatterTest.class.getName());
        entry.setLoggerName("io.sequence.Test");
        return entry;
    }
}
