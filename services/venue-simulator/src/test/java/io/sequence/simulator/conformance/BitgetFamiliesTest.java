package io.sequence.simulator.conformance;

import static io.sequence.simulator.conformance.VenueBench.byClientId;
import static io.sequence.simulator.conformance.VenueBench.byVenueId;
import static io.sequence.simulator.conformance.VenueBench.fault;
import static io.sequence.simulator.conformance.VenueBench.granted;
import static io.sequence.simulator.conformance.VenueBench.market;
import static io.sequence.simulator.conformance.VenueBench.resting;
import static io.sequence.simulator.conformance.VenueBench.terms;
import static io.sequence.simulator.conformance.VenueBench.total;
import static io.sequence.simulator.conformance.VenueBench.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.faults.Fault;
import io.sequence.simulator.conformance.SimulatorAdmin.Issued;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.transport.HostBook;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.net.URI;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What only Bitget has: a classic account beside the unified one that the numbered cases take, an
 * upgrade from the one to the other, demo trading, and keys that sign with RSA.
 */
@QuarkusTest
class BitgetFamiliesTest {
    private static final String VENUE = "bitget";
    private static final VenueTraits TRAITS = VenueTraits.of(VENUE);
    private static final String CLASSIC =
            "{\"account_mode\":\"classic\",\"balances\":{\"BTC\":\"2\",\"USDT\":\"100000\"}}";

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

    @Test
    void readsTheFineCodesOfAClassicKey() {
        for (List<String> may :
                List.of(
                        List.of("read"),
                        List.of("read", "trade"),
                        List.of("read", "transfer"),
                        List.of("read", "withdraw"))) {
            for (Set<Market> markets :
                    List.<Set<Market>>of(EnumSet.of(Market.SPOT), EnumSet.of(Market.DERIVATIVES))) {
                Issued key = classic(terms(may, markets));
                Rights rights = value(client(key).inspectKey()).rights();
                assertThat(rights.of(Right.READ)).isEqualTo(granted(true));
                for (Market market : Market.values()) {
                    assertThat(rights.of(market.tradeRight()))
                            .as(may + " " + markets)
                            .isEqualTo(granted(may.contains("trade") && markets.contains(market)));
                }
                assertThat(rights.of(Right.TRANSFER)).isEqualTo(granted(may.contains("transfer")));
                assertThat(rights.of(Right.WITHDRAW)).isEqualTo(granted(may.contains("withdraw")));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Market.class)
    void tradesOnAClassicAccount(Market market) {
        VenueClient client = client(simulator.account(VENUE, CLASSIC));
        List<Balance> before =
                value(client.balances(market)).stream().filter(Balance::trades).toList();
        assertThat(total(before, new Asset("USDT"))).isEqualByComparingTo("100000");
        assertThat(value(client.feeTier(market)).taker()).isPositive();

        OrderRequest order = resting(TRAITS, market);
        OrderReceipt receipt = value(client.place(order));
        assertThat(value(client.openOrders(market, order.symbol())))
                .singleElement()
                .satisfies(
                        open -> {
                            assertThat(open.ref().venueOrderId()).isEqualTo(receipt.venueOrderId());
                            assertThat(open.quantity()).isEqualByComparingTo(order.quantity());
                        });
        assertThat(fault(client.place(order))).isEqualTo(Fault.DUPLICATE_CLIENT_ID);
        value(client.cancel(byClientId(order)));
        assertThat(value(client.order(byVenueId(order, receipt))).phase())
                .isEqualTo(Phase.CANCELLED);
        assertThat(fault(client.cancel(byClientId(order)))).isEqualTo(Fault.ORDER_NOT_FOUND);
        assertThat(value(client.openOrders(market, order.symbol()))).isEmpty();

        OrderRequest filled = market(TRAITS, market);
        value(client.place(filled));
        assertThat(value(client.order(byClientId(filled))))
                .satisfies(
                        state -> {
                            assertThat(state.phase()).isEqualTo(Phase.FILLED);
                            assertThat(state.filled()).isEqualByComparingTo(filled.quantity());
                            assertThat(state.averagePrice()).isPositive();
                        });
        assertThat(value(client.recentFills(market, filled.symbol())))
                .singleElement()
                .satisfies(
                        fill -> {
                            assertThat(fill.quantity()).isEqualByComparingTo(filled.quantity());
                            assertThat(fill.fee()).isPositive();
                        });
        assertThat(value(client.positions())).hasSize(market == Market.DERIVATIVES ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(Market.class)
    void tellsThatAClassicAccountCannotPay(Market market) {
        VenueClient client = client(classic("{}"));
        assertThat(fault(client.place(market(TRAITS, market)))).isEqualTo(Fault.ORDER_FUNDS);
        assertThat(fault(client.order(byClientId(resting(TRAITS, market)))))
                .isEqualTo(Fault.ORDER_NOT_FOUND);
    }

    @Test
    void keepsAClassicKeyToItsMarket() {
        Issued key =
                simulator.account(
                        VENUE, CLASSIC.replace("{\"account", "{\"markets\":[\"spot\"],\"account"));
        VenueClient client = client(key);
        value(client.place(resting(TRAITS, Market.SPOT)));
        assertThat(fault(client.place(resting(TRAITS, Market.DERIVATIVES))))
                .isEqualTo(Fault.PERMISSION_DENIED);
    }

    @Test
    void followsAnUpgradeWhileConnected() {
        Issued key = simulator.account(VENUE, CLASSIC);
        VenueClient client = client(key);
        assertThat(value(client.inspectKey()).rights().of(Right.TRANSFER))
                .isEqualTo(granted(false));
        simulator.change(VENUE, key.accountId(), "{\"account_mode\":\"unified\"}");
        value(client.ping());
        value(client.place(resting(TRAITS, Market.SPOT)));
        assertThat(value(client.openOrders(Market.SPOT, "BTCUSDT"))).hasSize(1);
    }

    @Test
    void tellsADemoKeyFromAWrongOne() {
        Issued key = simulator.account(VENUE, "{\"demo\":true}");
        assertThat(fault(client(key).inspectKey())).isEqualTo(Fault.ENVIRONMENT_MISMATCH);
    }

    @Test
    void signsWithRsa() {
        Issued key =
                simulator.account(
                        VENUE, CLASSIC.replace("{\"account", "{\"key_type\":\"rsa\",\"account"));
        VenueClient client = client(key);
        value(client.inspectKey());
        OrderRequest order = resting(TRAITS, Market.SPOT);
        value(client.place(order));
        value(client.cancel(byClientId(order)));
    }

    private Issued classic(String body) {
        String rest = body.substring(1);
        return simulator.account(
                VENUE, "{\"account_mode\":\"classic\"" + (rest.equals("}") ? "" : ",") + rest);
    }

    private VenueClient client(Issued key) {
        return VenueBench.client(VENUE, key, transport);
    }
}
