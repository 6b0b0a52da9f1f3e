package io.sequence.health.domain;

import io.sequence.events.OwnTrouble;
import io.sequence.events.OwnTrouble.Kind;
import io.sequence.events.Reason;
import io.sequence.health.domain.VenueMood.Ours;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sees trouble of our own: that nearly no venue can be reached, that several venues' clocks agree
 * against ours, that many keys refuse our address, that the database takes nothing. Safe for use by
 * many threads.
 */
public final class OwnWatch {
    private static final Duration DOUBT = Duration.ofSeconds(10);

    /** An answer that comes just after our way out has failed was on its way before. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private static final double NEARLY_ALL = 0.9;
    private static final double MOST_AGREE = 2.0 / 3;
    private static final Duration AGREEING = Duration.ofSeconds(2);

    private final Duration lately;
    private final Duration clockThreshold;
    private final Supplier<UUID> ids;
    private final Map<VenueId, Line> lines = new HashMap<>();
    private final Map<Kind, Ours> open = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> spoilt = new EnumMap<>(Kind.class);
    private final Set<VenueId> refusingOurAddress = new HashSet<>();
    private final Set<VenueId> withoutWitness = new HashSet<>();
    private final Aftermath aftermath = new Aftermath();
    private @Nullable Instant answeredAt;
    private Instant wonderedAt = Instant.MIN;
    private @Nullable Instant unwrittenSince;

    /**
     * Nothing seen yet.
     *
     * @param interval between two pings of a connection
     * @param clockThreshold how wrong our clock must be at least
     * @param ids name troubles
     */
    public OwnWatch(Duration interval, Duration clockThreshold, Supplier<UUID> ids) {
        this.lately = interval.plusSeconds(15);
        this.clockThreshold = clockThreshold;
        this.ids = ids;
    }

    /** Trouble of ours that began or ended. */
    public record OwnNews(Ours trouble, @Nullable Instant until, int connections) {}

    /** The way to one venue. */
    private record Line(
            Instant askedAt, @Nullable Instant answeredAt, @Nullable Instant darkSince) {}

    /** A venue answered, whatever it said. */
    public synchronized void answered(VenueId venue, Instant now) {
        answeredAt = now;
        withoutWitness.remove(venue);
        aftermath.asked(venue);
        lines.put(venue, new Line(now, now, null));
    }

    /**
     * A venue could not be reached, or its answer was lost. What was asked while our way out was
     * shut says nothing when that is over.
     *
     * @param begun when it was asked
     * @return whether others should be asked at once, to tell its trouble from ours
     */
    public synchronized boolean unreachable(VenueId venue, Instant begun, Instant now) {
        if (aftermath.covers(begun)) {
            return false;
        }
        Line before = lines.get(venue);
        boolean anew = aftermath.asked(venue);
        boolean fresh = anew || before == null || before.darkSince() == null;
        Instant since = fresh || before == null ? now : before.darkSince();
        lines.put(venue, new Line(now, before == null ? null : before.answeredAt(), since));
        if (!fresh || now.isBefore(wonderedAt.plus(DOUBT))) {
            return false;
        }
        wonderedAt = now;
        return true;
    }

    /** There is nobody to ask whether a venue is out of reach alone. */
    public synchronized void hasNoWitness(VenueId venue) {
        withoutWitness.add(venue);
    }

    /**
     * Whether it is still open if a venue that cannot be reached is in trouble, or we are: others
     * have not been asked since.
     */
    public synchronized boolean isOpenWhether(VenueId venue, Instant now) {
        Line line = lines.get(venue);
        Instant dark = line == null ? null : line.darkSince();
        if (dark == null || withoutWitness.contains(venue) || !now.isBefore(dark.plus(DOUBT))) {
            return false;
        }
        recent(now);
        boolean alone = lines.size() == 1;
        return !alone
                && lines.values().stream()
                        .noneMatch(
                                other ->
                                        other.answeredAt() != null
                                                && other.answeredAt()
                                                        .isAfter(dark.plus(ON_ITS_WAY)));
    }

    /** Keys of several accounts at a venue refuse our address, or do not any more. */
    public synchronized Optional<OwnNews> addressRefused(
            VenueId venue, boolean refused, Instant since, Instant now) {
        if (refused) {
            refusingOurAddress.add(venue);
            return begin(
                    Kind.EGRESS_ADDRESS,
                    "Keys of several accounts at " + venue + " refuse our address.",
                    since);
        }
        refusingOurAddress.remove(venue);
        return refusingOurAddress.isEmpty() ? end(Kind.EGRESS_ADDRESS, now) : Optional.empty();
    }

