package io.sequence.simulator.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
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
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoinbaseVenueTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String V3 = "/api/v3/brokerage";

    private final Accounts accounts = new Accounts(10, Accounts.NO_JOURNAL);
    private final CoinbaseVenue venue = new CoinbaseVenue(accounts, new PriceBoard(7));
    private final ApiKey key = issue();

    @Test
    void saysNoMoreThanUnauthorized() {
        VenueReply unsigned = venue.answer(call("GET", V3 + "/accounts", "", "", "advanced"));
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.contentType()).startsWith("text/plain");
        assertThat(unsigned.body()).startsWith("Unauthorized");
        VenueReply older = venue.answer(call("GET", "/v2/accounts", "", "", "advanced"));
        assertThat(json(older).path("errors").path(0).path("id").asText())
                .isEqualTo("invalid_token");
    }

    @Test
    void takesATokenForTheVenueOrForTheSimulatorsOwnAddress() {
        String path = V3 + "/key_permissions";
        assertThat(get(path, "GET api.coinbase.com" + path).status()).isEqualTo(200);
        assertThat(get(path, "GET http://localhost:8090/coinbase" + path).status()).isEqualTo(200);
        assertThat(get(path, "GET http://elsewhere:8090/coinbase" + path).status()).isEqualTo(401);
        assertThat(get(path, "GET https://api.coinbase.com" + path).status()).isEqualTo(401);
    }

    @Test
    void answers200ToAnOrderThatItDoesNotTake() {
        VenueReply reply = place("BTC-USD", "\"market_market_ioc\":{\"base_size\":\"9\"}", "a");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(json(reply).path("success").asBoolean(true)).isFalse();
        assertThat(json(reply).path("error_response").path("error").asText())
                .isEqualTo("INSUFFICIENT_FUND");
        JsonNode trigger = json(place("BTC-USD", "\"trigger_bracket_gtc\":{}", "b"));
        assertThat(trigger.path("error_response").path("error").asText())
                .isEqualTo("UNSUPPORTED_ORDER_CONFIGURATION");
        String crossing =
                "\"limit_limit_gtc\":{\"base_size\":\"0.01\",\"limit_price\":\"90000\",\"post_only\":true}";
        assertThat(
                        json(place("BTC-USD", crossing, "c"))
                                .path("error_response")
                                .path("error")
                                .asText())
                .isEqualTo("INVALID_LIMIT_PRICE_POST_ONLY");
    }

    @Test
    void leadsAClientIdBackToItsOrder() {
        String resting = "\"limit_limit_gtc\":{\"base_size\":\"0.01\",\"limit_price\":\"100\"}";
        JsonNode first = json(place("BTC-USD", resting, "same")).path("success_response");
        JsonNode second = json(place("BTC-USD", resting, "same")).path("success_response");
        assertThat(first.path("order_id").asText()).isNotBlank();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesWhatThisPortfolioMayNot() {
        VenueReply abroad = place("BTC-PERP-INTX", "\"market_market_ioc\":{}", "d");
        assertThat(abroad.status()).isEqualTo(403);
        assertThat(json(abroad).path("message").asText())
                .isEqualTo("User has no access to post INTX perps orders");
        String path = V3 + "/intx/portfolio/another";
        assertThat(json(get(path, "GET api.coinbase.com" + path)).path("message").asText())
                .isEqualTo("User does not have access to portfolio");
    }

    @Test
    void hasASandboxThatChecksNoKey() {
        VenueCall accountsCall = call("GET", V3 + "/accounts", "", "", "sandbox");
        assertThat(json(venue.answer(accountsCall)).path("accounts")).hasSize(1);
        VenueCall key = call("GET", V3 + "/key_permissions", "", "", "sandbox");
        assertThat(venue.answer(key).status()).isEqualTo(404);
    }

    @Test
    void asksForPatienceInTheOlderWords() {
        VenueReply reply =
                venue.fault(FaultKind.RATE_LIMIT, call("GET", V3 + "/time", "", "", "advanced"));
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.headers()).containsEntry("x-ratelimit-remaining", "0");
        assertThat(json(reply).path("errors").path(0).path("id").asText())
                .isEqualTo("rate_limit_exceeded");
    }

    private VenueReply place(String product, String configuration, String client) {
        String path = V3 + "/orders";
        String body =
                "{\"client_order_id\":\"%s\",\"product_id\":\"%s\",\"side\":\"BUY\",\"order_configuration\":{%s}}"
                        .formatted(client, product, configuration);
        String token = token("POST api.coinbase.com" + path);
        return venue.answer(call("POST", path, body, token, "advanced"));
    }

    private VenueReply get(String path, String uri) {
        return venue.answer(call("GET", path, "", token(uri), "advanced"));
    }

    private String token(String uri) {
        String header =
                "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"typ\":\"JWT\"}".formatted(key.apiKey());
        long from = NOW.getEpochSecond();
        String claims =
                "{\"sub\":\"%s\",\"iss\":\"cdp\",\"nbf\":%d,\"exp\":%d,\"uri\":\"%s\"}"
                        .formatted(key.apiKey(), from, from + 120, uri);
        String text =
                encode(header.getBytes(StandardCharsets.UTF_8))
                        + '.'
                        + encode(claims.getBytes(StandardCharsets.UTF_8));
        try {
            byte[] seed = Arrays.copyOf(Base64.getDecoder().decode(key.secret()), 32);
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(
                                    new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return text + '.' + encode(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static VenueCall call(
            String method, String path, String body, String token, String host) {
        return new VenueCall(
                method,
                path,
                "",
                Map.of("host", "localhost:8090", "authorization", "Bearer " + token),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1",
                host,
                NOW);
    }

    private ApiKey issue() {
        ApiKey issued = venue.newKey(KeyTerms.none().usually(KeyType.ED25519), NOW);
        VenueAccount account =
                new VenueAccount("one", "coinbase", venue.newUid(), null, "advanced", NOW);
        account.put(issued);
        account.wallet(WalletKind.TRADING).set("USD", new BigDecimal("5000"));
        accounts.add(account);
        return issued;
    }

    private static JsonNode json(VenueReply reply) {
        return Json.read(reply.body());
    }
}
