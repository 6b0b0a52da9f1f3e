package io.sequence.signing;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.sequence.venues.Venues;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.transport.EgressAddresses;
import io.sequence.venues.transport.TransportSettings;
import io.sequence.venues.transport.TransportSettings.Budget;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * How this process asks venues, by configuration below {@code sequence.venues}: what is not
 * configured stays as it was. A budget counts for one process: a venue that counts by address sees
 * the sum of all that share one.
 */
final class VenueSettings {
    private static final String ROOT = "sequence.venues.";
    private static final String CALLS = "calls-per-second";
    private static final String HEALTH = "health-share";
    private static final String RESERVE = "order-reserve";
    private static final String DECLARED = "declared-limits";
    private static final String SHARE = "address-share";
    private static final String EGRESS = "egress-addresses";
    private static final List<String> BUDGET = List.of(CALLS, HEALTH, RESERVE);
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]+:[0-9a-fA-F:.]*");
    private static final int MOST_ADDRESSES = 64;
    private static final long MOST_CALLS = 1_000_000;
    private static final int MOST = 10_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Config config;

    private VenueSettings(Config config) {
        this.config = config;
    }

    /**
     * The standard, changed by what is configured.
     *
     * @throws ConfigurationException with one sentence that names the setting, its value and what
     *     would be right
     */
    static TransportSettings read(Config config, TransportSettings standard) {
        List<VenueId> venues = Venues.profiles().stream().map(VenueProfile::venue).toList();
        var settings = new VenueSettings(config);
        settings.refuseUnknownVenues(venues);
        TransportSettings read = settings.of(standard);
        for (VenueId venue : venues) {
            if (BUDGET.stream().anyMatch(name -> settings.has(ROOT + venue + "." + name))) {
                read = read.withBudget(venue, settings.budget(ROOT + venue + ".", read.budget()));
            }
        }
        return read;
    }

    private TransportSettings of(TransportSettings standard) {
        return new TransportSettings(
                duration("connect-timeout", standard.connectTimeout()),
                duration("answer-timeout", standard.answerTimeout()),
                (int) whole(ROOT + "connections-per-host", standard.connectionsPerHost(), MOST),
                (int) whole(ROOT + "breaker-failures", standard.failuresToOpen(), MOST),
                duration("breaker-pause", standard.breakerPause()),
                budget(ROOT, declared(standard.budget())),
                standard.budgetOf(),
                part(
                        ROOT + SHARE,
                        standard.addressShare(),
                        share -> share > 0 && share <= 1,
                        "a number above 0 and at most 1: the part of an address's limits that this"
                                + " process may use"),
                EgressAddresses.of(addresses()));
    }

    /** What is counted of a venue: its own limits, unless they are switched off. */
    private Budget declared(Budget standard) {
        boolean declared =
                read(
                        ROOT + DECLARED,
                        text -> text.equals("true") || (text.equals("false") ? false : wrong()),
                        any -> true,
                        "true or false",
                        !standard.instead());
        return new Budget(
                standard.calls(),
                standard.per(),
                standard.healthShare(),
                standard.orderReserve(),
                !declared);
    }

    private static boolean wrong() {
        throw new IllegalArgumentException("neither true nor false");
    }

    private List<String> addresses() {
        return read(
                ROOT + EGRESS,
                text -> List.of(text.split("\\s*,\\s*", -1)),
                all ->
                        all.size() <= MOST_ADDRESSES
                                && all.stream().distinct().count() == all.size()
                                && all.stream().allMatch(one -> ADDRESS.matcher(one).matches()),
                "addresses of this machine, separated by commas, each once",
                List.of());
    }

    private Budget budget(String prefix, Budget otherwise) {
        return new Budget(
                whole(prefix + CALLS, otherwise.calls(), MOST_CALLS),
                otherwise.per(),
                part(
                        prefix + HEALTH,
                        otherwise.healthShare(),
                        share -> share > 0 && share <= 1,
                        "a number above 0 and at most 1: the part of the calls that health may"
                                + " spend"),
                part(
                        prefix + RESERVE,
                        otherwise.orderReserve(),
                        share -> share >= 0 && share < 1,
                        "a number from 0 to below 1: the part of the calls that only orders may"
                                + " spend"),
                otherwise.instead() || (!prefix.equals(ROOT) && has(prefix + CALLS)));
    }

    private long whole(String name, long otherwise, long most) {
        return read(
                name,
                Long::valueOf,
                value -> value >= 1 && value <= most,
                "a whole number from 1 to " + most,
                otherwise);
    }

    private double part(
            String name, double otherwise, Function<Double, Boolean> fits, String right) {
        return read(name, Double::valueOf, fits, right, otherwise);
    }

    private Duration duration(String name, Duration otherwise) {
        return read(
                ROOT + name,
                text -> config.getValue(ROOT + name, Duration.class),
                value -> value.toMillis() >= 1 && value.compareTo(LONGEST) <= 0,
                "a time such as 3s or 500ms, at most ten minutes",
                otherwise);
    }

    private <T> T read(
            String name,
            Function<String, T> parse,
            Function<T, Boolean> fits,
            String right,
            T otherwise) {
        Optional<String> text = config.getOptionalValue(name, String.class).map(String::strip);
        if (text.isEmpty()) {
            return otherwise;
        }
        T value;
        try {
            value = parse.apply(text.get());
        } catch (IllegalArgumentException unreadable) {
            throw wrong(name, text.get(), right);
        }
        if (!fits.apply(value)) {
            throw wrong(name, text.get(), right);
        }
        return value;
    }

    private boolean has(String name) {
        return config.getOptionalValue(name, String.class).isPresent();
    }

    private static ConfigurationException wrong(String name, String value, String right) {
        return new ConfigurationException(
                "The setting %s is \"%s\"; it must be %s.".formatted(name, value, right),
                Set.of(name));
    }

    /** A misspelt venue would quietly keep the budget of all. */
    private void refuseUnknownVenues(List<VenueId> venues) {
        Set<String> known = new HashSet<>();
        for (String setting : BUDGET) {
            known.add(plain(ROOT + setting));
            venues.forEach(venue -> known.add(plain(ROOT + venue + "." + setting)));
        }
        for (String name : config.getPropertyNames()) {
            String plain = plain(name);
            if (plain.startsWith(plain(ROOT))
                    && BUDGET.stream().anyMatch(setting -> plain.endsWith(plain("." + setting)))
                    && !known.contains(plain)) {
                throw new ConfigurationException(
                        "The setting %s names no venue of the house; there are %s."
                                .formatted(
                                        name,
                                        venues.stream()
                                                .map(VenueId::value)
                                                .collect(Collectors.joining(", "))),
                        Set.of(name));
            }
        }
    }

    /** One spelling for a property and for the environment variable that means it. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
