package io.sequence.simulator.conformance;

import static io.sequence.simulator.conformance.VenueBench.byClientId;
import static io.sequence.simulator.conformance.VenueBench.byVenueId;
import static io.sequence.simulator.conformance.VenueBench.expected;
import static io.sequence.simulator.conformance.VenueBench.fault;
import static io.sequence.simulator.conformance.VenueBench.market;
import static io.sequence.simulator.conformance.VenueBench.marketSets;
import static io.sequence.simulator.conformance.VenueBench.permissionSets;
import static io.sequence.simulator.conformance.VenueBench.resting;
import static io.sequence.simulator.conformance.VenueBench.terms;
import static io.sequence.simulator.conformance.VenueBench.total;
import static io.sequence.simulator.conformance.VenueBench.unlike;
import static io.sequence.simulator.conformance.VenueBench.value;
import static io.sequence.simulator.conformance.VenueBench.venue;
import static io.sequence.simulator.conformance.VenueBench.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.faults.Fault;
import io.sequence.faults.Retry;
import io.sequence.simulator.SimulatedVenues;
import io.sequence.simulator.conformance.SimulatorAdmin.Issued;
import io.sequence.simulator.conformance.VenueTraits.Trait;
import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.KeyType;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.Capability;
import io.sequence.venues.transport.HostBook;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.VertxVenueTransport;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every venue of the registry against the simulator, over real HTTP: the two were written apart
 * from each other from the venues' documents, and this is where they meet. It stands in the
 * simulator's module because the adapters must not depend on the simulator, nor the simulator on
 * the adapters; only these tests know both.
 *
 * <p>A case is numbered, gaps are for later ones. {@link VenueTraits} holds what the documents say
 * differently.
 */
@QuarkusTest
class VenueConformanceTest {
    private static final String RICH =
            "{\"balances\":{\"BTC\":\"2\",\"USDT\":\"100000\",\"USD\":\"100000\","
                    + "\"USDC\":\"100000\"},"
                    + "\"permissions\":[\"read\",\"trade\"]}";

    @TestHTTPResource("/")
    URI base;

    private SimulatorAdmin simulator;
    private VertxVenueTransport transport;

    static Stream<String> venues() {
        return Venues.profiles().stream().map(profile -> profile.venue().value());
    }

    static Stream<String> venuesWithPassphrase() {
        return venuesThat(Trait.HAS_PASSPHRASE);
    }

    static Stream<String> venuesWithAddressLists() {
        return venues().filter(venue -> !VenueTraits.of(venue).ipNotListed().isEmpty());
    }

    private static Stream<String> venuesThat(Trait trait) {
        return venues().filter(venue -> VenueTraits.of(venue).has(trait));
    }

