package io.sequence.intake.domain.catalogue;

import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Money;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A strategy that can be asked for.
 *
 * @param strategyId names it
 * @param name as people write it
 * @param description one or two sentences
 * @param market what it trades
 * @param instrument {@code spot} or {@code inverse_perpetual}
 * @param baseAsset what it needs and what its results are told in
 * @param minimumBalance in the base asset, exact
 * @param maxLeverage 1 is none
 * @param inviteOnly whether an invitation is needed
 * @param venues where it runs, and how one gets there
 */
public record Strategy(
        StrategyId strategyId,
        String name,
        String description,
        Market market,
        String instrument,
        Asset baseAsset,
        BigDecimal minimumBalance,
        BigDecimal maxLeverage,
        boolean inviteOnly,
        List<VenueRoute> venues) {
    public Strategy {
        Objects.requireNonNull(strategyId, "a strategy has no strategy_id");
        Objects.requireNonNull(name, () -> missing(strategyId, "name"));
        Objects.requireNonNull(description, () -> missing(strategyId, "description"));
        Objects.requireNonNull(market, () -> missing(strategyId, "market"));
        Objects.requireNonNull(instrument, () -> missing(strategyId, "instrument"));
        Objects.requireNonNull(baseAsset, () -> missing(strategyId, "base_asset"));
        Objects.requireNonNull(minimumBalance, () -> missing(strategyId, "minimum_balance"));
        Objects.requireNonNull(maxLeverage, () -> missing(strategyId, "max_leverage"));
        Objects.requireNonNull(venues, () -> missing(strategyId, "venues"));
        venues = List.copyOf(venues);
    }

    /** How a strategy is reached on one venue. */
    public enum Route {
        SELF_SERVICE,
        CONTACT_SUPPORT
    }

    /**
     * One venue that a strategy runs on.
     *
     * @param venue which one
     * @param route how to get there
     * @param words what to show beside it; null when there is nothing to say
     */
    public record VenueRoute(VenueId venue, Route route, @Nullable String words) {}

    /** The route on a venue, if the strategy runs there. */
    public Optional<VenueRoute> on(VenueId venue) {
        return venues.stream().filter(route -> route.venue().equals(venue)).findFirst();
    }

    private static String missing(StrategyId strategy, String field) {
        return "strategy " + strategy + " has no " + field;
    }

    /** What the account must hold. */
    public Money minimum() {
        return new Money(minimumBalance, baseAsset);
    }
}
