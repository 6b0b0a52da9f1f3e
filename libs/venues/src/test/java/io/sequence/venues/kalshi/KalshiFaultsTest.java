package io.sequence.venues.kalshi;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Market;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal that is documented or was recorded, in all three shapes. */
class KalshiFaultsTest {
    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client = new Kalshi().connect(KalshiKeys.credential(), transport);

    private static <T> No<T> no(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(No.class);
        return (No<T>) answer;
    }

    @ParameterizedTest
    @CsvSource({
        "401, authentication_error, NOT_FOUND, INVALID_KEY",
        "401, authentication_error, INCORRECT_API_KEY_SIGNATURE, INVALID_SIGNATURE",
        "401, authentication_error, SOMETHING_NEW, AMBIGUOUS_AUTH",
        "401, header_timestamp_expired, '', TIMESTAMP_SKEW",
        "401, signature_is_missing_from_headers, '', BAD_REQUEST",
        "401, user_region_not_attested, '', REGION_RESTRICTED",
        "403, user_region_not_attested, '', REGION_RESTRICTED",
        "403, forbidden, location attestation expired, REGION_RESTRICTED",
        "403, forbidden, '', PERMISSION_DENIED",
        "403, '', '', PERMISSION_DENIED",
        "400, insufficient_balance, '', ORDER_FUNDS",
        "400, invalid_order, post only cross, ORDER_REJECTED",
        "400, fill_or_kill_insufficient_resting_volume, '', ORDER_REJECTED",
        "400, bad_request, '', BAD_REQUEST",
        "400, invalid_content_type, '', BAD_REQUEST",
        "400, deprecated_v1_order_endpoint, '', BAD_REQUEST",
        "410, deprecated_v1_order_endpoint, '', BAD_REQUEST",
        "404, not_found, '', ORDER_NOT_FOUND",
        "404, 'not_found:_2f2d1c0e', '', ORDER_NOT_FOUND",
        "409, order_already_exists, '', DUPLICATE_CLIENT_ID",
        "429, too_many_requests, '', RATE_LIMITED",
        "429, something_else, '', RATE_LIMITED",
        "500, internal_server_error, '', VENUE_UNAVAILABLE",
        "502, bad_gateway, '', VENUE_UNAVAILABLE",
        "503, exchange_paused, '', VENUE_UNAVAILABLE",
        "504, timeout, '', VENUE_UNAVAILABLE",
        "400, on_the_moon, '', UNRECOGNISED"
    })
    void readsEveryCodeNestedAndFlat(int status, String code, String details, Fault fault) {
        String members =
                "\"code\":\"%s\",\"message\":\"its words\",\"details\":\"%s\",\"service\":\"x\""
                        .formatted(code, details);
        for (String body : new String[] {"{\"error\":{" + members + "}}", "{" + members + "}"}) {
            var fresh = new KalshiFaultsTest();
            fresh.transport.says(status, Map.of(), body);

            No<Pulse> no = no(fresh.client.ping());

            assertThat(no.fault()).as(body).isEqualTo(fault);
            assertThat(no.venueWords()).startsWith("its words").endsWith(details);
            assertThat(no.venueCode()).startsWith(code.isEmpty() ? "http:" : code);
        }
    }

    @Test
    void readsABareMessage() {
        transport.says(400, Map.of(), "{\"msg\":\"count must be a string\"}");

        No<Pulse> no = no(client.ping());

        assertThat(no.fault()).isEqualTo(Fault.BAD_REQUEST);
        assertThat(no.venueWords()).isEqualTo("count must be a string");
        assertThat(no.venueCode()).isEqualTo("http:400");
    }

    @Test
    void neverTakesAPageForAVerdictOnTheKey() {
        transport.says(403, Map.of(), "<html><body>Request blocked</body></html>");

        assertThat(no(client.ping()).fault().refusesCredential()).isFalse();
    }

    @Test
    void doesNotKnowTheFateOfAnOrderWhenTheExchangeFailed() {
        transport.says(503, Map.of(), "{\"error\":{\"code\":\"exchange_paused\"}}");

        assertThat(client.cancel(new OrderRef(Market.SPOT, "T", "1", null)))
                .isInstanceOf(Unknown.class);
    }

    @Test
    void tellsAMissingMarketFromAMissingOrder() {
        transport.says(404, Map.of(), "{\"error\":{\"code\":\"not_found\",\"message\":\"x\"}}");

        assertThat(no(client.ticker(Market.SPOT, "T")).fault()).isEqualTo(Fault.BAD_SYMBOL);
        VenueAnswer<OrderState> order = client.order(new OrderRef(Market.SPOT, "T", "1", null));
        assertThat(no(order).fault()).isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void asksAgainWhenTheClockWasRefused() {
        transport
                .says(401, Map.of(), "{\"error\":{\"code\":\"header_timestamp_expired\"}}")
                .says("{\"balance\":12345,\"balance_dollars\":\"123.4567\"}");

        assertThat(client.ping()).isInstanceOf(Yes.class);
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void takesAnAnswerWithoutABalanceForAnUnavailableVenue() {
        transport.says("{}");

        assertThat(no(client.ping()).fault()).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }
}
