package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.faults.Fault;
import io.sequence.testing.RealHouse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class FaultListTest {
    @Test
    void explainsEveryReasonCodeToEverybody() {
        Response faults = given().get("/v1/faults");
        assertThat(faults.statusCode()).isEqualTo(200);
        assertThat(faults.<List<String>>path("faults.code"))
                .containsAll(Arrays.stream(Fault.values()).map(Fault::name).toList())
                .contains("SUPERSEDED", "DISCONNECTED")
                .doesNotHaveDuplicates();
        for (String words : List.of("title", "meaning", "fix")) {
            assertThat(faults.<List<String>>path("faults." + words))
                    .as(words)
                    .allSatisfy(text -> assertThat(text).isNotBlank());
        }
        assertThat(faults.<List<String>>path("faults.title")).doesNotHaveDuplicates();
        assertThat(faults.<List<String>>path("faults.turn")).containsOnly("user", "us", "venue");
        String gone = "faults.find { it.code == 'INVALID_KEY' }.";
        assertThat(faults.<String>path(gone + "turn")).isEqualTo("user");
        assertThat(faults.<String>path(gone + "retry")).isEqualTo("never");
        assertThat(faults.<Boolean>path(gone + "user_must_act")).isTrue();
        assertThat(faults.<String>path(gone + "fix")).isEqualTo(Fault.INVALID_KEY.fix());
    }

    @Test
    void isSentOnce() {
        Response faults = given().get("/v1/faults");
        assertThat(faults.getHeaders().getValues("Cache-Control"))
                .hasSize(1)
                .first()
                .asString()
                .contains("max-age=3600")
                .doesNotContain("no-store");
        String tag = faults.header("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");

        Response again = given().header("If-None-Match", tag).get("/v1/faults");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.asByteArray()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(given().header("If-None-Match", "\"other\"").get("/v1/faults").statusCode())
                .isEqualTo(200);
    }
}
