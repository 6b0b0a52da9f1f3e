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
import io.sequence.venues.api.VenueProfile;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.StrategyId;
import io.sequence.vocabulary.VenueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a submission must be to be taken in. Pure: the answer depends on the form, the applicant and
 * the catalogues alone, and names every violation at once.
 */
public final class SubmissionRules {
    private static final int LONGEST_LABEL = 64;
    // Controls, half characters, line separators and marks that turn the direction of text around:
    // mails and pages show these texts.
    private static final String PLAIN =
            "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]";
    // Of two codes that look the same the user could not tell which mail is ours.
    private static final Pattern ANTI_PHISHING =
            Pattern.compile("(?!.*[\\u00AD\\u200B-\\u200F\\u2060-\\u2064])" + PLAIN + "{4,20}");
    private static final Pattern LABEL = Pattern.compile(PLAIN + "{1," + LONGEST_LABEL + "}");

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

    /** Whether a connection may be called that, blanks around it taken off. */
    public static boolean isLabel(String label) {
        return LABEL.matcher(label).matches();
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
                            + " submit keys.");
        }
        var violations = new ArrayList<Violation>();
        checkEmail(form, applicant, violations);
        Optional<SubmissionType> type =
                oneOf(form.type(), "type", SubmissionType.values(), violations);
        checkConsent(form, applicant, type.orElse(SubmissionType.ADD), violations);
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
        Optional<VenueId> venue = venueName(form.venue(), unused);
        return !SubmissionType.ADD.wireName().equals(form.type())
                ? null
                : strategy(form.strategyId(), unused)
                        .flatMap(strategy -> venue.flatMap(strategy::on))
                        .map(VenueRoute::words)
                        .orElse(null);
    }

    private Verdict checkAdd(SubmissionForm form, Applicant applicant, List<Violation> violations) {
        Optional<Market> market = oneOf(form.market(), "market", Market.values(), violations);
        Optional<VenueId> venue = venueName(form.venue(), violations);
        Optional<Strategy> strategy = strategy(form.strategyId(), violations);
        if (form.connectionId() != null) {
            violations.add(
                    new Violation("connection_id", "goes with type refresh only; leave it out"));
        }
        String label = label(form.label(), violations);
        String note = null;
        if (venue.isPresent() && strategy.isPresent()) {
            Optional<VenueRoute> route = strategy.get().on(venue.get());
            if (route.isPresent() && route.get().route() == Route.CONTACT_SUPPORT) {
                return new ContactSupport(words(route.get()));
            }
            checkFit(venue.get(), market, strategy.get(), route, applicant, violations);
            note = route.map(VenueRoute::words).orElse(null);
        }
        Optional<VenueProfile> profile = venue.flatMap(this::profile);
        if (venue.isPresent() && profile.isEmpty()) {
            String words = strategies.contactSupportVenues(venues.keySet()).get(venue.get());
            if (words != null) {
                return new ContactSupport(words);
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
        String label = label(form.label(), violations);
        if (connection == null) {
            return new Unacceptable(violations);
        }
        sameAs(form.venue(), connection.venue().value(), "venue", violations);
        sameAs(form.market(), connection.market().wireName(), "market", violations);
        sameAs(form.strategyId(), connection.strategyId().value(), "strategy_id", violations);
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

    private static void checkEmail(
            SubmissionForm form, Applicant applicant, List<Violation> violations) {
        if (form.email() == null || form.email().isEmpty()) {
            violations.add(
                    new Violation(
                            "email", "is missing: give the address that you registered with"));
        } else if (!form.email().equals(applicant.email())) {
            violations.add(
                    new Violation(
                            "email",
                            "must be the address that you registered with, capital letters"
                                    + " included"));
        }
    }

    private static void checkConsent(
            SubmissionForm form,
            Applicant applicant,
            SubmissionType type,
            List<Violation> violations) {
        boolean adding = type == SubmissionType.ADD;
        String code = form.antiPhishingCode();
        if (code == null ? adding || applicant.antiPhishingCode() == null : !acceptableCode(code)) {
            violations.add(
                    new Violation(
                            "anti_phishing_code",
                            "must be 4 to 20 characters: a word that our mails to you will carry"));
        }
        if (adding
                ? !Boolean.TRUE.equals(form.fundedConfirmed())
                : Boolean.FALSE.equals(form.fundedConfirmed())) {
            violations.add(
                    new Violation(
                            "funded_confirmed",
                            "must be true: fund the account with the strategy's asset first"));
        }
        if (adding
                ? !Boolean.TRUE.equals(form.termsAccepted())
                : Boolean.FALSE.equals(form.termsAccepted())) {
            violations.add(
                    new Violation(
                            "terms_accepted", "must be true: the terms have to be agreed to"));
        }
    }

    private static boolean acceptableCode(String code) {
        return ANTI_PHISHING.matcher(code).matches() && code.equals(code.strip());
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
                            "is open to invited clients only: ask support for an invitation"));
        }
    }

    private Optional<VenueProfile> profile(VenueId venue) {
        return Optional.ofNullable(venues.get(venue));
    }

    private static String words(VenueRoute route) {
        return route.words() == null ? "Please contact support." : route.words();
    }

    private static Optional<VenueId> venueName(@Nullable String venue, List<Violation> violations) {
        if (venue == null || venue.isBlank()) {
            violations.add(new Violation("venue", "is missing; see GET /v1/venues"));
            return Optional.empty();
        }
        try {
            return Optional.of(new VenueId(venue));
        } catch (IllegalArgumentException e) {
            violations.add(
                    new Violation("venue", "is not a venue that we know; see GET /v1/venues"));
            return Optional.empty();
        }
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

    private static String label(@Nullable String label, List<Violation> violations) {
        String cleaned = label == null ? "" : label.strip();
        if (!cleaned.isEmpty() && !isLabel(cleaned)) {
            violations.add(
                    new Violation(
                            "label",
                            "must be at most "
                                    + LONGEST_LABEL
                                    + " characters without control characters"));
        }
        return cleaned;
    }

    private static void sameAs(
            @Nullable String given, String expected, String field, List<Violation> violations) {
        if (given != null && !given.equals(expected)) {
            violations.add(
                    new Violation(
                            field,
                            "must be " + expected + ", as the connection has it, or left out"));
        }
    }

    private static <E extends Enum<E>> Optional<E> oneOf(
            @Nullable String given, String field, E[] values, List<Violation> violations) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(given)) {
                return Optional.of(value);
            }
        }
        var names =
                java.util.Arrays.stream(values)
                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                        .toList();
        violations.add(
                new Violation(
                        field,
                        (given == null ? "is missing: send " : "must be ")
                                + String.join(" or ", names)));
        return Optional.empty();
    }
}
