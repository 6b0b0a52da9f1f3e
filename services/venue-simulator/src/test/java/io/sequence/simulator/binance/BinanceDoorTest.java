package io.sequence.simulator.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Macs;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Hosts, clocks, rights and modes of the three venues, asked without a network. */
class BinanceDoorTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String RESTRICTIONS = "/sapi/v1/account/apiRestrictions";
    private static final Set<Right> TRADER = Set.of(Right.READ, Right.TRADE);

    private final Accounts accounts = new Accounts(100, Accounts.NO_JOURNAL);
    private final BinanceVenue spot = BinanceVenue.spot(accounts, new PriceBoard(7));
    private final BinanceVenue usdm = BinanceVenue.usdm(accounts, new PriceBoard(7));
    private final BinanceVenue us = BinanceVenue.us(accounts, new PriceBoard(7));

    private String ip = "127.0.0.1";

    @Test
    void readsMicrosecondsAndBoundsTheReceiveWindow() {
        ApiKey key = open(spot, "spot", terms(TRADER, null, null));
        long now = NOW.toEpochMilli();
        String path = "/api/v3/account";
        assertThat(get(spot, "spot", key, path, "timestamp=" + now + "000").status())
                .isEqualTo(200);
        assertThat(get(spot, "spot", key, path, "timestamp=" + (now + 999)).status())
                .isEqualTo(200);
        assertThat(code(get(spot, "spot", key, path, "timestamp=" + (now + 1000))))
                .isEqualTo(-1021);
        assertThat(code(get(spot, "spot", key, path, "timestamp=" + (now - 5001))))
                .isEqualTo(-1021);
        assertThat(
                        get(
                                        spot,
                                        "spot",
                                        key,
                                        path,
                                        "timestamp=" + (now - 59_999) + "&recvWindow=60000")
                                .status())
                .isEqualTo(200);
        assertThat(code(get(spot, "spot", key, path, "recvWindow=60001&timestamp=" + now)))
                .isEqualTo(-1131);
        assertThat(code(get(spot, "spot", key, path, ""))).isEqualTo(-1102);
    }

    @Test
    void keepsLiveAndTestApart() {
        ApiKey live = open(spot, "spot", terms(TRADER, null, null));
        assertThat(code(get(spot, "testnet", live, "/api/v3/account", clock()))).isEqualTo(-2015);
        ApiKey test = open(spot, "testnet", terms(TRADER, null, null));
        assertThat(get(spot, "testnet", test, "/api/v3/account", clock()).status()).isEqualTo(200);
        VenueReply wallet = get(spot, "testnet", test, RESTRICTIONS, clock());
        assertThat(wallet.status()).isEqualTo(404);
        assertThat(wallet.contentType()).isEqualTo("text/html");
    }

    @Test
    void tellsAFuturesKeysRightsOnTheSpotHostAlone() {
        ApiKey key = open(usdm, "futures", terms(TRADER, Set.of(MarketKind.DERIVATIVES), null));
        JsonNode told = json(get(usdm, "spot", key, RESTRICTIONS, clock()));
        assertThat(told.path("enableFutures").booleanValue()).isTrue();
        assertThat(told.path("enableSpotAndMarginTrading").booleanValue()).isFalse();
        assertThat(get(usdm, "futures", key, RESTRICTIONS, clock()).status()).isEqualTo(404);
        assertThat(get(usdm, "futures", key, "/fapi/v1/accountConfig", clock()).status())
                .isEqualTo(200);
    }

    @Test
    void letsTheTradingBoxLapseOfAKeyThatMayCallFromAnywhere() {
        Instant past = NOW.minusSeconds(60);
        ApiKey loose = open(spot, "spot", terms(TRADER, null, past));
        JsonNode told = json(get(spot, "spot", loose, RESTRICTIONS, clock()));
        assertThat(told.path("enableSpotAndMarginTrading").booleanValue()).isFalse();
        assertThat(told.path("tradingAuthorityExpirationTime").longValue())
                .isEqualTo(past.toEpochMilli());
        KeyTerms bound =
                new KeyTerms(
                        null,
                        KeyType.HMAC,
                        TRADER,
                        null,
                        List.of("127.0.0.1"),
                        true,
                        past,
                        null,
                        null,
                        null);
        told = json(get(spot, "spot", open(spot, "spot", bound), RESTRICTIONS, clock()));
        assertThat(told.path("enableSpotAndMarginTrading").booleanValue()).isTrue();
        assertThat(told.has("tradingAuthorityExpirationTime")).isFalse();
    }

    @Test
    void answersRestrictedLocationsWith451ButNotInTheUnitedStates() {
        ip = "198.51.100.9";
        assertThat(get(spot, "spot", null, "/api/v3/time", "").status()).isEqualTo(451);
        assertThat(code(get(usdm, "futures", null, "/fapi/v1/time", ""))).isZero();
        assertThat(get(us, "spot", null, "/api/v3/time", "").status()).isEqualTo(200);
    }

    @Test
    void countsWeightByAddressAndBansWhoGoesOnAsking() {
        ApiKey key = open(spot, "spot", terms(TRADER, null, null));
        get(spot, "spot", key, "/api/v3/account", clock());
        assertThat(get(spot, "spot", key, "/api/v3/account", clock()).headers())
                .containsEntry("X-MBX-USED-WEIGHT-1M", "40");
        assertThat(get(spot, "spot", key, RESTRICTIONS, clock()).headers())
                .containsEntry("X-SAPI-USED-IP-WEIGHT-1M", "1");
        VenueCall call = call("GET", "spot", null, "/api/v3/time", "", "");
        VenueReply refused = spot.fault(FaultKind.RATE_LIMIT, call);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers()).containsKey("Retry-After");
        for (int i = 0; i < 300; i++) {
            refused = spot.fault(FaultKind.RATE_LIMIT, call);
        }
        assertThat(refused.status()).isEqualTo(418);
        assertThat(code(refused)).isEqualTo(-1003);
    }

    @Test
    void holdsBothSidesApartInHedgeMode() {
        ApiKey key = open(usdm, "futures", terms(TRADER, null, null));
        String order = "symbol=BTCUSDT&type=MARKET&quantity=0.010&";
        String path = "/fapi/v1/order";
        assertThat(code(post(key, path, order + "side=BUY&positionSide=LONG"))).isEqualTo(-4061);
        String mode = "/fapi/v1/positionSide/dual";
        assertThat(post(key, mode, "dualSidePosition=true").status()).isEqualTo(200);
        assertThat(code(post(key, path, order + "side=BUY"))).isEqualTo(-4061);
        assertThat(code(post(key, path, order + "side=SELL&positionSide=LONG"))).isEqualTo(-2022);
        post(key, path, order + "side=BUY&positionSide=LONG");
        post(key, path, order + "side=SELL&positionSide=SHORT");
        JsonNode rows = json(get(usdm, "futures", key, "/fapi/v3/positionRisk", clock()));
        assertThat(rows)
                .extracting(row -> row.path("positionSide").asText())
                .containsExactlyInAnyOrder("LONG", "SHORT");
        assertThat(rows)
                .extracting(row -> row.path("positionAmt").asText())
                .containsExactlyInAnyOrder("0.01", "-0.01");
        assertThat(code(post(key, mode, "dualSidePosition=false"))).isEqualTo(-4068);
    }

    @Test
    void sendsConditionalFuturesOrdersElsewhere() {
        ApiKey key = open(usdm, "futures", terms(TRADER, null, null));
        assertThat(
                        code(
                                post(
                                        key,
                                        "/fapi/v1/order",
                                        "symbol=BTCUSDT&side=SELL&type=STOP_MARKET&stopPrice=1")))
                .isEqualTo(-4120);
    }

    private static KeyTerms terms(Set<Right> rights, Set<MarketKind> markets, Instant until) {
        return new KeyTerms(
                null, KeyType.HMAC, rights, markets, null, until != null, until, null, null, null);
    }

    private ApiKey open(BinanceVenue venue, String host, KeyTerms terms) {
        ApiKey key = venue.newKey(terms, NOW);
        VenueAccount account =
                new VenueAccount(key.apiKey(), venue.id(), "123456789", null, host, NOW);
        account.put(key);
        account.wallet(WalletKind.FUTURES).set("USDT", new BigDecimal("10000"));
        accounts.add(account);
        return key;
    }

    private static String clock() {
        return "timestamp=" + NOW.toEpochMilli();
    }

    private VenueReply get(BinanceVenue venue, String host, ApiKey key, String path, String query) {
        return venue.answer(call("GET", host, key, path, signed(key, query), ""));
    }

    private VenueReply post(ApiKey key, String path, String form) {
        return usdm.answer(
                call("POST", "futures", key, path, "", signed(key, form + '&' + clock())));
    }

    private static String signed(ApiKey key, String text) {
        return key == null
                ? text
                : text
                        + "&signature="
                        + Macs.hex(
                                Macs.sha256(key.secret(), text.getBytes(StandardCharsets.UTF_8)));
    }

    private VenueCall call(
            String method, String host, ApiKey key, String path, String query, String body) {
        return new VenueCall(
                method,
                path,
                query,
                key == null ? Map.of() : Map.of("x-mbx-apikey", key.apiKey()),
                body.getBytes(StandardCharsets.UTF_8),
                ip,
                host,
                NOW);
    }

    private static int code(VenueReply reply) {
        return json(reply).path("code").asInt(Integer.MIN_VALUE);
    }

    private static JsonNode json(VenueReply reply) {
        return Json.read(reply.body());
    }
}
