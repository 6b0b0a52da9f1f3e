package io.sequence.venues.binance;

import static io.sequence.venues.binance.BinanceBench.ACCOUNT;
import static io.sequence.venues.binance.BinanceBench.AMBIGUOUS;
import static io.sequence.venues.binance.BinanceBench.no;
import static io.sequence.venues.binance.BinanceBench.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.faults.Fault;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A venue that tells nothing about its keys. */
class BinanceUsClientTest {
    private static final String UNLOCKED =
            "{\"success\":true,\"status\":{\"isLocked\":false,\"plannedRecoverTime\":0}}";

    private final ScriptedTransport transport = new ScriptedTransport();
    private final VenueClient client = BinanceBench.client(new BinanceUs(), "spot", transport);

    @Test
    void leavesUnknownWhatNoProbeCanTell() {
        transport.says(ACCOUNT.replace(",\"uid\":354937868", "")).says("{}").says(UNLOCKED);

        KeyFacts facts = yes(client.inspectKey());

        assertThat(facts.rights().grants())
                .containsEntry(Right.READ, Grant.GRANTED)
                .containsEntry(Right.TRADE_SPOT, Grant.GRANTED)
                .containsEntry(Right.TRADE_DERIVATIVES, Grant.DENIED)
                .containsEntry(Right.WITHDRAW, Grant.UNKNOWN)
                .containsEntry(Right.TRANSFER, Grant.UNKNOWN);
        assertThat(facts.expiry()).isEqualTo(new KeyExpiry.NotReported());
        assertThat(KeyFacts.namesAccount(facts.accountUid())).isFalse();
        assertThat(facts.warnings()).singleElement().asString().contains("IP restriction");
        assertThat(transport.asked())
                .extracting(WireRequest::path)
                .containsExactly(
                        "/api/v3/account", "/api/v3/order/test", "/sapi/v3/apiTradingStatus");
    }

    @ParameterizedTest
    @CsvSource({
        "-2015, DENIED",
        "-1002, DENIED",
        "-1013, GRANTED",
        "-1121, UNKNOWN",
        "-424242, UNKNOWN"
    })
    void readsTheRightToTradeOffADryRun(String code, Grant grant) {
        transport
                .says(ACCOUNT)
                .says(400, Map.of(), "{\"code\":" + code + ",\"msg\":\"its words\"}")
                .says(UNLOCKED);

        assertThat(yes(client.inspectKey()).rights().of(Right.TRADE_SPOT)).isEqualTo(grant);
    }

    @Test
    void doesNotJudgeWhileTheVenueIsAway() {
        transport.says(ACCOUNT).says(503, Map.of(), "<html>Service Unavailable</html>");

        assertThat(no(client.inspectKey()).fault()).isEqualTo(Fault.VENUE_UNAVAILABLE);
    }

    @Test
    void tellsALockOfTheAccount() {
        transport
                .says(ACCOUNT)
                .says("{}")
                .says(UNLOCKED.replace("false", "true").replace(":0", ":1547630471725"));

        assertThat(yes(client.inspectKey()).warnings())
                .anyMatch(one -> one.contains("locked") && one.contains("2019-01-16"));
    }

    @Test
    void namesTheOtherCompanyWhenTheKeyIsUnknown() {
        transport.says(401, Map.of(), AMBIGUOUS);

        var no = no(client.inspectKey());

        assertThat(no.fault()).isEqualTo(Fault.AMBIGUOUS_AUTH);
        assertThat(no.venueWords()).contains("IP list", "Binance.com");
        assertThat(transport.asked()).hasSize(2);
    }

    @Test
    void knowsThatPathsOfTheOtherCompanyAreMissing() {
        transport.says(404, Map.of(), "<html>Not Found</html>");

        assertThat(no(client.ping()).fault()).isEqualTo(Fault.BAD_REQUEST);
        assertThat(transport.lastAsked().path()).isEqualTo("/sapi/v3/accountStatus");
    }

    @Test
    void readsItsOwnFees() {
        transport.says(
                "[{\"symbol\":\"BTCUSDT\",\"makerCommission\":\"0.004\","
                        + "\"takerCommission\":\"0.006\"}]");

        assertThat(yes(client.feeTier(Market.SPOT)))
                .isEqualTo(new FeeTier(null, new BigDecimal("0.004"), new BigDecimal("0.006")));
        assertThat(transport.lastAsked().path()).isEqualTo("/sapi/v1/asset/query/trading-fee");
    }

    @Test
    void takesNoPrivateKeys() {
        assertThat(new BinanceUs().profile().fields().getLast().pattern())
                .isEqualTo("[A-Za-z0-9]+");
    }
}
