package io.sequence.venues.hyperliquid;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Secret;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal that Hyperliquid documents, on the wire. */
class HyperliquidFaultsTest {
    private static final String OURS = "0x14791697260E4C9a71f18484C9f997B308e59325";
    private static final String OTHER = "0x5e9ee1089755c3435139848e47e6635505d5a13a";
    private static final String DOCUMENTED =
            """
            INVALID_KEY|User or API Wallet OURS does not exist.
            INVALID_SIGNATURE|User or API Wallet OTHER does not exist.
            INVALID_SIGNATURE|L1 error: User or API Wallet OTHER does not exist.
            INVALID_KEY|Must deposit before performing actions. User: OURS
            INVALID_SIGNATURE|Must deposit before performing actions. User: OTHER
            BAD_REQUEST|Vault not registered: OTHER
            INVALID_SIGNATURE|Unable to recover signer.
            ENVIRONMENT_MISMATCH|Mainnet and testnet require different signature.
            NONCE|Invalid nonce: duplicate nonce 1700000000000
            NONCE|Invalid nonce: nonce too low 1 < 2
            TIMESTAMP_SKEW|Invalid nonce: nonce too high 2 > 1
            NONCE|Action already expired
            RATE_LIMITED|Too many cumulative requests sent (5 > 4) for cumulative volume traded $1.
            ORDER_FUNDS|Insufficient margin to place order. asset=4
            ORDER_FUNDS|Insufficient spot balance asset=10107
            ORDER_FUNDS|Insufficient balance for withdrawal
            MIN_SIZE|Order must have minimum value of $10.
            BAD_REQUEST|Price must be divisible by tick size. asset=1
            BAD_REQUEST|Order has invalid price.
            BAD_REQUEST|Order has invalid size.
            BAD_REQUEST|Order has zero size.
            ORDER_REJECTED|Post only order would have immediately matched, bbo was 1@2.
            ORDER_REJECTED|Order could not immediately match against any resting orders.
            ORDER_REJECTED|Reduce only order would increase position.
            ORDER_REJECTED|Action disabled when unified account is active
            ORDER_NOT_FOUND|Order was never placed, already canceled, or filled. asset=1
            """;

    private final ScriptedTransport transport = new ScriptedTransport();

    private No<Pulse> refusal() {
        VenueAnswer<Pulse> answer =
                new Hyperliquid()
                        .connect(
                                new Credential(
                                        HyperliquidProfile.VENUE,
                                        "mainnet",
                                        Map.of(
                                                "api_key",
                                                Secret.of(OTHER),
                                                "api_secret",
                                                Secret.of(
                                                        "01234567890123456789012345678901"
                                                            + "23456789012345678901234567890123"))),
                                transport)
                        .ping();
        assertThat(answer).isInstanceOf(No.class);
        return (No<Pulse>) answer;
    }

    static Stream<Arguments> documented() {
        return DOCUMENTED
                .lines()
                .map(line -> line.replace("OURS", OURS).replace("OTHER", OTHER).split("\\|"))
                .map(row -> Arguments.of(row[1], Fault.valueOf(row[0])));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("documented")
    void knowsEveryDocumentedRefusal(String words, Fault fault) {
        transport.says("{\"status\":\"err\",\"response\":\"" + words + "\"}");

        No<Pulse> no = refusal();

        assertThat(no.fault()).isEqualTo(fault);
        assertThat(no.venueWords()).isEqualTo(words);
        assertThat(HyperliquidProfile.PROFILE.faultsByCode()).containsKey(no.venueCode());
    }

    @Test
    void findsARefusalInsideAnOk() {
        transport.says(
                "{\"status\":\"ok\",\"response\":{\"type\":\"order\",\"data\":{\"statuses\":"
                        + "[{\"error\":\"Order must have minimum value of $10.\"}]}}}");

        assertThat(refusal().fault()).isEqualTo(Fault.MIN_SIZE);
    }

    @Test
    void knowsWhatPagesMean() {
        transport.says(422, Map.of(), "Failed to deserialize the JSON body into the target type");
        assertThat(refusal().fault()).isEqualTo(Fault.BAD_REQUEST);

        var limited = new HyperliquidFaultsTest();
        limited.transport.says(429, Map.of("Retry-After", "3"), "null");
        assertThat(limited.refusal().fault()).isEqualTo(Fault.RATE_LIMITED);

        var down = new HyperliquidFaultsTest();
        down.transport.says(502, Map.of(), "<html>bad gateway</html>");
        assertThat(down.refusal().fault()).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void keepsTheWordsOfARefusalThatItDoesNotKnow() {
        transport.says("{\"status\":\"err\",\"response\":\"the moon is full\"}");

        assertThat(refusal().fault()).isEqualTo(Fault.UNRECOGNISED);
        assertThat(refusal().venueWords()).isEqualTo("the moon is full");
    }
}
