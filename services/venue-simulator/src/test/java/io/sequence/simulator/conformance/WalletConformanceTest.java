package io.sequence.simulator.conformance;

import static io.sequence.simulator.conformance.VenueBench.byVenueId;
import static io.sequence.simulator.conformance.VenueBench.fault;
import static io.sequence.simulator.conformance.VenueBench.resting;
import static io.sequence.simulator.conformance.VenueBench.value;
import static io.sequence.simulator.conformance.VenueBench.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.faults.Fault;
import io.sequence.simulator.conformance.SimulatorAdmin.Issued;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.transport.HostBook;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The venues whose keys are wallets: kinds of wallet, wallets that act for others, networks. */
@QuarkusTest
class WalletConformanceTest {
    private static final String MONEY = "\"balances\":{\"BTC\":\"1\",\"USDC\":\"100000\"}";

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
    @ValueSource(strings = {"eoa", "proxy", "safe", "deposit"})
    void tradesWithNothingButAWallet(String kind) {
        Issued key = simulator.account("polymarket", "{\"name\":\"" + kind + "\"," + MONEY + "}");
        var wallet = new LinkedHashMap<>(key.credentials());
        List.of("api_key", "api_secret", "passphrase").forEach(wallet::remove);
        VenueClient client =
                client("polymarket", "clob", new Issued(key.accountId(), key.uid(), "", wallet));

        assertThat(value(client.inspectKey()).accountUid()).isEqualTo(key.uid());
        assertThat(value(client.balances(Market.SPOT)))
                .singleElement()
                .satisfies(b -> assertThat(b.total()).isEqualByComparingTo("100000"));
        comesAndGoes(client, resting("polymarket"));
    }

    @Test
    void tellsAWalletThatHoldsNothingFromTheOneThatDoes() {
        Issued key = simulator.account("polymarket", "{\"name\":\"deposit\"," + MONEY + "}");
        Issued wrong = with(key, "signature_type", "1");
        assertThat(fault(client("polymarket", "clob", wrong).place(resting("polymarket"))))
                .isEqualTo(Fault.PERMISSION_DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "vault"})
    void actsForAnotherWallet(String name) {
        Issued key =
                simulator.account(
                        "hyperliquid",
                        "{\"sub_account\":true,\"name\":\"" + name + "\"," + MONEY + "}");
        VenueClient client = client("hyperliquid", "mainnet", key);

        KeyFacts facts = value(client.inspectKey());
        assertThat(facts.accountUid()).isEqualTo(key.uid());
        assertThat(facts.parentUid()).isEqualTo(key.parentUid());
        comesAndGoes(client, resting("hyperliquid"));
    }

    @Test
    void refusesAVaultOfSomebodyElse() {
        Issued key = simulator.account("hyperliquid", "{" + MONEY + "}");
        Issued other =
                simulator.account("hyperliquid", "{\"sub_account\":true,\"name\":\"vault\"}");
        Issued wrong = with(key, "passphrase", other.uid());
        assertThat(fault(client("hyperliquid", "mainnet", wrong).inspectKey()))
                .isEqualTo(Fault.INVALID_PASSPHRASE);
    }

    @Test
    void signsForEachNetworkApart() {
        Issued key = simulator.account("hyperliquid", "{\"host\":\"testnet\"," + MONEY + "}");
        VenueClient client = client("hyperliquid", "testnet", key);
        assertThat(value(client.inspectKey()).rights().of(Right.WITHDRAW)).isEqualTo(Grant.DENIED);
        comesAndGoes(client, resting("hyperliquid"));
        assertThat(fault(client("hyperliquid", "mainnet", key).inspectKey()))
                .isEqualTo(Fault.INVALID_KEY);
    }

    private static void comesAndGoes(VenueClient client, OrderRequest order) {
        OrderReceipt receipt = value(client.place(order));
        OrderState state = value(client.order(byVenueId(order, receipt)));
        assertThat(state.phase()).isEqualTo(Phase.OPEN);
        value(client.cancel(byVenueId(order, receipt)));
        assertThat(value(client.openOrders(order.market(), order.symbol()))).isEmpty();
    }

    private VenueClient client(String venue, String host, Issued key) {
        var fields = new LinkedHashMap<String, Secret>();
        key.credentials().forEach((name, value) -> fields.put(name, Secret.of(value)));
        VenueId id = new VenueId(venue);
        return Venues.of(id).connect(new Credential(id, host, fields), transport);
    }
}
