package io.sequence.simulator.kalshi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One book for both outcomes, and what it does to the money. */
class KalshiTradingTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String TICKER = "KXHIGHNY-28DEC31-T60";
    private static final String ROOT = "/trade-api/v2";
    private static final String PLACE = ROOT + "/portfolio/events/orders";

    private final PriceBoard prices = new PriceBoard(7);
    private final Accounts accounts = new Accounts(10, Accounts.NO_JOURNAL);
    private final KalshiVenue venue = new KalshiVenue(accounts, prices);
    private final ApiKey key = venue.newKey(KeyTerms.none(), NOW);
    private final VenueAccount account =
            new VenueAccount("a", KalshiVenue.ID, venue.newUid(), null, "elections", NOW);

    @BeforeEach
    void open() {
        account.put(key);
        account.wallet(WalletKind.TRADING).set("USD", new BigDecimal("100"));
        accounts.add(account);
        prices.pin(TICKER + ":YES", new BigDecimal("0.60"));
    }

    private JsonNode json(VenueReply reply) {
        return Json.read(reply.body());
    }

    private VenueReply get(String path, String query) {
        return ask("GET", path, query, "");
    }

    private VenueReply ask(String method, String path, String query, String body) {
        String timestamp = Long.toString(NOW.toEpochMilli());
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/json");
        headers.put("kalshi-access-key", key.apiKey());
        headers.put("kalshi-access-timestamp", timestamp);
        headers.put("kalshi-access-signature", sign(timestamp + method + path));
        return venue.answer(
                new VenueCall(
                        method,
                        path,
                        query,
                        Map.copyOf(headers),
                        body.getBytes(StandardCharsets.UTF_8),
                        "127.0.0.1",
                        "elections",
                        NOW));
    }

    private String sign(String text) {
        try {
            byte[] pkcs8 =
                    Base64.getMimeDecoder()
                            .decode(key.secret().replaceAll("-----[A-Z ]+-----", ""));
            PrivateKey secret =
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            Signature signer = Signature.getInstance("RSASSA-PSS");
            signer.setParameter(
                    new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            signer.initSign(secret);
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private VenueReply place(String side, String count, String price, String more) {
        return ask(
                "POST",
                PLACE,
                "",
                ("{\"ticker\":\"%s\",\"client_order_id\":\"%s\",\"side\":\"%s\",\"count\":\"%s\","
                     + "\"price\":\"%s\",\"self_trade_prevention_type\":\"taker_at_cross\","
                     + "\"time_in_force\":\"good_till_canceled\"%s}")
                        .formatted(TICKER, UUID.randomUUID(), side, count, price, more));
    }

    private String cash() {
        return json(get(ROOT + "/portfolio/balance", "")).path("balance_dollars").asText();
    }

    private String held() {
        return json(get(ROOT + "/portfolio/positions", ""))
                .path("market_positions")
                .path(0)
                .path("position_fp")
                .asText();
    }

    @Test
    void buysYesAtTheAskAndTakesTheFee() {
        JsonNode placed = json(place("bid", "10.00", "0.9900", ""));

        assertThat(placed.path("fill_count").asText()).isEqualTo("10.00");
        assertThat(placed.path("average_fill_price").asText()).isEqualTo("0.6100");
        // 0.07 × 10 × 0.61 × 0.39
        assertThat(placed.path("average_fee_paid").asText()).isEqualTo("0.16653");
        assertThat(cash()).isEqualTo("93.73347");
        assertThat(held()).isEqualTo("10.00");
    }

    @Test
    void buysNoWithAnAskAndPaysWhatIsLeftToADollar() {
        JsonNode placed = json(place("ask", "10", "0.0100", ""));

        assertThat(placed.path("average_fill_price").asText()).isEqualTo("0.5900");
        assertThat(held()).isEqualTo("-10.00");
        // 10 × 0.41 and 0.07 × 10 × 0.41 × 0.59
        assertThat(cash()).isEqualTo("95.73067");
        JsonNode fill =
                json(get(ROOT + "/portfolio/fills", "ticker=" + TICKER)).path("fills").path(0);
        assertThat(fill.path("book_side").asText()).isEqualTo("ask");
        assertThat(fill.path("outcome_side").asText()).isEqualTo("no");
        assertThat(fill.path("yes_price_dollars").asText()).isEqualTo("0.5900");
        assertThat(fill.path("no_price_dollars").asText()).isEqualTo("0.4100");
    }

    @Test
    void sellsWhatIsHeldAndTurnsTheRestAround() {
        place("bid", "10", "0.99", "");

        assertThat(place("ask", "15", "0.01", ",\"reduce_only\":true").status()).isEqualTo(400);
        assertThat(json(place("ask", "4", "0.01", "")).path("fill_count").asText())
                .isEqualTo("4.00");
        assertThat(held()).isEqualTo("6.00");
        place("ask", "10", "0.01", "");
        assertThat(held()).isEqualTo("-4.00");
    }

    @Test
    void restsUntilThePriceComes() {
        String id = json(place("bid", "10", "0.50", "")).path("order_id").asText();

        assertThat(cash()).isEqualTo("94.8250");
        assertThat(json(get(ROOT + "/portfolio/orders/" + id, "")).at("/order/status").asText())
                .isEqualTo("resting");
        prices.pin(TICKER + ":YES", new BigDecimal("0.40"));
        assertThat(json(get(ROOT + "/portfolio/orders/" + id, "")).at("/order/status").asText())
                .isEqualTo("executed");
        assertThat(ask("DELETE", PLACE + "/" + id, "", "").status()).isEqualTo(404);
    }

    @Test
    void wantsNumbersAsText() {
        VenueReply reply =
                ask(
                        "POST",
                        PLACE,
                        "",
                        "{\"ticker\":\"" + TICKER + "\",\"count\":10,\"price\":0.5}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(json(reply).path("code").asText()).isEqualTo("bad_request");
    }

    @Test
    void refusesWhatTheExchangeRefuses() {
        assertThat(place("bid", "10", "0.99", ",\"post_only\":true").body())
                .contains("post only cross");
        assertThat(place("bid", "1000", "0.55", "").body()).contains("insufficient_balance");
        assertThat(place("bid", "10", "0.555", "").body()).contains("invalid_order");
        assertThat(place("buy", "10", "0.55", "").body())
                .isEqualTo("{\"msg\":\"side is invalid\"}");
        VenueReply retired = ask("POST", ROOT + "/portfolio/orders", "", "{}");
        assertThat(retired.status()).isEqualTo(410);
    }

    @Test
    void quotesBothOutcomesOfOneBook() {
        JsonNode market = json(get(ROOT + "/markets/" + TICKER, "")).path("market");

        assertThat(market.path("yes_bid_dollars").asText()).isEqualTo("0.5900");
        assertThat(market.path("no_ask_dollars").asText()).isEqualTo("0.4100");
        JsonNode book =
                json(get(ROOT + "/markets/" + TICKER + "/orderbook", "")).path("orderbook_fp");
        assertThat(book.path("yes_dollars").path(2).path(0).asText()).isEqualTo("0.5900");
        assertThat(book.path("no_dollars").path(2).path(0).asText()).isEqualTo("0.3900");
        assertThat(
                        json(get(ROOT + "/events", "with_nested_markets=true&limit=1"))
                                .path("cursor")
                                .asText())
                .isEqualTo("1");
        assertThat(get(ROOT + "/markets/MOON", "").status()).isEqualTo(404);
    }
}
