package io.sequence.intake.domain.submission;

import io.sequence.events.SubmissionType;
import io.sequence.intake.domain.catalogue.Strategy;
import io.sequence.intake.domain.catalogue.Strategy.Route;
import io.sequence.intake.domain.catalogue.Strategy.VenueRoute;
import io.sequence.intake.domain.catalogue.StrategyCatalogue;
import io.sequence.intake.domain.submission.Verdict.Acceptable;
import io.sequence.intake.domain.submission.Verdict.ContactSupport;
import io.sequence.intake.domain.submission.Verdict.Order;
import io.sequence.intake.domain.submission.Verdict.Unacceptable;
import io.sequence.intake.domain.support.SupportKind;
import io.sequence.venues.api.VenueProfile;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a submission must be to be taken in. Pure: the answer depends on the form, the applicant and
 * the catalogues alone, and names every violation at once.
 */
public final class SubmissionRules {
    private final Map<VenueId, VenueProfile> venues;
    private final StrategyCatalogue strategies;

    /**
     * Rules over the venues that can be connected and the strategies that are offered.
     *
     * @throws IllegalArgumentException when a strategy is self-service on a venue that cannot be
     *     connected
     */
    public SubmissionRules(Map<VenueId, VenueProfile> venues, StrategyCatalogue strategies) {
        for (Strategy strategy : strategies.strategies()) {
            for (VenueRoute route : strategy.venues()) {
                if (route.route() == Route.SELF_SERVICE && !venues.containsKey(route.venue())) {
                    throw new IllegalArgumentException(
                            "strategy "
                                    + strategy.strategyId()
                                    + " is self-service on "
                                    + route.venue()
                                    + ", which is no venue that keys can be handed over for");
                }
            }
        }
        this.venues = Map.copyOf(venues);
        this.strategies = strategies;
    }

    /** Whether an account's mails may carry that word: 4 to 20 plain characters. */
    public static boolean isAntiPhishingCode(String code) {
        return FieldRules.isAntiPhishingCode(code);
    }

    /** Whether a connection may be called that, blanks around it taken off. */
    public static boolean isLabel(String label) {
        return FieldRules.isLabel(label);
    }

    /**
     * Checks a form.
     *
     * @param connection the applicant's connection that the form names, null when it names none of
     *     theirs
     */
    public Verdict check(
            SubmissionForm form, Applicant applicant, @Nullable Refreshable connection) {
        if (applicant.supportFirst()) {
            return new ContactSupport(
                    "Mail to your address often does not arrive: please contact support before you"
                            + " submit keys.",
                    SupportKind.MICROSOFT_ADDRESS);
        }
        var violations = new ArrayList<Violation>();
        FieldRules.checkEmail(form, applicant, violations);
        Optional<SubmissionType> type =
                FieldRules.oneOf(form.type(), "type", SubmissionType.values(), violations);
        FieldRules.checkConsent(form, applicant, type.orElse(SubmissionType.ADD), violations);
        if (type.isEmpty()) {
            return new Unacceptable(violations);
        }
        return switch (type.get()) {
            case ADD -> checkAdd(form, applicant, violations);
            case REFRESH -> checkRefresh(form, connection, violations);
        };
    }

    /** What stands beside the answer to an acceptable form; null when there is nothing to say. */
    public @Nullable String note(SubmissionForm form) {
        var unused = new ArrayList<Violation>();
        Optional<VenueId> venue = FieldRules.venueName(form.venue(), unused);
        return !SubmissionType.ADD.wireName().equals(form.type())
                ? null
                : strategy(form.strategyId(), unused)
                        .flatMap(strategy -> venue.flatMap(strategy::on))
                        .map(VenueRoute::words)
                        .orElse(null);
    }

