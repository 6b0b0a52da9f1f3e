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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The layout by itself, without the service around it. What is agreed lies in {@code src/previews}
 * and can be looked at in the mail inbox. After a wanted change run with the environment variable
 * GOLDEN_WRITE set, and read the difference.
 */
class LetterPageTest {
    private static final Path GOLDEN = Path.of("src/previews");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern SIX_DIGITS = Pattern.compile("\\b\\d{6}\\b");

    private static final Engine ENGINE =
            Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addResultMapper(new HtmlEscaper(List.of("text/html")))
                    .build();

    static Stream<String> names() {
        return GoldenSamples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void textIsAsAgreed(String name) throws IOException {
        Sheet sheet = GoldenSamples.all().get(name);
        String text = "Subject: " + sheet.subject() + "\n\n" + text(sheet);
        agreed(name + ".txt", text);
        assertThat(text(sheet).lines())
                .allSatisfy(
                        line -> assertThat(line.length() <= 72 || !line.contains(" ")).isTrue());
    }

    @ParameterizedTest
    @MethodSource("names")
    void htmlIsAsAgreedAndSaysTheSame(String name) throws IOException {
        Sheet sheet = GoldenSamples.all().get(name);
        String html = render("html", sheet);
        agreed(name + ".html", html);
        String words = flat(unescaped(TAG.matcher(html).replaceAll(" ")));
        for (String line : text(sheet).split("\n\n")) {
            String paragraph = flat(line);
            boolean link = paragraph.contains("http") && !paragraph.contains("3. Hand it");
            if (!link && !paragraph.startsWith("-") && !paragraph.contains(": ")) {
                assertThat(words).contains(paragraph);
            }
        }
        sheet.facts().forEach(fact -> assertThat(html).contains(escaped(fact.value())));
        sheet.message().forEach(line -> assertThat(html).contains(escaped(line)));
        assertThat(words).contains(sheet.happened(), sheet.meaning(), sheet.task());
        assertThat(html)
                .doesNotContain("{sheet", "NOT_FOUND", "<script", "src=", "url(", "@import");
    }

    @Test
    void onePlaceToClickAndOneMoreToSwitchRemindersOff() {
        GoldenSamples.all()
                .forEach(
                        (name, sheet) ->
                                assertThat(render("html", sheet).split("<a ", -1).length - 1)
                                        .as(name)
                                        .isLessThanOrEqualTo(sheet.unsubscribe() == null ? 1 : 2));
    }

    @Test
    void theOnlySixDigitsOfACodeMailAreItsCode() {
        for (String name : List.of("sign_in_code", "sign_in_code_without_code")) {
            Sheet sheet = GoldenSamples.all().get(name);
            for (String page : List.of(text(sheet), render("html", sheet))) {
                assertThat(SIX_DIGITS.matcher(page).results().map(found -> found.group()))
                        .containsExactly("204816");
                assertThat(page).doesNotContain("http");
            }
        }
    }

    @Test
    void mailOfSomebodyWithoutACodeTellsWhereToSetOne() {
        Sheet sheet = GoldenSamples.all().get("expiring_without_code");
        for (String page : List.of(text(sheet), render("html", sheet))) {
            assertThat(flat(page))
                    .contains("You have no anti-phishing code yet.", "under Settings")
                    .doesNotContain("Your anti-phishing code:", "not from us", "null");
        }
    }

    @Test
    void everyPreviewIsOfALetterThatThereIs() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replaceAll("\\..*", "")))
                    .containsOnlyElementsOf(GoldenSamples.all().keySet());
        }
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
                        List.of("</blockquote><img src=y>", "", "{sheet.code}"),
                        sheet.meaning(),
                        sheet.task(),
                        null,
                        "\"><img src=x onerror=alert(1)> {sheet.code} & 'so'",
                        "Bybit",
                        sheet.link(),
                        List.of(new Sheet.Fact("Connection", "<a href='https://evil'>x</a>")),
                        null,
                        null);
        String html = render("html", hostile);
        assertThat(html)
                .doesNotContain("<script>", "<img", "<b>", "<a href='https://evil'")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "{sheet.code} &amp;")
                .contains("&lt;/blockquote&gt;&lt;img src=y&gt;<br>");
        assertThat(render("txt", hostile)).contains("Hello <script>alert(1)</script>,");
    }

    @Test
    void linesBreakBetweenWordsAndAddressesStayWhole() {
        String url = "http://localhost:8080/" + "x".repeat(80);
        assertThat(Columns.of("aa bb cc\n\n" + url + " dd\nee", 5))
                .isEqualTo("aa bb\ncc\n\n" + url + "\ndd\nee\n");
    }

    private static void agreed(String name, String page) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (System.getenv("GOLDEN_WRITE") != null) {
            Files.writeString(file, page);
        }
        assertThat(page).isEqualTo(Files.readString(file));
    }

    private static String text(Sheet sheet) {
        return Columns.of(render("txt", sheet), 72);
    }

    private static String flat(String words) {
        return words.replaceAll("\\s+", " ").strip();
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
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
