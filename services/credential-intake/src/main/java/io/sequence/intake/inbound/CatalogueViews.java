package io.sequence.intake.inbound;

import io.sequence.intake.domain.catalogue.Strategy;
import io.sequence.intake.domain.catalogue.Strategy.VenueRoute;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.VenueProfile.CredentialField;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.VenueId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The catalogue as the public contract shows it. */
final class CatalogueViews {
    static final String SELF_SERVICE = "self_service";
    static final String CONTACT_SUPPORT = "contact_support";

    private CatalogueViews() {}

    /**
     * A venue.
     *
     * @param venue names it
     * @param name as people write it
     * @param route {@code self_service} or {@code contact_support}
     * @param available whether any strategy runs there; without one no key can be handed over,
     *     whatever the route
     * @param unavailableReason one sentence; null while it is available
     * @param note what to show beside it; null when there is nothing
     * @param markets what can be traded
     * @param credentialFields the form, in order
     * @param setupGuide how to make the key; null for venues that support connects
     * @param egressIps our addresses, for the key's IP list
     * @param rightsNotReported rights that the venue cannot report, with the sentence to show
     * @param closing when the venue ends and what to know about it; null while it goes on
     */
    record VenueView(
            String venue,
            String name,
            String route,
            boolean available,
            @Nullable String unavailableReason,
            @Nullable String note,
            List<String> markets,
            List<CredentialField> credentialFields,
            @Nullable GuideView setupGuide,
            List<String> egressIps,
            Map<String, String> rightsNotReported,
            @Nullable ClosingView closing) {
        static VenueView of(
                VenueProfile profile, StrategyCatalogue strategies, List<String> egressIps) {
            boolean available = strategies.goesTo(profile.venue());
            var notReported = new TreeMap<String, String>();
            profile.rightsNotReported()
                    .forEach((right, words) -> notReported.put(right.wireName(), words));
            return new VenueView(
                    profile.venue().value(),
                    profile.displayName(),
                    strategies.onlyBySupport(profile.venue()) ? CONTACT_SUPPORT : SELF_SERVICE,
                    available,
                    available
                            ? null
                            : "No strategy runs on " + profile.displayName() + " at the moment.",
                    profile.supportNote().isEmpty() ? null : profile.supportNote(),
                    profile.markets().stream().sorted().map(Market::wireName).toList(),
                    profile.fields(),
                    new GuideView(
                            profile.guide().url().toString(),
                            profile.guide().steps(),
                            profile.guide().tick(),
                            profile.guide().leaveOff()),
                    egressIps,
                    notReported,
                    ClosingView.of(profile.closing()));
        }

        static VenueView contactSupport(VenueId venue, String words) {
            return new VenueView(
                    venue.value(),
                    readable(venue.value()),
                    CONTACT_SUPPORT,
                    true,
                    null,
                    words,
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    Map.of(),
                    null);
        }

        private static String readable(String id) {
            return id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
        }
    }

    /**
     * A venue's end.
     *
     * @param lastDay the last day on which it is open, UTC
     * @param words one sentence
     */
    record ClosingView(LocalDate lastDay, String words) {
        static @Nullable ClosingView of(VenueProfile.@Nullable Closing closing) {
            return closing == null ? null : new ClosingView(closing.lastDay(), closing.words());
        }
    }

    /**
     * How to make a key.
     *
     * @param url the venue's page
     * @param steps one sentence each
     * @param tick permissions to tick
     * @param leaveOff permissions to leave off
     */
    record GuideView(String url, List<String> steps, List<String> tick, List<String> leaveOff) {}

    /**
     * A strategy.
     *
     * @param strategyId names it
     * @param name as people write it
     * @param description one or two sentences
     * @param market what it trades
     * @param instrument {@code spot} or {@code inverse_perpetual}
     * @param baseAsset what it needs and what its results are told in
     * @param minimumBalance in the base asset
     * @param maxLeverage 1 is none
     * @param inviteOnly whether an invitation is needed
     * @param venues where it runs; only the one that was asked for when one was
     */
    record StrategyView(
            String strategyId,
            String name,
            String description,
            String market,
            String instrument,
            String baseAsset,
            BigDecimal minimumBalance,
            BigDecimal maxLeverage,
            boolean inviteOnly,
            List<RouteView> venues) {
        static StrategyView of(Strategy strategy, @Nullable VenueId only) {
            return new StrategyView(
                    strategy.strategyId().value(),
                    strategy.name(),
                    strategy.description(),
                    strategy.market().wireName(),
                    strategy.instrument(),
                    strategy.baseAsset().code(),
                    strategy.minimumBalance(),
                    strategy.maxLeverage(),
                    strategy.inviteOnly(),
                    strategy.venues().stream()
                            .filter(route -> only == null || route.venue().equals(only))
                            .map(RouteView::of)
                            .toList());
        }
    }

    /**
     * How a strategy is reached on a venue.
     *
     * @param venue which one
     * @param route {@code self_service} or {@code contact_support}
     * @param words what to show beside it; null when there is nothing
     */
    record RouteView(String venue, String route, @Nullable String words) {
        static RouteView of(VenueRoute route) {
            return new RouteView(
                    route.venue().value(),
                    switch (route.route()) {
                        case SELF_SERVICE -> SELF_SERVICE;
                        case CONTACT_SUPPORT -> CONTACT_SUPPORT;
                    },
                    route.words());
        }
    }
}
