package io.sequence.venues.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.venues.api.Credential;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.transport.ScriptedTransport;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Secret;
import java.math.BigDecimal;
import java.util.Map;

/** What the tests of the three venues share. */
final class BinanceBench {
    static final String AMBIGUOUS =
            "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}";
    static final String ACCOUNT =
            """
            {"makerCommission":15,"takerCommission":15,"canTrade":true,"canWithdraw":true,
             "canDeposit":true,"updateTime":123456789,"accountType":"SPOT","balances":[
              {"asset":"BTC","free":"4723846.89208129","locked":"0.10000000"},
              {"asset":"LTC","free":"0.00000000","locked":"0.00000000"}],
             "permissions":["SPOT"],"uid":354937868}
            """;

    private BinanceBench() {}

    static VenueClient client(Venue venue, String host, ScriptedTransport transport) {
        return venue.connect(
                new Credential(
                        venue.profile().venue(),
                        host,
                        Map.of("api_key", Secret.of("key"), "api_secret", Secret.of("secret"))),
                transport);
    }

    static String restrictions(String flags) {
        return """
        {"ipRestrict":false,"createTime":1623840271000,"enableReading":true,
         "enableWithdrawals":false,"enableInternalTransfer":false,"enableMargin":false,
         "enableFutures":false,"permitsUniversalTransfer":false,"enableVanillaOptions":false,
         "enableFixApiTrade":false,"enableFixReadOnly":true,"enableSpotAndMarginTrading":true,
         "enablePortfolioMarginTrading":false%s}
        """
                .formatted(flags.isEmpty() ? "" : "," + flags);
    }

    static <T> T yes(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(Yes.class);
        return ((Yes<T>) answer).value();
    }

    static <T> No<T> no(VenueAnswer<T> answer) {
        assertThat(answer).isInstanceOf(No.class);
        return (No<T>) answer;
    }

    static OrderRequest order(Market market, Side side, String price, boolean reduceOnly) {
        return new OrderRequest(
                market,
                "BTCUSDT",
                side,
                new BigDecimal("1E-8"),
                price == null ? null : new BigDecimal(price),
                "0123456789abcdef0123456789abcdef",
                reduceOnly);
    }
}