    @BeforeEach
    void open() {
        simulator = new SimulatorAdmin(base);
        transport =
                VertxVenueTransport.standalone(
                        HostBook.of(Venues.profiles()).atSimulator(base),
                        TransportSettings.SIMULATOR
                                .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30))
                                .withBreaker(10_000, Duration.ofSeconds(1)),
                        InstantSource.system());
    }

    @AfterEach
    void close() {
        venues().forEach(simulator::noFaults);
        transport.close();
        simulator.close();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c01TellsRightsExactlyAsGranted(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        for (List<String> permissions : permissionSets(traits)) {
            for (Set<Market> markets : marketSets(traits)) {
                Issued key = simulator.account(venue, terms(permissions, markets));
                Map<Right, Grant> expected = expected(traits, permissions, markets);
                assertThat(value(client(venue, key).inspectKey()).rights().grants())
                        .as(venue + " " + permissions + " " + markets)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c02SeesAWithdrawalRight(String venue) {
        Issued key =
                simulator.account(venue, "{\"permissions\":[\"read\",\"trade\",\"withdraw\"]}");
        KeyFacts facts = value(client(venue, key).inspectKey());
        VenueTraits traits = VenueTraits.of(venue);
        assertThat(facts.rights().of(Right.WITHDRAW)).isEqualTo(traits.ofAWithdrawer());
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c03ProvesTheKeyWithOneCall(String venue) {
        Issued key = simulator.account(venue, "{}");
        assertThat(value(client(venue, key).ping()).took()).isPositive();
        assertThat(calls(venue, key)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c04KnowsAWrongSecret(String venue) {
        Issued key = simulator.account(venue, "{}");
        Issued other = simulator.account(venue, "{}");
        Issued mixed = with(key, "api_secret", other.credentials().get("api_secret"));
        VenueAnswer<KeyFacts> answer = client(venue, mixed).inspectKey();
        assertThat(fault(answer)).isIn(VenueTraits.of(venue).wrongSecret());
        mixed.credentials().values().forEach(s -> assertThat(answer.toString()).doesNotContain(s));
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c05KnowsAWrongKey(String venue) {
        Issued key = simulator.account(venue, "{}");
        Issued wrong = with(key, "api_key", unlike(key.credentials().get("api_key")));
        assertThat(fault(client(venue, wrong).inspectKey())).isIn(VenueTraits.of(venue).wrongKey());
    }

    @ParameterizedTest
    @MethodSource("venuesWithPassphrase")
    void c06KnowsAWrongPassphrase(String venue) {
        Issued key = simulator.account(venue, "{}");
        Issued wrong = with(key, "passphrase", "not the passphrase");
        assertThat(fault(client(venue, wrong).inspectKey())).isEqualTo(Fault.INVALID_PASSPHRASE);
    }

    @ParameterizedTest
    @MethodSource("venuesWithAddressLists")
    void c07KnowsAnAddressThatIsNotListed(String venue) {
        Issued key = simulator.account(venue, "{\"ip_whitelist\":[\"203.0.113.7\"]}");
        assertThat(fault(client(venue, key).inspectKey()))
                .isIn(VenueTraits.of(venue).ipNotListed());
        simulator.change(venue, key.accountId(), "{\"ip_whitelist\":[\"127.0.0.1\"]}");
        assertThat(value(client(venue, key).inspectKey()).ipAllowList())
                .hasSize(VenueTraits.of(venue).has(Trait.HIDES_ADDRESSES) ? 0 : 1);
        simulator.change(venue, key.accountId(), "{\"ip_whitelist\":[]}");
        assertThat(value(client(venue, key).inspectKey()).ipAllowList()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c08KnowsADeadKey(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        Issued revoked = simulator.account(venue, "{}");
        value(client(venue, revoked).inspectKey());
        simulator.change(venue, revoked.accountId(), "{\"revoked\":true}");
        assertThat(fault(client(venue, revoked).inspectKey())).isIn(traits.revoked());
        if (!traits.expired().isEmpty()) {
            Issued expired = simulator.account(venue, "{\"expires_at\":\"2020-01-01T00:00:00Z\"}");
            assertThat(fault(client(venue, expired).ping())).isIn(traits.expired());
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c09TellsAClockFromAKey(String venue) {
        Issued key = simulator.account(venue, "{}");
        VenueAnswer<KeyFacts> answer =
                VenueBench.client(venue, key, new LateClock(transport, Duration.ofMinutes(1)))
                        .inspectKey();
        if (VenueTraits.of(venue).has(Trait.SIGNS_TIME)) {
            assertThat(fault(answer)).isEqualTo(Fault.TIMESTAMP_SKEW);
        } else {
            assertThat(answer).isInstanceOf(Yes.class);
        }
        simulator.fault(venue, "{\"kind\":\"skew\",\"millis\":60000}");
        switch (client(venue, key).inspectKey()) {
            case Yes<KeyFacts> healed -> assertThat(healed.value().accountUid()).isNotBlank();
            case No<KeyFacts> no -> assertThat(no.fault()).isEqualTo(Fault.TIMESTAMP_SKEW);
            case Unknown<KeyFacts> unknown -> throw new AssertionError(unknown);
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c10SlowsDownWhenAsked(String venue) {
        Issued key = simulator.account(venue, RICH);
        simulator.fault(venue, "{\"kind\":\"rate_limit\"}");
        assertThat(fault(client(venue, key).ping())).isEqualTo(Fault.RATE_LIMITED);
        // Where the limit is our address's, nothing goes out any more.
        assertThat(fault(client(venue, key).place(resting(venue))))
                .isIn(Fault.RATE_LIMITED, Fault.HELD_BACK);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c11DoesNotBlameTheKeyForTheVenuesError(String venue) {
        Issued key = simulator.account(venue, RICH);
        VenueClient client = ready(venue, key);
        simulator.fault(venue, "{\"kind\":\"server_error\"}");
        assertThat(fault(client.ping())).isEqualTo(Fault.VENUE_UNAVAILABLE);
        assertThat(client.place(resting(venue))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c12WaitsForTheEndOfMaintenance(String venue) {
        Issued key = simulator.account(venue, "{}");
        simulator.fault(venue, "{\"kind\":\"maintenance\"}");
        assertThat(fault(client(venue, key).inspectKey()))
                .isIn(Fault.VENUE_MAINTENANCE, Fault.VENUE_UNAVAILABLE);
        simulator.noFaults(venue);
        value(client(venue, key).inspectKey());
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c13NeverTakesAPageForAVerdict(String venue) {
        Issued key = simulator.account(venue, "{}");
        simulator.fault(venue, "{\"kind\":\"html_403\"}");
        Fault fault = fault(client(venue, key).inspectKey());
        assertThat(fault.refusesCredential()).as(fault.name()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c14LooksBeforeItAsksAgain(String venue) {
        Issued key = simulator.account(venue, RICH);
        VenueClient client = ready(venue, key);
        simulator.fault(venue, "{\"kind\":\"timeout\",\"millis\":200}");
        assertThat(fault(client(venue, key).balances(VenueTraits.of(venue).market())).retry())
                .isEqualTo(Retry.LATER);
        OrderRequest order = resting(venue);
        assertThat(client.place(order)).isInstanceOf(Unknown.class);
        simulator.noFaults(venue);
        // The answer was lost and the order was not: only looking tells.
        OrderState found = value(client(venue, key).order(byClientId(order)));
        assertThat(found.phase()).isEqualTo(Phase.OPEN);
        assertThat(found.ref().venueOrderId()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c15CountsMoneyExactlyAndInItsWallet(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        Issued key =
                simulator.account(
                        venue,
                        "{\"balances\":{\"BTC\":\"0.12345678\",\"USDT\":\"1234.56\","
                                + "\"USD\":\"1234.56\",\"USDC\":\"1234.56\"},"
                                + "\"funding_balances\":{\"USDT\":\"7.01\"}}");
        for (Market market : traits.markets()) {
            List<Balance> balances = value(client(venue, key).balances(market));
            List<Balance> trading = balances.stream().filter(Balance::trades).toList();
            assertThat(total(trading, traits.bitcoin()))
                    .isEqualByComparingTo(traits.bitcoin(market, "0.12345678"));
            assertThat(total(trading, traits.quote())).isEqualByComparingTo("1234.56");
            assertThat(trading).allMatch(b -> b.available().compareTo(b.total()) <= 0);
            List<Balance> apart = balances.stream().filter(b -> !b.trades()).toList();
            if (traits.has(Trait.HAS_FUNDING_WALLET)) {
                assertThat(apart)
                        .as(market.name())
                        .anyMatch(b -> b.total().compareTo(new BigDecimal("7.01")) == 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c16PlacesSeesAndCancelsALimitOrder(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        for (Market market : traits.markets()) {
            VenueClient client = client(venue, simulator.account(venue, RICH));
            OrderRequest order = resting(traits, market);
            OrderReceipt receipt = value(client.place(order));
            assertThat(receipt.venueOrderId()).isNotBlank();
            assertThat(value(client.openOrders(market, order.symbol())))
                    .singleElement()
                    .satisfies(state -> isResting(known(traits, state, order), order, receipt));
            isResting(value(client.order(byClientId(order))), order, receipt);
            value(client.cancel(byVenueId(order, receipt)));
            assertThat(value(client.openOrders(market, order.symbol()))).isEmpty();
            assertThat(value(client.order(byVenueId(order, receipt))).phase())
                    .isEqualTo(Phase.CANCELLED);
            OrderRequest another = resting(traits, market);
            value(client.place(another));
            value(client.cancel(byClientId(another)));
            assertThat(value(client.order(byClientId(another))).phase()).isEqualTo(Phase.CANCELLED);
            assertThat(fault(client.cancel(byClientId(another)))).isEqualTo(Fault.ORDER_NOT_FOUND);
        }
    }

    /** Where the venue keeps no ids of ours, a list of orders cannot tell them. */
    private static OrderState known(VenueTraits traits, OrderState state, OrderRequest order) {
        if (!traits.has(Trait.KEEPS_NO_CLIENT_IDS)) {
            return state;
        }
        assertThat(state.ref().clientOrderId()).isIn(null, order.clientOrderId());
        OrderRef ref =
                new OrderRef(
                        order.market(),
                        state.ref().symbol(),
                        state.ref().venueOrderId(),
                        order.clientOrderId());
        return new OrderState(
                ref,
                state.phase(),
                state.quantity(),
                state.filled(),
                state.averagePrice(),
                state.venuePhase());
    }

    private static void isResting(OrderState state, OrderRequest order, OrderReceipt receipt) {
        assertThat(state.phase()).isEqualTo(Phase.OPEN);
        assertThat(state.ref().venueOrderId()).isEqualTo(receipt.venueOrderId());
        assertThat(state.ref().clientOrderId()).isEqualTo(order.clientOrderId());
        assertThat(state.ref().symbol()).isEqualTo(order.symbol());
        assertThat(state.quantity()).isEqualByComparingTo(order.quantity());
        assertThat(state.filled()).isZero();
        assertThat(state.averagePrice()).isNull();
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c17TellsTheAveragePriceOfAFilledMarketOrder(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        Issued key = simulator.account(venue, RICH);
        for (Market market : traits.markets()) {
            OrderRequest order = market(traits, market);
            OrderReceipt receipt = value(client(venue, key).place(order));
            OrderState state = value(client(venue, key).order(byVenueId(order, receipt)));
            assertThat(state.phase()).as(market.name()).isEqualTo(Phase.FILLED);
            assertThat(state.filled()).isEqualByComparingTo(order.quantity());
            BigDecimal paid =
                    new BigDecimal(
                            simulator
                                    .ledger(venue, key.accountId())
                                    .path("fills")
                                    .path(0)
                                    .path("price")
                                    .asText());
            assertThat(state.averagePrice()).isNotNull().isEqualByComparingTo(paid);
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c18DoesNotPlaceTheSameOrderTwice(String venue) {
        Issued key = simulator.account(venue, RICH);
        OrderRequest order = resting(venue);
        OrderReceipt receipt = value(client(venue, key).place(order));
        VenueAnswer<OrderReceipt> again = client(venue, key).place(order);
        VenueTraits traits = VenueTraits.of(venue);
        if (traits.has(Trait.REPEATS_ORDERS)) {
            assertThat(value(again).venueOrderId()).isEqualTo(receipt.venueOrderId());
        } else {
            assertThat(fault(again))
                    .isEqualTo(
                            traits.has(Trait.HIDES_DUPLICATES)
                                    ? Fault.UNRECOGNISED
                                    : Fault.DUPLICATE_CLIENT_ID);
        }
        assertThat(value(client(venue, key).openOrders(order.market(), order.symbol()))).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c19KnowsThatThereIsNoSuchOrder(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        VenueClient client = client(venue, simulator.account(venue, RICH));
        for (Market market : traits.markets()) {
            OrderRequest never = resting(traits, market);
            assertThat(fault(client.order(byClientId(never)))).isEqualTo(Fault.ORDER_NOT_FOUND);
            assertThat(fault(client.cancel(byClientId(never)))).isEqualTo(Fault.ORDER_NOT_FOUND);
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c20KnowsAnOrderThatCannotBePaid(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        Issued key = simulator.account(venue, "{}");
        for (Market market : traits.markets()) {
            assertThat(fault(client(venue, key).place(market(traits, market))))
                    .as(market.name())
                    .isEqualTo(Fault.ORDER_FUNDS);
        }
    }

    static Stream<String> venuesWithRights() {
        return venues().filter(venue -> !VenueTraits.of(venue).has(Trait.WALLET_SIGNS));
    }

    @ParameterizedTest
    @MethodSource("venuesWithRights")
    void c21KnowsAKeyThatMayNotTrade(String venue) {
        Issued key =
                simulator.account(
                        venue, "{\"permissions\":[\"read\"],\"balances\":{\"USDT\":\"100000\"}}");
        assertThat(fault(client(venue, key).place(resting(venue))))
                .isEqualTo(Fault.PERMISSION_DENIED);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c22TellsPositionsAndRates(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        Issued key = simulator.account(venue, RICH);
        VenueClient client = client(venue, key);
        assertThat(value(client.positions())).isEmpty();
        for (Market market : traits.markets()) {
            var fees = value(client.feeTier(market));
            BigDecimal most = new BigDecimal(traits.has(Trait.TRADES_OUTCOMES) ? "0.08" : "0.01");
            assertThat(fees.taker()).isPositive().isLessThan(most);
            assertThat(fees.maker()).isLessThanOrEqualTo(fees.taker());
        }
        if (traits.markets().contains(Market.DERIVATIVES)) {
            value(client.place(market(traits, Market.DERIVATIVES)));
            assertThat(value(client.positions()))
                    .singleElement()
                    .satisfies(
                            position -> {
                                assertThat(position.symbol()).isEqualTo(traits.derivativeSymbol());
                                assertThat(position.size()).isEqualByComparingTo(traits.lots());
                                assertThat(position.entryPrice()).isPositive();
                            });
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c23DoesWhatItsProfileClaims(String venue) {
        Issued key = simulator.account(venue, RICH);
        VenueClient client = client(venue, key);
        OrderRequest order = resting(venue);
        Map<Capability, Supplier<VenueAnswer<?>>> doing = new EnumMap<>(Capability.class);
        doing.put(Capability.INSPECT, client::inspectKey);
        doing.put(Capability.PING, client::ping);
        doing.put(Capability.BALANCES, () -> client.balances(order.market()));
        doing.put(Capability.POSITIONS, client::positions);
        doing.put(Capability.FEE_TIER, () -> client.feeTier(order.market()));
        doing.put(Capability.PLACE_ORDER, () -> client.place(order));
        doing.put(Capability.GET_ORDER, () -> client.order(byClientId(order)));
        doing.put(Capability.OPEN_ORDERS, () -> client.openOrders(order.market(), order.symbol()));
        doing.put(Capability.CANCEL_ORDER, () -> client.cancel(byClientId(order)));
        doing.put(
                Capability.RECENT_FILLS, () -> client.recentFills(order.market(), order.symbol()));
        doing.put(Capability.TICKER, () -> client.ticker(order.market(), order.symbol()));
        doing.put(Capability.INSTRUMENT, () -> client.instrument(order.market(), order.symbol()));
        Set<Capability> claimed = venue(venue).profile().capabilities();
        for (Capability capability :
                List.of(
                        Capability.INSPECT,
                        Capability.PING,
                        Capability.BALANCES,
                        Capability.POSITIONS,
                        Capability.FEE_TIER,
                        Capability.PLACE_ORDER,
                        Capability.GET_ORDER,
                        Capability.OPEN_ORDERS,
                        Capability.CANCEL_ORDER,
                        Capability.RECENT_FILLS,
                        Capability.TICKER,
                        Capability.INSTRUMENT)) {
            assertThat(doing.get(capability).get() instanceof Yes)
                    .as(venue + " " + capability)
                    .isEqualTo(claimed.contains(capability));
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c24KnowsASubAccount(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        Issued sub = simulator.account(venue, "{\"sub_account\":true}");
        Issued master = simulator.account(venue, "{}");
        KeyFacts ofSub = value(client(venue, sub).inspectKey());
        KeyFacts ofMaster = value(client(venue, master).inspectKey());
        if (traits.has(Trait.TELLS_SUB_ACCOUNT)) {
            assertThat(ofSub.subAccount()).isTrue();
            assertThat(ofMaster.subAccount()).isFalse();
        } else {
            assertThat(ofSub.subAccount()).isNull();
        }
        assertThat(ofSub.parentUid())
                .isEqualTo(traits.has(Trait.TELLS_PARENT) ? sub.parentUid() : null);
        assertThat(ofMaster.parentUid()).isNull();
        assertThat(ofSub.accountUid()).isNotEqualTo(ofMaster.accountUid());
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c25KnowsTwoKeysOfOneAccount(String venue) {
        Issued first = simulator.account(venue, "{}");
        Issued second = simulator.furtherKey(venue, first.accountId(), "{}");
        assertThat(second.credentials()).isNotEqualTo(first.credentials());
        String ofFirst = value(client(venue, first).inspectKey()).accountUid();
        String ofSecond = value(client(venue, second).inspectKey()).accountUid();
        if (VenueTraits.of(venue).has(Trait.NAMES_NO_ACCOUNT)) {
            assertThat(List.of(ofFirst, ofSecond)).noneMatch(KeyFacts::namesAccount);
        } else {
            assertThat(ofSecond).isEqualTo(ofFirst);
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c26ReportsExpiryWhereTheVenueTells(String venue) {
        Issued key = simulator.account(venue, "{\"expires_at\":\"2100-01-01T00:00:00Z\"}");
        KeyExpiry expiry = value(client(venue, key).inspectKey()).expiry();
        if (VenueTraits.of(venue).has(Trait.TELLS_EXPIRY)) {
            assertThat(expiry).isEqualTo(new KeyExpiry.At(Instant.parse("2100-01-01T00:00:00Z")));
        } else {
            assertThat(expiry).isEqualTo(new KeyExpiry.NotReported());
        }
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c27DescribesItselfSoundly(String venue) {
        VenueProfile profile = venue(venue).profile();
        Issued key = simulator.account(venue, "{}");
        assertThat(profile.fields()).extracting(field -> field.name()).doesNotHaveDuplicates();
        for (VenueProfile.CredentialField field : profile.fields()) {
            assertThat(field.label()).isNotBlank();
            assertThat(field.help()).isNotBlank();
            String sample = key.credentials().get(field.name());
            assertThat(sample != null || !field.required()).as(field.name()).isTrue();
            if (sample != null) {
                assertThat(sample).hasSizeLessThanOrEqualTo(field.maxLength());
                assertThat(Pattern.compile(field.pattern()).matcher(sample).matches())
                        .as(field.name() + " " + sample)
                        .isTrue();
            }
        }
        assertThat(profile.hosts()).extracting(host -> host.label()).doesNotHaveDuplicates();
        assertThat(profile.hosts()).allMatch(host -> !host.label().isBlank());
        assertThat(profile.hosts()).allMatch(host -> "https".equals(host.baseUrl().getScheme()));
        assertThat(profile.guide().steps()).isNotEmpty();
        assertThat(profile.guide().tick()).isNotEmpty();
        assertThat(profile.guide().leaveOff()).isNotEmpty();
        assertThat(profile.faultsByCode()).isNotEmpty();
        assertThat(profile.markets()).isEqualTo(VenueTraits.of(venue).markets());
        assertThat(profile.rightsNotReported().keySet())
                .isEqualTo(VenueTraits.of(venue).unknownRights());
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c28KeepsDoubtsAboutAKeyApartFromCertainty(String venue) {
        Issued key = simulator.account(venue, "{}");
        simulator.fault(venue, "{\"kind\":\"auth_error\"}");
        assertThat(fault(client(venue, key).ping())).isIn(VenueTraits.of(venue).wrongKey());
        simulator.noFaults(venue);
        value(client(venue, key).ping());
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c31LooksIntoARefusalThatDoesNotSayWhy(String venue) {
        var doubt = new No<Pulse>(Fault.AMBIGUOUS_AUTH, "", "refused", null);
        Issued key = simulator.account(venue, "{}");
        VenueAnswer<Pulse> works = client(venue, key).diagnose(doubt);
        if (venue.startsWith("binance") || Set.of("coinbase", "cryptocom").contains(venue)) {
            assertThat(works).isInstanceOf(Yes.class);
        } else {
            assertThat(works).isEqualTo(doubt);
        }
        simulator.change(venue, key.accountId(), "{\"revoked\":true}");
        assertThat(fault(client(venue, key).diagnose(doubt)))
                .isEqualTo(venue.equals("coinbase") ? Fault.INVALID_KEY : Fault.AMBIGUOUS_AUTH);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c29AsksManyThingsAtOnceWithOneKey(String venue) {
        Issued key = simulator.account(venue, "{}");
        VenueClient client = client(venue, key);
        Queue<VenueAnswer<Pulse>> answers = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> answers.add(client.ping()));
            }
        }
        assertThat(answers).hasSize(20).allMatch(answer -> answer instanceof Yes);
        assertThat(calls(venue, key)).isEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("venues")
    void c30ProvesEveryKindOfKey(String venue) {
        var simulated = new SimulatedVenues(new Accounts(1, Accounts.NO_JOURNAL), 1);
        for (KeyType kind : simulated.find(venue).keyTypes()) {
            String terms = "{\"key_type\":\"" + kind.name().toLowerCase(Locale.ROOT) + "\"}";
            Issued key = simulator.account(venue, terms);
            assertThat(client(venue, key).inspectKey()).as(kind.name()).isInstanceOf(Yes.class);
        }
    }

    /** A client that has looked up what it needs for an order, where the venue makes it. */
    private VenueClient ready(String venue, Issued key) {
        VenueClient client = client(venue, key);
        OrderRequest order = resting(venue);
        client.instrument(order.market(), order.symbol());
        return client;
    }

    private VenueClient client(String venue, Issued key) {
        return VenueBench.client(venue, key, transport);
    }

    private long calls(String venue, Issued key) {
        long[] sum = {0};
        simulator
                .ledger(venue, key.accountId())
                .path("calls")
                .forEach(count -> sum[0] += count.asLong());
        return sum[0];
    }
}