    /** How far venues' clocks are ahead of ours, one number a venue. */
    public synchronized Optional<OwnNews> clocks(Collection<Duration> ahead, Instant now) {
        List<Duration> sorted = ahead.stream().sorted().toList();
        Duration middle = sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) / 2);
        long agreeing =
                sorted.stream()
                        .filter(one -> one.minus(middle).abs().compareTo(AGREEING) <= 0)
                        .count();
        boolean wrong =
                agreeing >= 2
                        && agreeing >= MOST_AGREE * sorted.size()
                        && middle.abs().compareTo(clockThreshold) > 0;
        if (!wrong) {
            return end(Kind.CLOCK, now);
        }
        return begin(
                Kind.CLOCK,
                "Our clock is "
                        + middle.abs().toMillis() / 1000.0
                        + " s "
                        + (middle.isNegative() ? "ahead" : "behind")
                        + ", as "
                        + agreeing
                        + " of "
                        + sorted.size()
                        + " venues say.",
                now);
    }

    /** Something was written, or could not be. */
    public synchronized Optional<OwnNews> wrote(boolean written, Instant now) {
        if (written) {
            unwrittenSince = null;
            return end(Kind.DATABASE, now);
        }
        Instant since = unwrittenSince == null ? now : unwrittenSince;
        unwrittenSince = since;
        return now.isBefore(since.plus(DOUBT))
                ? Optional.empty()
                : begin(
                        Kind.DATABASE,
                        "The database takes nothing; pings go on and what they show waits.",
                        since);
    }

    /** Looks whether nearly all venues are out of reach. */
    public synchronized List<OwnNews> look(Instant now) {
        List<Line> asked = recent(now);
        List<Line> dark = asked.stream().filter(line -> line.darkSince() != null).toList();
        var news = new ArrayList<OwnNews>();
        if (dark.size() >= 2 && dark.size() >= NEARLY_ALL * asked.size()) {
            Instant first = dark.stream().map(Line::darkSince).min(Instant::compareTo).orElse(now);
            Instant last = answeredAt;
            begin(
                            Kind.EGRESS,
                            dark.size()
                                    + " of "
                                    + asked.size()
                                    + " venues cannot be reached: names, routes or our way out.",
                            last != null && last.isAfter(first) ? last : first)
                    .ifPresent(news::add);
        } else if (2 * dark.size() <= asked.size()) {
            Optional<OwnNews> ended = end(Kind.EGRESS, now);
            ended.ifPresent(over -> aftermath.begin(over.trouble(), dark(), now));
            ended.ifPresent(news::add);
        }
        return news;
    }

    private List<VenueId> dark() {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().darkSince() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether a failure may be of our way out, which was shut when its venue was asked. */
    public synchronized boolean isAftermath(Reason reason, Instant begun) {
        return isOfTransport(reason) && aftermath.covers(begun);
    }

    /** Whether a failure is that a venue was not reached, or that its answer was lost. */
    static boolean isOfTransport(Reason reason) {
        return FailureKind.of(reason.fault()) == FailureKind.TROUBLE
                && reason.venueCode().isEmpty();
    }

    /**
     * The trouble of ours that explains a failure at a venue; empty when none does. What has just
     * passed explains that a venue is still spared, until it was asked again.
     */
    public synchronized Optional<Ours> explaining(VenueId venue, Reason reason, Instant now) {
        return Stream.concat(open.values().stream(), aftermath.sparing(venue, now).stream())
                .filter(ours -> ours.explains(reason))
                .findFirst();
    }

    /** A ping failed with it. */
    synchronized void spoilt(Ours ours) {
        spoilt.merge(ours.kind(), 1, Integer::sum);
    }

    /** Whether there is such trouble now. */
    public synchronized boolean has(Kind kind) {
        return open.containsKey(kind);
    }

    private List<Line> recent(Instant now) {
        Instant horizon = now.minus(lately);
        lines.values().removeIf(line -> line.askedAt().isBefore(horizon));
        return List.copyOf(lines.values());
    }

    private Optional<OwnNews> begin(Kind kind, String words, Instant since) {
        if (open.containsKey(kind)) {
            return Optional.empty();
        }
        var ours = new Ours(ids.get(), kind, words, since);
        open.put(kind, ours);
        spoilt.put(kind, 0);
        return Optional.of(new OwnNews(ours, null, 0));
    }

    private Optional<OwnNews> end(Kind kind, Instant now) {
        Ours over = open.remove(kind);
        return over == null
                ? Optional.empty()
                : Optional.of(new OwnNews(over, now, spoilt.getOrDefault(kind, 0)));
    }

    /** What is to be told of it. */
    public static OwnTrouble told(OwnNews news) {
        return new OwnTrouble(
                news.trouble().trouble(),
                news.trouble().kind(),
                news.trouble().words(),
                news.trouble().since(),
                news.until(),
                news.connections());
    }
}
