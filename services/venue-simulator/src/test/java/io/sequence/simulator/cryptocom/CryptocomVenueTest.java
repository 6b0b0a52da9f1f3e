package io.sequence.simulator.cryptocom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.KeyTerms;
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

class CryptocomVenueTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Accounts accounts = new Accounts(10, Accounts.NO_JOURNAL);
    private final CryptocomVenue venue = new CryptocomVenue(accounts, new PriceBoard(7));
    private final ApiKey key = issue(Set.of(Right.READ, Right.TRADE));
    private long nonce = NOW.toEpochMilli();

    @Test
    void acknowledgesFirstAndRejectsAfterwards() {
        String order =
                "{\"exec_inst\":[\"POST_ONLY\"],\"instrument_name\":\"BTC_USDT\",\"price\":\"90000\","
                    + "\"quantity\":\"0.01\",\"side\":\"BUY\",\"type\":\"LIMIT\"}";
        String text =
                "exec_instPOST_ONLYinstrument_nameBTC_USDTprice90000quantity0.01sideBUYtypeLIMIT";
        JsonNode receipt = json(send(key, "private/create-order", order, text, ++nonce));
        assertThat(receipt.path("code").asInt(-1)).isZero();
        String id = receipt.path("result").path("order_id").asText();
        JsonNode detail =
                json(
                        send(
                                key,
                                "private/get-order-detail",
                                "{\"order_id\":\"" + id + "\"}",
                                "order_id" + id,
                                ++nonce));
        assertThat(detail.path("result").path("status").asText()).isEqualTo("REJECTED");
        assertThat(detail.path("result").path("reason").asInt()).isEqualTo(43005);
    }

    @Test
    void answersABusinessCodeToAKeyThatMayTradeAndNoneToOneThatMayNot() {
        ApiKey reader = issue(Set.of(Right.READ));
        assertThat(cancelNothing(key).status()).isEqualTo(500);
        assertThat(json(cancelNothing(key)).path("code").asInt()).isEqualTo(212);
        assertThat(cancelNothing(reader).status()).isEqualTo(401);
        assertThat(json(cancelNothing(reader)).path("code").asInt()).isEqualTo(40101);
    }

    @Test
    void takesANonceOnceAndWithinAMinute() {
        assertThat(balance(nonce + 60_000).status()).isEqualTo(200);
        assertThat(json(balance(nonce + 60_000)).path("code").asInt()).isEqualTo(40006);
        assertThat(balance(nonce).status()).isEqualTo(200);
        VenueReply late = balance(nonce - 60_001);
        assertThat(late.status()).isEqualTo(400);
        assertThat(json(late).path("code").asInt()).isEqualTo(40102);
    }

    @Test
    void paysOnlyWithWhatIsThereAndSaysSoWithStatus500() {
        String order =
                "{\"instrument_name\":\"BTC_USD\",\"quantity\":\"1\",\"side\":\"BUY\",\"type\":\"MARKET\"}";
        VenueReply reply =
                send(
                        key,
                        "private/create-order",
                        order,
                        "instrument_nameBTC_USDquantity1sideBUYtypeMARKET",
                        ++nonce);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(json(reply).path("code").asInt()).isEqualTo(306);
    }

    @Test
    void hasAStatusForEveryFault() {
        VenueCall call = call("private/user-balance", "{}");
        assertThat(venue.fault(FaultKind.RATE_LIMIT, call).status()).isEqualTo(429);
        assertThat(json(venue.fault(FaultKind.MAINTENANCE, call)).path("code").asInt())
                .isEqualTo(9010001);
    }

    private VenueReply cancelNothing(ApiKey by) {
        return send(by, "private/cancel-order", "{\"order_id\":\"1\"}", "order_id1", ++nonce);
    }

    private VenueReply balance(long number) {
        return send(key, "private/user-balance", "{}", "", number);
    }

    private VenueReply send(ApiKey by, String method, String params, String text, long number) {
        String signed = method + "7" + by.apiKey() + text + number;
        String sign = Macs.hex(Macs.sha256(by.secret(), signed.getBytes(StandardCharsets.UTF_8)));
        return venue.answer(
                call(
                        method,
                        "{\"id\":7,\"method\":\"%s\",\"params\":%s,\"api_key\":\"%s\",\"sig\":\"%s\",\"nonce\":%d}"
                                .formatted(method, params, by.apiKey(), sign, number)));
    }

    private static VenueCall call(String method, String body) {
        return new VenueCall(
                "POST",
                "/exchange/v1/" + method,
                "",
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1",
                "exchange",
                NOW);
    }

    private ApiKey issue(Set<Right> rights) {
        KeyTerms terms =
                new KeyTerms(null, null, rights, null, List.of(), false, null, null, null, null);
        ApiKey issued = venue.newKey(terms, NOW);
        VenueAccount account =
                new VenueAccount(
                        issued.apiKey(), "cryptocom", venue.newUid(), null, "exchange", NOW);
        account.put(issued);
        account.wallet(WalletKind.TRADING).set("USDT", new BigDecimal("5000"));
        accounts.add(account);
        return issued;
    }

    private static JsonNode json(VenueReply reply) {
        return Json.read(reply.body());
    }
}
