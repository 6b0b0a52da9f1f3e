package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.testing.RealHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds the public contract's document to what is checked in. */
@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class OpenApiDocumentTest {
    private static final String SWITCH = "sequence.update-documents";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final Set<String> OPEN =
            Set.of(
                    "/v1/accounts",
                    "/v1/auth/sign-in",
                    "/v1/auth/resend",
                    "/v1/auth/verify",
                    "/v1/auth/refresh",
                    "/v1/auth/sign-out",
                    "/v1/health",
                    "/v1/venues",
                    "/v1/venues/{venue}",
                    "/v1/strategies",
                    "/v1/faults",
                    "/v1/mails/unsubscribe/{token}",
                    "/v1/connections/expiry.ics");

    private final ObjectMapper json =
            JsonMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
    private JsonNode document;

    /** One operation of the contract. */
    private record Call(String path, String method, JsonNode operation) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeEach
    void fetch() throws JsonProcessingException {
        document =
                json.readTree(
                        given().accept("application/json")
                                .get("/openapi.json")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString());
    }

    @Test
    void isCheckedIn() throws IOException {
        Path path = root().resolve("docs/openapi.json");
        String text = json.writeValueAsString(json.treeToValue(document, Map.class)) + "\n";
        if (Boolean.getBoolean(SWITCH)) {
            Files.writeString(path, text);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as(
                        "docs/openapi.json is not what the resources say; look at the difference,"
                                + " then run ./mvnw -pl services/credential-intake -am test"
                                + " -Dtest=OpenApiDocumentTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D"
                                + SWITCH
                                + "=true and check it in")
                .isEqualTo(text);
    }

    @Test
    void isOpenApiThreeDotOne() {
        assertThat(document.get("openapi").asText()).startsWith("3.1.");
        assertThat(document.at("/info/title").asText()).isEqualTo("Sequence Connect");
        JsonNode bearer = document.at("/components/securitySchemes/bearer");
        assertThat(bearer.path("type").asText()).isEqualTo("http");
        assertThat(bearer.path("scheme").asText()).isEqualTo("bearer");
    }

    @Test
    void hasNothingBesideTheContract() {
        assertThat(document.get("paths").fieldNames())
                .toIterable()
                .allMatch(path -> path.startsWith("/v1/"));
    }

    @Test
    void saysOfEveryCallWhatItIs() {
        for (Call call : calls()) {
            assertThat(call.operation().path("summary").asText()).as("%s", call).isNotBlank();
            assertThat(call.operation().path("operationId").asText()).as("%s", call).isNotBlank();
            assertThat(call.operation().path("tags").size()).as("%s", call).isEqualTo(1);
        }
        assertThat(calls())
                .extracting(call -> call.operation().path("operationId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void saysOfEveryAnswerWhatIsInIt() {
        for (Call call : calls()) {
            JsonNode responses = call.operation().get("responses");
            assertThat(responses.fieldNames())
                    .toIterable()
                    .anyMatch(code -> code.matches("[23].."));
            responses
                    .properties()
                    .forEach(
                            answer -> {
                                JsonNode response = resolved(answer.getValue());
                                String what = call + " " + answer.getKey();
                                assertThat(response.path("description").asText())
                                        .as(what)
                                        .isNotBlank();
                                if (!answer.getKey().matches("204|3..")) {
                                    assertThat(response.path("content").size())
                                            .as(what)
                                            .isEqualTo(1);
                                }
                            });
        }
    }

    @Test
    void answersEveryErrorWithTheEnvelope() {
        for (Call call : calls()) {
            if (call.path().equals("/v1/health")) {
                continue;
            }
            JsonNode responses = call.operation().get("responses");
            assertThat(responses.has("default")).as("%s", call).isTrue();
            responses
                    .properties()
                    .forEach(
                            answer -> {
                                if (!answer.getKey().matches("[23]..")) {
                                    assertThat(
                                                    resolved(answer.getValue())
                                                            .at(
                                                                    "/content/application~1json/schema/$ref")
                                                            .asText())
                                            .as(call + " " + answer.getKey())
                                            .isEqualTo("#/components/schemas/ErrorEnvelope");
                                }
                            });
        }
        assertThat(document.at("/components/schemas/ErrorEnvelope/required/0").asText())
                .isEqualTo("error");
    }

    @Test
    void namesTheBearerWhereItIsNeeded() {
        for (Call call : calls()) {
            assertThat(call.operation().at("/security/0").has("bearer"))
                    .as("%s", call)
                    .isEqualTo(!OPEN.contains(call.path()));
            assertThat(call.operation().get("responses").has("401"))
                    .as("%s", call)
                    .isEqualTo(
                            !OPEN.contains(call.path())
                                    || call.path().equals("/v1/auth/verify")
                                    || call.path().equals("/v1/auth/refresh"));
        }
    }

    @Test
    void showsAnExampleOfEveryBody() {
        for (Call call : calls()) {
            if (call.operation().has("requestBody")) {
                JsonNode content = call.operation().at("/requestBody/content/application~1json");
                assertThat(content.at("/examples").size() + content.at("/example").size())
                        .as("%s", call)
                        .isPositive();
                assertThat(content.at("/schema/$ref").asText()).as("%s", call).isNotBlank();
            }
        }
    }

    @Test
    void pointsOnlyAtWhatItHolds() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(
                        ref ->
                                assertThat(document.at(ref.substring(1)).isMissingNode())
                                        .as(ref)
                                        .isFalse());
    }

    @Test
    void namesFieldsInSnakeCase() {
        for (JsonNode properties :
                document.get("components").get("schemas").findValues("properties")) {
            assertThat(properties.fieldNames())
                    .toIterable()
                    .allMatch(name -> name.matches("[a-z0-9_]+"));
        }
    }

    @Test
    void saysWhatMayBeNull() {
        JsonNode connection = document.at("/components/schemas/ConnectionView");
        assertThat(connection.get("required")).hasSameSizeAs(connection.get("properties"));
        assertThat(connection.at("/properties/reason/anyOf/1/type").asText()).isEqualTo("null");
        assertThat(connection.at("/properties/sub_account/type").toString()).contains("null");
        assertThat(connection.at("/properties/label/type").asText()).isEqualTo("string");
    }

    @Test
    void isShownAtDocs() {
        assertThat(given().get("/docs/").then().statusCode(200).extract().asString())
                .contains("/openapi.json");
        given().redirects().follow(true).get("/docs").then().statusCode(200);
    }

    private List<Call> calls() {
        var calls = new ArrayList<Call>();
        document.get("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .properties()
                                        .forEach(
                                                method -> {
                                                    if (METHODS.contains(method.getKey())) {
                                                        calls.add(
                                                                new Call(
                                                                        path.getKey(),
                                                                        method.getKey(),
                                                                        method.getValue()));
                                                    }
                                                }));
        assertThat(calls).hasSizeGreaterThan(15);
        return calls;
    }

    private JsonNode resolved(JsonNode response) {
        return response.has("$ref")
                ? document.at(response.get("$ref").asText().substring(1))
                : response;
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        throw new IllegalStateException("no folder above holds mvnw");
    }
}
