package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.testing.RealHouse;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console on the API's origin: what is served where, and what every answer refuses. */
@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class ConsoleRouteTest {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String FIRST_PAGE = "<div id=\"root\">";
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    @TestHTTPResource("/")
    URL origin;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sign-in",
                "/connections/0197f0c4-0000-7000-8000-000000000000",
                "/submit?type=refresh",
                "/operator/accounts",
                "/unsubscribe/wLq-_3",
                "/v1x",
                "/no-such-page"
            })
    void opensTheFirstPageAtEveryAddressOfTheConsole(String path) {
        Response page = open(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.asString()).contains(FIRST_PAGE);
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/no-such-thing",
                "/%761/no-such-thing",
                "/v1",
                "/q/no-such-thing",
                "/assets/no-such-file.js",
                "/no-such-file.png",
                "/files.txt",
                "/index.html.gz",
                "/docs/no-such-thing"
            })
    void leavesTheRestToTheEnvelope(String path) {
        Response answer = given().urlEncodingEnabled(false).header("Accept", BROWSER).get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("application/json");
        assertThat(answer.jsonPath().getString("error.code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void doesNotAnswerProgramsWithPages() {
        assertThat(given().accept("application/json").get("/connections").statusCode())
                .isEqualTo(404);
        assertThat(given().header("Accept", BROWSER).post("/connections").asString())
                .doesNotContain(FIRST_PAGE);
        assertThat(open("/v1/health").jsonPath().getString("status")).isNotEmpty();
        assertThat(open("/openapi.json").asString()).contains("Sequence Connect");
    }

    @Test
    void showsTheDocumentWithoutInlineScript() {
        for (String path : new String[] {"/docs", "/docs/"}) {
            Response page = given().redirects().follow(false).header("Accept", "*/*").get(path);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString()).contains("/openapi.json").doesNotContain(FIRST_PAGE);
            assertThat(page.asString()).doesNotContainPattern("<script(?![^>]*src=)|<style|style=");
        }
        assertThat(open("/").asString())
                .doesNotContainPattern("<script(?![^>]*src=)|<style|style=|http");
    }

    @Test
    void letsAssetsBeKeptForAYearAndAsksAboutTheRest() {
        Matcher script = SCRIPT.matcher(open("/").asString());
        assertThat(script.find()).isTrue();
        Response asset = given().get(script.group(1));
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.contentType()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(asset.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");

        String tag = open("/").header("ETag");
        Response known = given().header("Accept", BROWSER).header("If-None-Match", tag).get("/");
        assertThat(known.statusCode()).isEqualTo(304);
        assertThat(known.asString()).isEmpty();
    }

    @Test
    void compressesItsTextsAndNeverTheApi() throws IOException {
        assertThat(raw("/", "gzip, deflate, br")).contains("content-encoding: gzip");
        assertThat(raw("/", "gzip;q=0")).doesNotContain("content-encoding").contains("id=\"root\"");
        assertThat(raw("/", "identity")).contains("vary: accept-encoding", "id=\"root\"");
        assertThat(raw("/v1/venues", "gzip")).doesNotContain("content-encoding");
        assertThat(raw("/openapi.json", "gzip")).doesNotContain("content-encoding");
    }

    @Test
    void answersHeadWithoutABody() {
        Response head = given().header("Accept", BROWSER).head("/sign-in");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(Integer.parseInt(head.header("Content-Length"))).isPositive();
        assertThat(head.asString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../application.properties",
                "/assets/../../application.properties",
                "/assets/..%2f..%2fapplication.properties",
                "/assets/%2e%2e/%2e%2e/application.properties",
                "/..%5c..%5capplication.properties",
                "//META-INF/console/files.txt",
                "/assets//../files.txt"
            })
    void leadsNowhereElse(String path) throws IOException {
        assertThat(raw(path, "identity"))
                .startsWith("http/1.1 404")
                .doesNotContain("quarkus.", "text/javascript");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/docs",
                "/v1/health",
                "/v1/me",
                "/openapi.json",
                "/nothing",
                "/q/health"
            })
    void tellsBrowsersWhatToRefuse(String path) {
        Response answer = given().get(path);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Permissions-Policy")).contains("camera=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        // Cookies are not secure here, so neither is the promise to come back by TLS alone.
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    private static Response open(String path) {
        return given().header("Accept", BROWSER).get(path);
    }

    /** The answer as it comes over the wire, in small letters: clients mend paths and unpack. */
    private String raw(String path, String encodings) throws IOException {
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nAccept-Encoding: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, encodings);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (InputStream in = socket.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
            }
        }
    }
}
