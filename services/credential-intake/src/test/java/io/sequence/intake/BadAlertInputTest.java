package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class BadAlertInputTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    static Stream<Arguments> wishes() {
        return Stream.of(
                arguments("{}", "persist_minutes"),
                arguments("{\"persist_minutes\":0}", "persist_minutes"),
                arguments("{\"persist_minutes\":1441}", "persist_minutes"),
                arguments("{\"persist_minutes\":\"5\"}", "persist_minutes"),
                arguments("{\"persist_minutes\":1.5}", "persist_minutes"),
                arguments("{\"persist_minutes\":5,\"loud\":true}", "loud"),
                arguments(quiet("24:00", "07:00", "UTC"), "quiet_hours.from"),
                arguments(quiet("22:00", "7:00", "UTC"), "quiet_hours.until"),
                arguments(quiet("22:00", "22:00", "UTC"), "quiet_hours.until"),
                arguments(quiet("22:00", "07:00", "Mars/Base"), "quiet_hours.zone"),
                arguments(quiet("22:00", "07:00", "+02:00"), "quiet_hours.zone"),
                arguments(
                        "{\"persist_minutes\":5,\"quiet_hours\":{\"from\":\"22:00\",\"until\":\"07:00\"}}",
                        "quiet_hours.zone"));
    }

    private static String quiet(String from, String until, String zone) {
        return Json.text(
                Map.of(
                        "persist_minutes",
                        5,
                        "quiet_hours",
                        Map.of("from", from, "until", until, "zone", zone)));
    }

    static Stream<Arguments> channels() {
        String push = "http://127.0.0.1:8090/_push/x";
        return Stream.of(
                arguments(Map.of(), "kind"),
                arguments(Map.of("kind", "telegram"), "kind"),
                arguments(Map.of("kind", "mail"), "kind"),
                arguments(Map.of("kind", "webhook"), "url"),
                arguments(Alerted.hook(" "), "url"),
                arguments(Alerted.hook("http://93.184.216.34/"), "url"),
                arguments(Alerted.hook("ftp://93.184.216.34/"), "url"),
                arguments(Alerted.hook("https://user:pass@93.184.216.34/"), "url"),
                arguments(Alerted.hook("https://93.184.216.34:22/"), "url"),
                arguments(Alerted.hook("https://127.0.0.1/"), "url"),
                arguments(Alerted.hook("https://10.1.2.3/"), "url"),
                arguments(Alerted.hook("https://169.254.169.254/latest/meta-data"), "url"),
                arguments(Alerted.hook("https://[::1]/"), "url"),
                arguments(Alerted.hook("https://localhost/"), "url"),
                arguments(Alerted.hook("https://nobody.invalid/"), "url"),
                arguments(Alerted.hook("https://93.184.216.34/ä"), "url"),
                arguments(Alerted.hook("https://93.184.216.34/" + "a".repeat(1024)), "url"),
                arguments(Alerted.hook("not a url"), "url"),
                arguments(with(Alerted.hook(Alerted.url()), "name", " x"), "name"),
                arguments(with(Alerted.hook(Alerted.url()), "name", ""), "name"),
                arguments(with(Alerted.hook(Alerted.url()), "name", "a\nb"), "name"),
                arguments(with(Alerted.hook(Alerted.url()), "name", "a".repeat(65)), "name"),
                arguments(with(Alerted.hook(Alerted.url()), "endpoint", push), "endpoint"),
                arguments(with(Alerted.hook(Alerted.url()), "urgent_only", "yes"), "urgent_only"),
                arguments(with(Alerted.browser(push), "url", push), "url"),
                arguments(Alerted.browser("https://192.168.0.1/push"), "endpoint"),
                arguments(
                        with(Alerted.browser(push), "keys", Map.of("p256dh", Alerted.POINT)),
                        "keys.auth"),
                arguments(
                        with(
                                Alerted.browser(push),
                                "keys",
                                Map.of("p256dh", Alerted.POINT, "auth", "AAEC")),
                        "keys.auth"),
                arguments(
                        with(
                                Alerted.browser(push),
                                "keys",
                                Map.of(
                                        "p256dh",
                                        Alerted.POINT.replace("BGsX", "BGsY"),
                                        "auth",
                                        Alerted.AUTH)),
                        "keys.p256dh"));
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void namesTheWishThatIsNotAcceptable(String body, String field) {
        Alerted ada = new Alerted(Trader.fresh(house, tokens), house.events());
        assertRefused(ada.put("wishes", body), field);
        assertThat(ada.all().<Integer>path("wishes.persist_minutes")).isEqualTo(5);
    }

    @ParameterizedTest
    @MethodSource("channels")
    void namesTheFieldOfAChannelThatIsNotAcceptable(Map<String, Object> form, String field) {
        Alerted ada = new Alerted(Trader.fresh(house, tokens), house.events());
        assertRefused(ada.post("channels", form), field);
        assertThat(ada.all().<List<?>>path("channels")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name":""}            | name
                    {"name":" x"}          | name
                    {"enabled":"yes"}      | enabled
                    {"urgent_only":1}      | urgent_only
                    {"url":"https://x.org"} | url
                    """)
    void namesTheFieldOfAChangeThatIsNotAcceptable(String body, String field) {
        Alerted ada = new Alerted(Trader.fresh(house, tokens), house.events());
        UUID id = ada.make(Alerted.hook(Alerted.url()));
        Map<String, Object> before = ada.channel(id);
        assertRefused(ada.patch(id, body), field);
        assertThat(ada.channel(id)).isEqualTo(before);
    }

    @Test
    void refusesParametersThatAreNone() {
        Alerted ada = new Alerted(Trader.fresh(house, tokens), house.events());
        Response refused =
                ada.trader().request().get("/v1/alerts/deliveries?channel=x&limit=0&after=%20");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("error.details.field"))
                .containsExactlyInAnyOrder("channel", "limit", "after");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, ''",
        "DELETE, ''",
        "POST, /test",
        "POST, /rotate-secret",
    })
    void knowsNothingOfAStrangersChannel(String method, String act) {
        Alerted ada = new Alerted(Trader.fresh(house, tokens), house.events());
        Alerted eve = new Alerted(Trader.fresh(house, tokens), house.events());
        UUID id = ada.make(Alerted.hook(Alerted.url()));
        for (String named : List.of(id.toString(), UUID.randomUUID().toString(), "none")) {
            Response answer =
                    eve.trader()
                            .request()
                            .contentType(ContentType.JSON)
                            .body("{\"enabled\":false}")
                            .request(method, "/v1/alerts/channels/" + named + act);
            assertThat(answer.statusCode()).as(named).isEqualTo(404);
        }
        assertThat(
                        given().contentType(ContentType.JSON)
                                .body("{}")
                                .request(method, "/v1/alerts/channels/" + id + act)
                                .statusCode())
                .isEqualTo(401);
        assertThat(ada.channel(id)).containsEntry("state", "on");
    }

    @Test
    void showsOperatorsKindAndStateOnly() {
        Alerted ada = new Alerted(Trader.fresh(house, tokens), house.events());
        UUID id = ada.make(Alerted.hook(Alerted.url()));
        ada.patch(id, Map.of("enabled", false));
        Operator grace = Operator.fresh(house, tokens);
        Response seen = grace.get("accounts/" + ada.trader().account() + "/channels");
        assertThat(seen.<List<Map<String, Object>>>path("channels"))
                .singleElement()
                .satisfies(
                        one ->
                                assertThat(one)
                                        .containsOnlyKeys("kind", "state", "created_at")
                                        .containsEntry("state", "off"));
        String path = "/v1/operator/accounts/" + ada.trader().account() + "/channels";
        assertThat(ada.trader().request().get(path).statusCode()).isEqualTo(403);
        assertThat(
                        grace.request()
                                .get("/v1/operator/accounts/" + UUID.randomUUID() + "/channels")
                                .statusCode())
                .isEqualTo(404);
    }

    private static void assertRefused(Response answer, String field) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("error.details.field")).containsExactly(field);
        assertThat(answer.jsonPath().getString("error.details[0].message")).isNotBlank();
    }
}
