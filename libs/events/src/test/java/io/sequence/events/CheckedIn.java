package io.sequence.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generated text that is checked in; {@code -Dsequence.update-documents=true} writes it anew. */
final class CheckedIn {
    private static final String SWITCH = "sequence.update-documents";

    private CheckedIn() {}

    /** Whether this run writes what is checked in instead of comparing it. */
    static boolean updating() {
        return Boolean.getBoolean(SWITCH);
    }

    /** The nearest folder above that holds {@code mvnw}. */
    static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException("no folder above holds mvnw");
    }

    /** Compares with what is checked in, or writes it when updating. */
    static void compare(Path path, JsonNode generated) {
        String text = pretty(generated);
        try {
            if (updating()) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text);
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as(
                            "%s is not what the code says; look at the difference, then run"
                                    + " ./mvnw -pl libs/events -am test -D%s=true"
                                    + " and check it in",
                            root().relativize(path), SWITCH)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode json) {
        var printer =
                new DefaultPrettyPrinter() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public DefaultPrettyPrinter createInstance() {
                        return this;
                    }

                    @Override
                    public void writeObjectFieldValueSeparator(
                            com.fasterxml.jackson.core.JsonGenerator out) throws IOException {
                        out.writeRaw(": ");
                    }
                };
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        try {
            return EventJson.mapper().writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
