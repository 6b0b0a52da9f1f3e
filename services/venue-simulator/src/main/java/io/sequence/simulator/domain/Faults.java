package io.sequence.simulator.domain;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The faults that are switched on for one venue. Safe for threads. */
public final class Faults {

    /**
     * One fault.
     *
     * @param rate the share of requests that meet it, 0 to 1
     * @param millis how long a time-out holds the answer, or how far a clock is ahead
     * @param accountId the only account that meets it, null for every request
     * @param beginsAt nobody meets it before; null for at once
     * @param endsAt nobody meets it from then on; null for no end
     */
    public record Fault(
            FaultKind kind,
            double rate,
            long millis,
            @Nullable String accountId,
            long seed,
            @Nullable Instant beginsAt,
            @Nullable Instant endsAt) {
        /** One that is there until it is switched off. */
        public Fault(
                FaultKind kind, double rate, long millis, @Nullable String accountId, long seed) {
            this(kind, rate, millis, accountId, seed, null, null);
        }

        /** Whether it is there at that moment. */
        public boolean holds(Instant now) {
            return (beginsAt == null || !now.isBefore(beginsAt))
                    && (endsAt == null || now.isBefore(endsAt));
        }
    }

    private static final double GOLDEN = 0.618_033_988_749_894_9;

    private record Running(Fault fault, AtomicLong asked) {}

    private final CopyOnWriteArrayList<Running> running = new CopyOnWriteArrayList<>();

    /** Switches a fault on, in place of one of the same kind and account. */
    public void put(Fault fault) {
        running.removeIf(
                r ->
                        r.fault.kind() == fault.kind()
                                && java.util.Objects.equals(
                                        r.fault.accountId(), fault.accountId()));
        running.add(new Running(fault, new AtomicLong()));
    }

    /** The maintenance that the venue's status tells of, going on or to come; null when none is. */
    public @Nullable Maintenance maintenance(Instant now) {
        return running.stream()
                .map(Running::fault)
                .filter(f -> f.kind() == FaultKind.MAINTENANCE && f.accountId() == null)
                .filter(f -> f.endsAt() == null || now.isBefore(f.endsAt()))
                .map(f -> new Maintenance(f.beginsAt() == null ? now : f.beginsAt(), f.endsAt()))
                .findFirst()
                .orElse(null);
    }

    /** Switches everything off. */
    public void clear() {
        running.clear();
    }

    public List<Fault> all() {
        return running.stream().map(Running::fault).toList();
    }

    /**
     * The faults that this request meets. The same seed and the same order of requests meet the
     * same faults, spread evenly over the requests.
     *
     * @param accountId the account whose key the request carries, null when it carries none that is
     *     known
     */
    public List<Fault> meeting(@Nullable String accountId, Instant now) {
        return meeting(accountId).stream().filter(fault -> fault.holds(now)).toList();
    }

    /** The same, whatever the time. */
    List<Fault> meeting(@Nullable String accountId) {
        if (running.isEmpty()) {
            return List.of();
        }
        return running.stream()
                .filter(r -> r.fault.accountId() == null || r.fault.accountId().equals(accountId))
                .filter(Faults::strikes)
                .map(Running::fault)
                .toList();
    }

    private static boolean strikes(Running r) {
        double at = (r.fault.seed() % 1000 / 1000.0 + r.asked.incrementAndGet() * GOLDEN) % 1.0;
        return r.fault.rate() >= 1 || at < r.fault.rate();
    }
}
