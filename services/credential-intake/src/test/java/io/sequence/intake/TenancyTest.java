package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sequence.access.AccessTokens;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class TenancyTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/submissions/{submission}",
        "GET, /v1/connections/{connection}",
        "GET, /v1/connections/{connection}/history",
        "PATCH, /v1/connections/{connection}",
        "DELETE, /v1/connections/{connection}",
        "POST, /v1/connections/{connection}/activate",
        "POST, /v1/connections/{connection}/check",
    })
    void knowsNothingOfAnotherAccounts(String method, String path) {
        Trader ada = Trader.fresh(house, tokens);
        Trader eve = Trader.fresh(house, tokens);
        Taken taken = ada.connected(new Topic(house.events()));
        String real =
                path.replace("{submission}", taken.submission().toString())
                        .replace("{connection}", taken.connection().toString());
        String before = ada.connections().asString();

        assertNotFound(call(eve.request(), method, real));
        assertNotFound(call(eve.request(), method, path.replaceAll("\\{.*}", "no-id")));
        assertNotFound(
                call(
                        eve.request(),
                        method,
                        path.replaceAll("\\{.*}", "00000000-0000-0000-0000-000000000000")));
        assertThat(call(given(), method, real).statusCode()).isEqualTo(401);
        assertThat(ada.connections().asString()).isEqualTo(before);
    }

    @Test
    void refreshesNoConnectionOfAnotherAccount() {
        Trader ada = Trader.fresh(house, tokens);
        Trader eve = Trader.fresh(house, tokens);
        Taken taken = ada.connected(new Topic(house.events()));

        assertNotFound(eve.submit(eve.refreshForm(taken.connection())));
        assertThat(
                        new House(house)
                                .count(
                                        "vault.credential where connection_id = ?",
                                        taken.connection().value()))
                .isEqualTo(1);
        assertThat(eve.connections().<java.util.List<?>>path("connections")).isEmpty();
    }

    @Test
    void keepsOperatorsOutOfTradersThings() {
        Trader ada = Trader.fresh(house, tokens);
        String operator = tokens.issue(ada.account(), "operator", java.time.Instant.now());
        for (String path : new String[] {"/v1/connections", "/v1/submissions", "/v1/assets"}) {
            Response refused = given().header("Authorization", "Bearer " + operator).get(path);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.<String>path("error.code")).isEqualTo("FORBIDDEN");
        }
    }

    private static Response call(RequestSpecification request, String method, String path) {
        return method.equals("PATCH")
                ? request.contentType(ContentType.JSON).body("{\"label\":\"Mine\"}").patch(path)
                : request.request(method, path);
    }

    private static void assertNotFound(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.<String>path("error.code")).isEqualTo("NOT_FOUND");
    }
}
