package io.sequence.venues.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Secret;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal that Polymarket documents, on the wire. */
class PolymarketFaultsTest {
    private static final String DOCUMENTED =
            """
            401|AMBIGUOUS_AUTH|Unauthorized/Invalid api key
            401|TIMESTAMP_SKEW|Invalid L1 Request headers
            400|INVALID_SIGNATURE|invalid signature
            400|BAD_REQUEST|order_version_mismatch
            400|INVALID_KEY|the order signer address has to be the address of the API KEY
            400|PERMISSION_DENIED|maker address not allowed, please use the deposit wallet flow
            400|ORDER_FUNDS|not enough balance / allowance
            400|MIN_SIZE|INVALID_ORDER_MIN_SIZE
            400|BAD_REQUEST|INVALID_ORDER_MIN_TICK_SIZE
            400|ORDER_REJECTED|no orders found to match with FAK order. FAK orders are partially filled or killed
            400|ORDER_REJECTED|order couldn't be fully filled. FOK orders are fully filled or killed.
            400|ORDER_REJECTED|invalid post-only order: order crosses book
            400|DUPLICATE_CLIENT_ID|order 0x01 is invalid. Duplicated.
            403|REGION_RESTRICTED|Trading restricted in your region
            404|BAD_SYMBOL|No orderbook exists for the requested token id
            429|RATE_LIMITED|Too Many Requests
            503|VENUE_MAINTENANCE|Trading is currently disabled. Check polymarket.com for updates
            503|VENUE_MAINTENANCE|Trading is currently cancel-only. New orders are not accepted
            500|VENUE_UNAVAILABLE|Internal server error
            500|UNKNOWN_OUTCOME|could not insert order
            500|UNKNOWN_OUTCOME|error executing order
            """;

    private final ScriptedTransport transport = new ScriptedTransport();

    private No<List<Balance>> refusal() {
        VenueAnswer<List<Balance>> answer =
                new Polymarket()
                        .connect(
                                new Credential(
                                        PolymarketProfile.VENUE,
                                        "clob",
                                        Map.of(
                                                "signer_private_key", Secret.of("1".repeat(64)),
                                                "api_key", Secret.of("k"),
                                                "api_secret", Secret.of("AAAA"),
                                                "passphrase", Secret.of("p"))),
                                transport)
                        .balances(Market.SPOT);
        assertThat(answer).isInstanceOf(No.class);
        return (No<List<Balance>>) answer;
    }

    static Stream<Arguments> documented() {
        return DOCUMENTED
                .lines()
                .map(line -> line.split("\\|"))
                .map(row -> Arguments.of(Integer.valueOf(row[0]), row[2], Fault.valueOf(row[1])));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @MethodSource("documented")
    void knowsEveryDocumentedRefusal(int status, String words, Fault fault) {
        transport.says(status, Map.of(), "{\"error\":\"" + words + "\"}");

        No<List<Balance>> no = refusal();

        assertThat(no.fault()).isEqualTo(fault);
        assertThat(no.venueWords()).isEqualTo(words);
    }

    @Test
    void findsARefusalUnderHttp200() {
        transport.says(
                "{\"success\":false,\"errorMsg\":\"not enough balance /"
                        + " allowance\",\"orderID\":\"\"}");
        assertThat(refusal().fault()).isEqualTo(Fault.ORDER_FUNDS);
    }

    @Test
    void findsAnOrderThatWasNotCancelled() {
        transport.says(
                "{\"canceled\":[],\"not_canceled\":{\"0x01\":\"already canceled or matched\"}}");
        assertThat(refusal().fault()).isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void knowsWhatPagesMean() {
        transport.says(403, Map.of(), "<html>Attention Required! | Cloudflare</html>");
        assertThat(refusal().fault()).isEqualTo(Fault.REGION_RESTRICTED);

        var restarting = new PolymarketFaultsTest();
        restarting.transport.says(425, Map.of(), "");
        assertThat(restarting.refusal().fault()).isEqualTo(Fault.VENUE_MAINTENANCE);
    }

    @Test
    void keepsTheWordsOfARefusalThatItDoesNotKnow() {
        transport.says(400, Map.of(), "{\"error\":\"the moon is full\"}");
        assertThat(refusal().fault()).isEqualTo(Fault.UNRECOGNISED);
        assertThat(refusal().venueWords()).isEqualTo("the moon is full");
    }
}
