package io.sequence.simulator.conformance;

import static io.restassured.RestAssured.given;
import static io.sequence.simulator.conformance.VenueBench.fault;
import static io.sequence.simulator.conformance.VenueBench.resting;
import static io.sequence.simulator.conformance.VenueBench.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.faults.Fault;
import io.sequence.simulator.conformance.SimulatorAdmin.Issued;
import io.sequence.simulator.wire.Macs;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.transport.HostBook;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only Binance's venues have: three kinds of key, and test hosts that tell no rights. */
@QuarkusTest
class BinanceFamilyTest {

    @TestHTTPResource("/")
    URI base;

    private SimulatorAdmin simulator;
    private VertxVenueTransport transport;

    @BeforeEach
    void open() {
        simulator = new SimulatorAdmin(base);
        transport =
                VertxVenueTransport.standalone(
                        HostBook.of(Venues.profiles()).atSimulator(base),
                        TransportSettings.SIMULATOR,
                        InstantSource.system());
    }

    @AfterEach
    void close() {
        transport.close();
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "binance,hmac",
        "binance,rsa",
        "binance,ed25519",
        "binance_usdm,hmac",
        "binance_usdm,rsa",
        "binance_usdm,ed25519",
        "binance_us,hmac"
    })
    void signsQueriesAndFormsWithEveryKindOfKey(String venue, String kind) {
        Issued key =
                simulator.account(
                        venue,
                        "{\"key_type\":\"%s\",\"balances\":{\"USDT\":\"100000\"}}".formatted(kind));
        String host = venue.equals("binance_usdm") ? "futures" : "spot";
        VenueClient client = client(venue, host, key);
        OrderRequest order = resting(venue);
        value(client.inspectKey());
        value(client.place(order));
        assertThat(value(client.openOrders(order.market(), order.symbol()))).hasSize(1);
        value(client.cancel(VenueBench.byClientId(order)));
    }

    @ParameterizedTest
    @CsvSource({"binance,TRADE_SPOT", "binance_usdm,TRADE_DERIVATIVES"})
    void judgesATestKeyByWhatItCanDo(String venue, Right trade) {
        KeyFacts trader = inspect(venue, "testnet", "[\"read\",\"trade\"]");
        assertThat(trader.rights().of(Right.READ)).isEqualTo(Grant.GRANTED);
        assertThat(trader.rights().of(trade)).isEqualTo(Grant.GRANTED);
        assertThat(inspect(venue, "testnet", "[\"read\"]").rights().of(trade))
                .isEqualTo(Grant.DENIED);
    }

    private KeyFacts inspect(String venue, String host, String permissions) {
        Issued key =
                simulator.account(
                        venue, "{\"host\":\"%s\",\"permissions\":%s}".formatted(host, permissions));
        return value(client(venue, host, key).inspectKey());
    }

    @ParameterizedTest
    @CsvSource({
        "binance,testnet,spot",
        "binance,spot,testnet",
        "binance_usdm,testnet,futures",
        "binance_usdm,futures,testnet"
    })
    void knowsAKeyOfTheOtherEnvironment(String venue, String home, String asked) {
        Issued key = simulator.account(venue, "{\"host\":\"%s\"}".formatted(home));
        assertThat(fault(client(venue, asked, key).inspectKey()))
                .isEqualTo(Fault.ENVIRONMENT_MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"binance", "binance_usdm", "binance_us"})
    void knowsAKeyThatMayTradeButNotRead(String venue) {
        Issued key = simulator.account(venue, "{\"permissions\":[\"trade\"]}");
        String host = venue.equals("binance_usdm") ? "futures" : "spot";
        assertThat(fault(client(venue, host, key).inspectKey())).isEqualTo(Fault.READ_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"binance", "binance_usdm", "binance_us"})
    void tellsTheMarketAndWhatWasTraded(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        String symbol =
                traits.market() == Market.SPOT ? traits.spotSymbol() : traits.derivativeSymbol();
        Issued key =
                simulator.account(
                        venue,
                        "{\"balances\":{\"USDT\":\"100000\"},\"permissions\":[\"read\",\"trade\"]}");
        String host = venue.equals("binance_usdm") ? "futures" : "spot";
        VenueClient client = client(venue, host, key);
        Ticker ticker = value(client.ticker(traits.market(), symbol));
        assertThat(ticker.bid()).isLessThan(ticker.ask());
        value(client.instrument(traits.market(), symbol));
        assertThat(value(client.recentFills(traits.market(), symbol))).isEmpty();
        value(client.place(VenueBench.market(traits, traits.market())));
        JsonNode traded = simulator.ledger(venue, key.accountId()).path("fills").path(0);
        assertThat(value(client.recentFills(traits.market(), symbol)))
                .singleElement()
                .satisfies(
                        fill -> {
                            assertThat(fill.price())
                                    .isEqualByComparingTo(traded.path("price").asText());
                            assertThat(fill.fee())
                                    .isEqualByComparingTo(traded.path("fee").asText());
                        });
    }

    @Test
    void warnsOfHedgeMode() {
        Issued key = simulator.account("binance_usdm", "{}");
        VenueClient client = client("binance_usdm", "futures", key);
        assertThat(value(client.inspectKey()).warnings()).noneMatch(w -> w.contains("Hedge"));
        hedge(key);
        assertThat(value(client.inspectKey()).warnings()).anyMatch(w -> w.contains("Hedge"));
    }

    private void hedge(Issued key) {
        String form = "dualSidePosition=true&timestamp=" + System.currentTimeMillis();
        byte[] mac =
                Macs.sha256(
                        key.credentials().get("api_secret"), form.getBytes(StandardCharsets.UTF_8));
        given().header("X-MBX-APIKEY", key.credentials().get("api_key"))
                .contentType("application/x-www-form-urlencoded")
                .body(form + "&signature=" + Macs.hex(mac))
                .post("/binance_usdm/fapi/v1/positionSide/dual")
                .then()
                .statusCode(200);
    }

    private VenueClient client(String venue, String host, Issued key) {
        var fields = new LinkedHashMap<String, Secret>();
        key.credentials().forEach((name, value) -> fields.put(name, Secret.of(value)));
        return VenueBench.venue(venue)
                .connect(
                        new Credential(VenueBench.venue(venue).profile().venue(), host, fields),
                        transport);
    }
}
