package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.standalone.HouseClient.Answer;
import io.sequence.testing.Eventually;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The life of a key at every venue of the catalogue that people can connect themselves: handed in,
 * accepted, launched, checked, revoked at the venue, disconnected.
 */
@Tag("whole-house")
class EveryVenueTest {

    /** What a venue may mean by refusing a secret: some do not tell a key from its signature. */
    private static final List<String> KEY_FAULTS =
            List.of("INVALID_SIGNATURE", "INVALID_KEY", "AMBIGUOUS_AUTH");

    private static WholeHouse house;

    static Stream<Place> places() throws Exception {
        house = WholeHouse.shared();
        return Place.all(house);
    }

    @ParameterizedTest
    @MethodSource("places")
    void carriesAKeyFromItsSubmissionToItsEnd(Place place) throws Exception {
        JsonNode account = place.account(house);
        Trader trader = trader();
        Answer received = submit(trader, place, place.form(account));
        String path = "/v1/connections/" + received.text("connection_id");

        assertThat(verdict(trader, received).path("status").asText())
                .as(verdict(trader, received).toPrettyString())
                .isEqualTo("accepted");
        JsonNode bot = awaitConnection(trader, path, "GET", it -> it.path("bot").isObject());
        assertThat(bot.path("bot").path("strategy_id"))
                .isEqualTo(place.strategy().path("strategy_id"));
        assertThat(bot.path("bot").path("state").asText()).isEqualTo("running");

        JsonNode checked = trader.api().insist("POST", path + "/check", null).body();
        assertThat(checked.path("status").asText())
                .as(checked.toPrettyString())
                .isEqualTo("connected");
        assertThat(checked.path("last_sync_at").isTextual()).isTrue();
        assertThat(held(checked, place.asset())).isPositive();

        revoke(place, account);
        JsonNode broken =
                awaitConnection(
                        trader,
                        path + "/check",
                        "POST",
                        it -> !it.path("status").asText().equals("connected"));
        assertThat(broken.path("status").asText()).isIn("reauth_needed", "error");
        assertThat(broken.path("reason").path("code").asText()).isIn(KEY_FAULTS);
        assertThat(broken.path("reason").path("fix").asText()).isNotBlank();

        trader.api().expect(204, "DELETE", path, null);
        trader.api().expect(404, "GET", path, null);
    }

    @ParameterizedTest
    @MethodSource("places")
    void refusesAWrongSecretWithItsReasonAndFix(Place place) throws Exception {
        Map<String, String> mixed = place.form(place.account(house));
        String secret = place.secretField();
        mixed.put(secret, place.form(place.account(house)).get(secret));
        Trader trader = trader();

        JsonNode verdict = verdict(trader, submit(trader, place, mixed));

        assertThat(verdict.path("status").asText())
                .as(verdict.toPrettyString())
                .isEqualTo("rejected");
        JsonNode reason = verdict.path("reason");
        assertThat(reason.path("code").asText()).as(verdict.toPrettyString()).isIn(KEY_FAULTS);
        assertThat(reason.path("message").asText()).isNotBlank();
        assertThat(reason.path("fix").asText()).isNotBlank();
    }

    private static Trader trader() throws Exception {
        return Trader.join(house, Trader.randomEmail(), "horse battery " + UUID.randomUUID());
    }

    private static Answer submit(Trader trader, Place place, Map<String, String> credentials)
            throws Exception {
        return trader.api()
                .expect(
                        202,
                        "POST",
                        "/v1/submissions",
                        trader.addition(
                                place.venue(),
                                place.strategy().path("market").asText(),
                                place.strategy().path("strategy_id").asText(),
                                "Mine at " + place.venue(),
                                credentials));
    }

    private static JsonNode verdict(Trader trader, Answer received) {
        String submission = received.text("submission_id");
        trader.verdict(submission);
        return trader.api().insist("GET", "/v1/submissions/" + submission, null).body();
    }

    private static JsonNode awaitConnection(
            Trader trader, String path, String method, Predicate<JsonNode> wanted) {
        return Eventually.await(method + " " + path)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> trader.api().insist(method, path, null).body(), wanted::test);
    }

    private static BigDecimal held(JsonNode connection, String asset) {
        return connection
                .path("balances")
                .valueStream()
                .filter(balance -> balance.path("asset").asText().equals(asset))
                .map(balance -> new BigDecimal(balance.path("available").asText("0")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void revoke(Place place, JsonNode account) throws Exception {
        new HouseClient(house.simulator())
                .expect(
                        200,
                        "PATCH",
                        "/_sim/"
                                + place.venue()
                                + "/accounts/"
                                + account.path("account_id").asText(),
                        Map.of("revoked", true));
    }
}
