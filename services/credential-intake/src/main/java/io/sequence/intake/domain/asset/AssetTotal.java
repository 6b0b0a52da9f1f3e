package io.sequence.intake.domain.asset;

import io.sequence.vocabulary.Asset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * One asset over all wallets of all connections. Venues tell each wallet beside the others and
 * never one that is the sum of others, and an exchange account is connected once, so the wallets
 * add up. Live and sandbox money never does.
 *
 * <p>One venue is an exception that cannot be seen from here: a Hyperliquid account that its owner
 * has unified keeps one pool, of which the perpetuals wallet may show a part once more.
 *
 * @param mode {@code live} or {@code sandbox}
 * @param asset the usual code
 * @param total of all holdings, exact
 * @param free of all holdings, exact
 * @param holdings wallet by wallet, in the order of the connections
 */
public record AssetTotal(
        String mode, Asset asset, BigDecimal total, BigDecimal free, List<Holding> holdings) {
    /** A holding, and what it is of. */
    public record Found(String mode, Asset asset, Holding holding) {}

    /** Adds up, sorted by asset, live before sandbox. */
    public static List<AssetTotal> of(List<Found> found) {
        record Kind(String mode, Asset asset) {}
        var byKind = new LinkedHashMap<Kind, List<Holding>>();
        for (Found one : found) {
            byKind.computeIfAbsent(new Kind(one.mode(), one.asset()), kind -> new ArrayList<>())
                    .add(one.holding());
        }
        return byKind.entrySet().stream()
                .map(entry -> sum(entry.getKey().mode(), entry.getKey().asset(), entry.getValue()))
                .sorted(
                        Comparator.comparing(AssetTotal::mode)
                                .thenComparing(total -> total.asset().code()))
                .toList();
    }

    private static AssetTotal sum(String mode, Asset asset, List<Holding> holdings) {
        return new AssetTotal(
                mode,
                asset,
                holdings.stream().map(Holding::total).reduce(BigDecimal.ZERO, BigDecimal::add),
                holdings.stream().map(Holding::free).reduce(BigDecimal.ZERO, BigDecimal::add),
                List.copyOf(holdings));
    }
}
