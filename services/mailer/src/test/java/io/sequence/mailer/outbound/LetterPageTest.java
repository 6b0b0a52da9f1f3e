package io.sequence.mailer.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import io.sequence.mailer.domain.GoldenSamples;
import io.sequence.mailer.domain.Sheet;
import io.sequence.mailer.domain.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The layout by itself, without the service around it. After a wanted change run with the
 * environment variable GOLDEN_WRITE set, and read the difference.
 */
class LetterPageTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** To be looked at in a browser. */
    private static final Path PREVIEWS = Path.of("target/letters");

    private static final Engine ENGINE =
            Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addResultMapper(new HtmlEscaper(List.of("text/html")))
                    .build();

    @ParameterizedTest
    @EnumSource
    void textIsAsAgreed(Template template) throws IOException {
        Path file = GOLDEN.resolve(template.wireName() + ".txt");
        Sheet sheet = GoldenSamples.sheet(template);
        String text = "Subject: " + sheet.subject() + "\n\n" + render("txt", sheet);
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @EnumSource
    void htmlSaysTheSame(Template template) throws IOException {
        Sheet sheet = GoldenSamples.sheet(template);
        String html = render("html", sheet);
        Files.createDirectories(PREVIEWS);
        Files.writeString(PREVIEWS.resolve(template.wireName() + ".html"), html);
        assertThat(html)
                .contains(escaped(sheet.headline()), escaped(sheet.happened()))
                .contains(escaped(sheet.meaning()), escaped(sheet.task()), "blue heron");
        sheet.facts().forEach(fact -> assertThat(html).contains(escaped(fact.value())));
        assertThat(html.split("<a ", -1)).hasSizeLessThanOrEqualTo(2);
        assertThat(html).doesNotContain("{sheet", "NOT_FOUND", "<script", "src=");
    }

    @Test
    void markupOfOthersIsShownAndNotObeyed() {
        Sheet sheet = GoldenSamples.sheet(Template.REJECTED);
        var hostile =
                new Sheet(
                        sheet.subject(),
                        "<b>word</b>",
                        sheet.headline(),
                        "<script>alert(1)</script>",
                        sheet.happened(),
                        sheet.meaning(),
                        sheet.task(),
                        null,
                        "\"><img src=x onerror=alert(1)> {sheet.code} & 'so'",
                        "Bybit",
                        sheet.link(),
                        List.of(new Sheet.Fact("Connection", "<a href='https://evil'>x</a>")),
                        null);
        String html = render("html", hostile);
        assertThat(html)
                .doesNotContain("<script>", "<img", "<b>", "<a href='https://evil'")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{sheet.code} &amp;");
        assertThat(render("txt", hostile)).contains("Hello <script>alert(1)</script>,");
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String render(String kind, Sheet sheet) {
        try {
            String source =
                    Files.readString(
                            Path.of("src/main/resources/templates/LetterPage." + kind),
                            StandardCharsets.UTF_8);
            Variant variant =
                    Variant.forContentType(kind.equals("html") ? "text/html" : "text/plain");
            return ENGINE.parse(source, variant).data("sheet", sheet).render();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
