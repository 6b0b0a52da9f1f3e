package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.standalone.bench.NodeScripts;
import io.sequence.standalone.bench.NodeScripts.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What people do with the console, done in a real browser against the whole house. The tests are in
 * {@code src/test/browser}; each is reported here by its name. Pictures and traces of those that
 * failed lie in {@code target/browser/results}.
 */
@Tag("whole-house")
class BrowserTest {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicNode> theConsole() throws Exception {
        Path chromium = Chromium.found();
        NodeScripts scripts = NodeScripts.installed(Path.of(""), "browser");
        scripts.run("node_modules/typescript/bin/tsc", "--noEmit");
        WholeHouse house = WholeHouse.shared();
        Path report = scripts.place().resolve("report.json");
        Files.deleteIfExists(report);

        Ended run =
                scripts.run(
                        environment(house, scripts, chromium, report),
                        PATIENCE,
                        "node_modules/@playwright/test/cli.js",
                        "test",
                        "--project=console",
                        "--reporter=json");

        return reported(report, run);
    }

    private static Map<String, String> environment(
            WholeHouse house, NodeScripts scripts, Path chromium, Path report) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SEQUENCE_CONSOLE", house.http());
        environment.put("SEQUENCE_INBOX", house.inbox());
        environment.put("SEQUENCE_SIMULATOR", house.simulator());
        environment.put(
                "SEQUENCE_OPERATOR_PASSWORD_FILE",
                house.files().secret("operator-password").toString());
        environment.put("SEQUENCE_CHROMIUM", chromium.toString());
        environment.put("SEQUENCE_BROWSER_RESULTS", scripts.place().resolve("results").toString());
        environment.put("PLAYWRIGHT_JSON_OUTPUT_FILE", report.toString());
        environment.put("CI", "true");
        return environment;
    }

    private static Stream<DynamicNode> reported(Path report, Ended run) throws IOException {
        assertThat(report).as(run.said()).exists();
        JsonNode all = JSON.readTree(report.toFile());
        assertThat(all.path("errors").valueStream().map(BrowserTest::message))
                .as("errors outside of the tests")
                .isEmpty();
        assertThat(all.path("suites")).as(run.said()).isNotEmpty();
        return all.path("suites").valueStream().map(BrowserTest::suite);
    }

    private static DynamicNode suite(JsonNode suite) {
        return DynamicContainer.dynamicContainer(
                suite.path("title").asText(),
                Stream.concat(
                        suite.path("suites").valueStream().map(BrowserTest::suite),
                        suite.path("specs").valueStream().map(BrowserTest::test)));
    }

    private static DynamicTest test(JsonNode spec) {
        String title = spec.path("title").asText();
        return DynamicTest.dynamicTest(
                title,
                () -> {
                    if (!spec.path("ok").asBoolean()) {
                        throw new AssertionError(title + "\n" + trouble(spec));
                    }
                });
    }

    /** What went wrong, and where its pictures and traces are. */
    private static String trouble(JsonNode spec) {
        List<JsonNode> results =
                spec.path("tests")
                        .valueStream()
                        .flatMap(test -> test.path("results").valueStream())
                        .toList();
        String messages =
                results.stream()
                        .flatMap(result -> result.path("errors").valueStream())
                        .map(BrowserTest::message)
                        .collect(Collectors.joining("\n"));
        String files =
                results.stream()
                        .flatMap(result -> result.path("attachments").valueStream())
                        .filter(file -> file.path("path").isTextual())
                        .map(file -> file.path("name").asText() + ": " + file.path("path").asText())
                        .collect(Collectors.joining("\n"));
        return messages + "\n" + files;
    }

    private static String message(JsonNode error) {
        return error.path("message").asText().replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
