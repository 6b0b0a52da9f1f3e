package io.sequence.simulator.conformance;

import io.sequence.faults.Fault;
import io.sequence.simulator.conformance.SimulatorAdmin.Issued;
import io.sequence.simulator.conformance.VenueTraits.Trait;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueTransport;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the conformance cases are made of: clients, terms of keys, orders. */
final class VenueBench {
    private VenueBench() {}

    static Venue venue(String venue) {
        return Venues.of(new VenueId(venue));
    }

    static VenueClient client(String venue, Issued key, VenueTransport way) {
        var fields = new LinkedHashMap<String, Secret>();
        key.credentials().forEach((name, value) -> fields.put(name, Secret.of(value)));
        VenueProfile profile = venue(venue).profile();
        return venue(venue)
                .connect(new Credential(profile.venue(), profile.defaultHost(), fields), way);
    }

    static Issued with(Issued key, String field, String value) {
        var changed = new LinkedHashMap<>(key.credentials());
        changed.put(field, value);
        return new Issued(key.accountId(), key.uid(), key.parentUid(), changed);
    }

    /** Another text of the same shape: its last character is the next of its kind. */
    static String unlike(String text) {
        int end = text.length() - 1;
        char other =
                switch (text.charAt(end)) {
                    case '9' -> '0';
                    // The letters of hexadecimal numbers stay such.
                    case 'f' -> 'a';
                    case 'F' -> 'A';
                    case 'z' -> 'g';
                    case 'Z' -> 'G';
                    default -> (char) (text.charAt(end) + 1);
                };
        return text.substring(0, end) + other;
    }

    /** Where transfers cannot be told apart they come with another right. */
    static List<List<String>> permissionSets(VenueTraits traits) {
        if (traits.has(Trait.WALLET_SIGNS)) {
            return List.of(
                    List.of("read", "trade"), List.of("read", "trade", "withdraw", "transfer"));
        }
        var sets =
                new ArrayList<>(
                        List.of(
                                List.of("read"),
                                List.of("read", "trade"),
                                List.of("read", "trade", "transfer")));
        if (!traits.unknownRights().contains(Right.TRANSFER)) {
            sets.add(List.of("read", "transfer"));
        }
        return sets;
    }

    static List<Set<Market>> marketSets(VenueTraits traits) {
        return traits.has(Trait.SEPARATES_MARKETS)
                ? List.of(
                        EnumSet.allOf(Market.class),
                        EnumSet.of(Market.SPOT),
                        EnumSet.of(Market.DERIVATIVES))
                : List.of(EnumSet.allOf(Market.class));
    }

    static String terms(List<String> permissions, Set<Market> markets) {
        return "{\"permissions\":%s,\"markets\":%s}"
                .formatted(
                        array(permissions), array(markets.stream().map(Market::wireName).toList()));
    }

    static String array(List<String> texts) {
        return texts.stream().map(t -> '"' + t + '"').collect(Collectors.joining(",", "[", "]"));
    }

    static Map<Right, Grant> expected(
            VenueTraits traits, List<String> permissions, Set<Market> markets) {
        var expected = new EnumMap<Right, Grant>(Right.class);
        expected.put(Right.READ, granted(permissions.contains("read")));
        for (Market market : Market.values()) {
            expected.put(
                    market.tradeRight(),
                    granted(
                            permissions.contains("trade")
                                    && markets.contains(market)
                                    && (traits.markets().contains(market)
                                            || traits.has(Trait.TELLS_OTHER_MARKETS))));
        }
        boolean one = traits.has(Trait.MOVES_MONEY_BY_ONE_RIGHT);
        boolean withdraw = permissions.contains("withdraw");
        boolean transfer = permissions.contains("transfer");
        expected.put(Right.WITHDRAW, granted(withdraw || (one && transfer)));
        expected.put(Right.TRANSFER, granted(transfer || (one && withdraw)));
        traits.unknownRights().forEach(right -> expected.put(right, Grant.UNKNOWN));
        return expected;
    }

    static Grant granted(boolean is) {
        return is ? Grant.GRANTED : Grant.DENIED;
    }

    /** A purchase far below the market, in the venue's first: it rests. */
    static OrderRequest resting(String venue) {
        VenueTraits traits = VenueTraits.of(venue);
        return resting(traits, traits.market());
    }

    /** A purchase far below the market: it rests. */
    static OrderRequest resting(VenueTraits traits, Market market) {
        return order(
                traits,
                market,
                new BigDecimal(traits.has(Trait.TRADES_OUTCOMES) ? "0.01" : "30000"));
    }

    /** A purchase that is filled at once. */
    static OrderRequest market(VenueTraits traits, Market market) {
        return order(traits, market, null);
    }

    private static OrderRequest order(VenueTraits traits, Market market, BigDecimal price) {
        boolean spot = market == Market.SPOT;
        return new OrderRequest(
                market,
                spot ? traits.spotSymbol() : traits.derivativeSymbol(),
                Side.BUY,
                spot ? spotSize(traits) : traits.lots(),
                price,
                freshId(traits),
                false);
    }

    private static BigDecimal spotSize(VenueTraits traits) {
        return traits.has(Trait.TRADES_OUTCOMES) ? BigDecimal.TEN : new BigDecimal("0.01");
    }

    /**
     * In every venue's alphabet: letters and digits, at most 18. Chains know nothing but hex of 32,
     * which is what our callers give everybody.
     */
    static String freshId(VenueTraits traits) {
        String hex = UUID.randomUUID().toString().replace("-", "");
        return traits.has(Trait.WALLET_SIGNS) ? hex : "sc" + hex.substring(0, 16);
    }

    static OrderRef byClientId(OrderRequest order) {
        return new OrderRef(order.market(), order.symbol(), null, order.clientOrderId());
    }

    static OrderRef byVenueId(OrderRequest order, OrderReceipt receipt) {
        return new OrderRef(order.market(), order.symbol(), receipt.venueOrderId(), null);
    }

    static BigDecimal total(List<Balance> balances, Asset asset) {
        return balances.stream()
                .filter(balance -> balance.asset().equals(asset))
                .map(Balance::total)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static <T> T value(VenueAnswer<T> answer) {
        if (answer instanceof Yes<T>(T value)) {
            return value;
        }
        throw new AssertionError("expected a yes, was " + answer);
    }

    static <T> Fault fault(VenueAnswer<T> answer) {
        if (answer instanceof No<T> no) {
            return no.fault();
        }
        throw new AssertionError("expected a no, was " + answer);
    }
}