    private Verdict checkAdd(SubmissionForm form, Applicant applicant, List<Violation> violations) {
        Optional<Market> market =
                FieldRules.oneOf(form.market(), "market", Market.values(), violations);
        Optional<VenueId> venue = FieldRules.venueName(form.venue(), violations);
        Optional<Strategy> strategy = strategy(form.strategyId(), violations);
        if (form.connectionId() != null) {
            violations.add(
                    new Violation("connection_id", "goes with type refresh only; leave it out"));
        }
        String label = FieldRules.label(form.label(), violations);
        String note = null;
        if (venue.isPresent() && strategy.isPresent()) {
            Optional<VenueRoute> route = strategy.get().on(venue.get());
            if (route.isPresent() && route.get().route() == Route.CONTACT_SUPPORT) {
                return new ContactSupport(words(route.get()), SupportKind.CONTACT_SUPPORT_ROUTE);
            }
            checkFit(venue.get(), market, strategy.get(), route, applicant, violations);
            note = route.map(VenueRoute::words).orElse(null);
        }
        Optional<VenueProfile> profile = venue.flatMap(this::profile);
        if (venue.isPresent() && profile.isEmpty()) {
            String words = strategies.contactSupportVenues(venues.keySet()).get(venue.get());
            if (words != null) {
                return new ContactSupport(words, SupportKind.CONTACT_SUPPORT_ROUTE);
            }
            violations.add(
                    new Violation("venue", "is not a venue that we know; see GET /v1/venues"));
        }
        if (profile.isEmpty() || market.isEmpty() || strategy.isEmpty()) {
            profile.ifPresent(
                    known -> CredentialRules.check(known, form.credentials(), violations));
            return new Unacceptable(violations);
        }
        String given =
                label.isEmpty() ? profile.get().displayName() + " " + strategy.get().name() : label;
        var order = new Order.Add(venue.orElseThrow(), market.get(), strategy.get(), given);
        return finish(form, profile.get(), order, note, violations);
    }

    private Verdict checkRefresh(
            SubmissionForm form, @Nullable Refreshable connection, List<Violation> violations) {
        if (form.connectionId() == null || form.connectionId().isBlank()) {
            violations.add(
                    new Violation(
                            "connection_id",
                            "is missing: name the connection that gets the new key"));
        }
        String label = FieldRules.label(form.label(), violations);
        if (connection == null) {
            return new Unacceptable(violations);
        }
        FieldRules.sameAs(form.venue(), connection.venue().value(), "venue", violations);
        FieldRules.sameAs(form.market(), connection.market().wireName(), "market", violations);
        FieldRules.sameAs(
                form.strategyId(), connection.strategyId().value(), "strategy_id", violations);
        VenueProfile profile = profile(connection.venue()).orElseThrow();
        return finish(
                form,
                profile,
                new Order.Refresh(connection, label.isEmpty() ? null : label),
                null,
                violations);
    }

    private static Verdict finish(
            SubmissionForm form,
            VenueProfile profile,
            Order order,
            @Nullable String note,
            List<Violation> violations) {
        CredentialRules.Checked checked =
                CredentialRules.check(profile, form.credentials(), violations);
        if (!violations.isEmpty()) {
            checked.secrets().values().forEach(Secret::close);
            return new Unacceptable(violations);
        }
        return new Acceptable(
                order, checked.secrets(), checked.keyHint(), form.antiPhishingCode(), note);
    }

    private static void checkFit(
            VenueId venue,
            Optional<Market> market,
            Strategy strategy,
            Optional<VenueRoute> route,
            Applicant applicant,
            List<Violation> violations) {
        if (route.isEmpty()) {
            violations.add(
                    new Violation(
                            "strategy_id",
                            "does not run on "
                                    + venue
                                    + "; see GET /v1/strategies?venue="
                                    + venue));
        }
        if (market.isPresent() && market.get() != strategy.market()) {
            violations.add(
                    new Violation(
                            "market",
                            "must be " + strategy.market().wireName() + " for this strategy"));
        }
        if (strategy.inviteOnly() && !applicant.invitations().contains(strategy.strategyId())) {
            violations.add(
                    new Violation(
                            "strategy_id",
                            "is open to invited clients only: ask support for an invitation",
                            Violation.INVITATION_NEEDED));
        }
    }

    private Optional<VenueProfile> profile(VenueId venue) {
        return Optional.ofNullable(venues.get(venue));
    }

    private static String words(VenueRoute route) {
        return route.words() == null ? "Please contact support." : route.words();
    }

    private Optional<Strategy> strategy(@Nullable String id, List<Violation> violations) {
        if (id == null || id.isBlank()) {
            violations.add(new Violation("strategy_id", "is missing; see GET /v1/strategies"));
            return Optional.empty();
        }
        Optional<Strategy> found;
        try {
            found = strategies.find(new StrategyId(id));
        } catch (IllegalArgumentException e) {
            found = Optional.empty();
        }
        if (found.isEmpty()) {
            violations.add(
                    new Violation(
                            "strategy_id",
                            "is not a strategy that we offer; see GET /v1/strategies"));
        }
        return found;
    }
}
