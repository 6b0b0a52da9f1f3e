package io.sequence.intake.domain.catalogue;

import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All strategies, in the order in which they are offered.
 *
 * @param strategies each with an id of its own
 */
public record StrategyCatalogue(List<Strategy> strategies) {
    public StrategyCatalogue {
        strategies = List.copyOf(strategies);
        var seen = new LinkedHashMap<StrategyId, Strategy>();
        for (Strategy strategy : strategies) {
            if (seen.put(strategy.strategyId(), strategy) != null) {
                throw new IllegalArgumentException(
                        "strategy " + strategy.strategyId() + " stands twice in the catalogue");
            }
            if (strategy.minimumBalance().signum() < 0) {
                throw new IllegalArgumentException(
                        "strategy " + strategy.strategyId() + " has a negative minimum");
            }
        }
    }

    /** A strategy by its id. */
    public Optional<Strategy> find(StrategyId id) {
        return strategies.stream().filter(strategy -> strategy.strategyId().equals(id)).findFirst();
    }

    /**
     * Venues that are reached through support only, whatever the strategy, with the words to show.
     */
    public Map<VenueId, String> contactSupportVenues(Set<VenueId> selfService) {
        return strategies.stream()
                .flatMap(strategy -> strategy.venues().stream())
                .filter(route -> !selfService.contains(route.venue()))
                .collect(
                        Collectors.toMap(
                                Strategy.VenueRoute::venue,
                                route ->
                                        route.words() == null
                                                ? "Please contact support."
                                                : route.words(),
                                (first, second) -> first,
                                LinkedHashMap::new));
    }

    /** Whether any strategy goes to a venue, by whichever route. */
    public boolean goesTo(VenueId venue) {
        return strategies.stream().anyMatch(strategy -> strategy.on(venue).isPresent());
    }

    /** Whether strategies go to a venue and every one of them through support. */
    public boolean onlyBySupport(VenueId venue) {
        List<Strategy.VenueRoute> routes =
                strategies.stream().flatMap(one -> one.on(venue).stream()).toList();
        return !routes.isEmpty()
                && routes.stream().allMatch(one -> one.route() == Strategy.Route.CONTACT_SUPPORT);
    }
}
