package io.sequence.intake.domain.support;

import io.sequence.intake.domain.catalogue.Strategy;
import io.sequence.intake.domain.catalogue.Strategy.Route;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sorts what comes to support: what it is about, and why somebody waits. Pure. */
public final class SupportDesk {
    private final Set<VenueId> venues;
    private final Set<VenueId> bySupportOnly;
    private final StrategyCatalogue strategies;

    /**
     * A desk.
     *
     * @param selfService venues that keys can be handed over for
     * @param strategies all that are offered
     */
    public SupportDesk(Set<VenueId> selfService, StrategyCatalogue strategies) {
        this.strategies = strategies;
        this.bySupportOnly = Set.copyOf(strategies.contactSupportVenues(selfService).keySet());
        this.venues =
                Stream.concat(selfService.stream(), bySupportOnly.stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Who asks, as far as it matters here. */
    public record Asking(boolean supportFirst, Set<StrategyId> invitations) {}

    /** The venue of that name, if it is one that we know. */
    public Optional<VenueId> venue(String name) {
        return parsed(name, VenueId::new).filter(venues::contains);
    }

    /** Reads a subject; whatever names nothing is left out of it and objected to. */
    public SupportSubject.Reading read(
            @Nullable String venue, @Nullable String market, @Nullable String strategyId) {
        var objections = new LinkedHashMap<String, String>();
        return new SupportSubject.Reading(
                new SupportSubject(
                        known(
                                "venue",
                                venue,
                                this::venue,
                                "is not a venue that we know; see GET /v1/venues",
                                objections),
                        known(
                                "market",
                                market,
                                SupportDesk::market,
                                "must be spot or derivatives",
                                objections),
                        known(
                                "strategy_id",
                                strategyId,
                                this::strategy,
                                "is not a strategy that we offer; see GET /v1/strategies",
                                objections)),
                objections);
    }

    /** Why somebody waits who asks about that in their own words, or in none. */
    public SupportKind kind(SupportSubject subject, Asking asking, boolean inWords) {
        if (asking.supportFirst() && !(inWords && subject.equals(SupportSubject.NONE))) {
            return SupportKind.MICROSOFT_ADDRESS;
        }
        Optional<Strategy> strategy =
                Optional.ofNullable(subject.strategyId()).flatMap(strategies::find);
        if (isBySupport(subject.venue(), strategy)) {
            return SupportKind.CONTACT_SUPPORT_ROUTE;
        }
        return strategy.filter(Strategy::inviteOnly)
                        .filter(one -> !asking.invitations().contains(one.strategyId()))
                        .isPresent()
                ? SupportKind.INVITATION
                : SupportKind.QUESTION;
    }

    private boolean isBySupport(@Nullable VenueId venue, Optional<Strategy> strategy) {
        if (venue == null) {
            return false;
        }
        return strategy.flatMap(one -> one.on(venue))
                .map(route -> route.route() == Route.CONTACT_SUPPORT)
                .orElse(bySupportOnly.contains(venue));
    }

    private Optional<StrategyId> strategy(String id) {
        return parsed(id, StrategyId::new).filter(known -> strategies.find(known).isPresent());
    }

    private static Optional<Market> market(String name) {
        return Arrays.stream(Market.values())
                .filter(market -> market.wireName().equals(name))
                .findFirst();
    }

    private static <T> @Nullable T known(
            String field,
            @Nullable String given,
            Function<String, Optional<T>> reader,
            String objection,
            Map<String, String> objections) {
        if (given == null) {
            return null;
        }
        Optional<T> found = reader.apply(given);
        if (found.isEmpty()) {
            objections.put(field, objection);
        }
        return found.orElse(null);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
