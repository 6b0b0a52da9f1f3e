package io.sequence.health.domain;

import io.sequence.events.HealthState;
import io.sequence.health.domain.Allowance.Lane;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The connections that this instance watches, in the order of their turns. No turn of a connection
 * begins while another is under way. Safe for use by many threads.
 */
public final class Watchlist {
    /** Keys of so many that wait for room are opened beforehand. */
    private static final int SOON_HELD = 200;

    /** So many are looked at beforehand at once; nobody else's turn begins meanwhile. */
    private static final int SOON = 5_000;

    private final Map<ConnectionId, Entry> entries = new HashMap<>();
    private final TreeSet<Entry> schedule =
            new TreeSet<>(
                    Comparator.comparing((Entry entry) -> entry.dueAt)
                            .thenComparing(entry -> entry.watched.id().value()));
    private final HeldPings<Entry> held =
            new HeldPings<>(
                    Comparator.comparing((Entry entry) -> !entry.isUrgent())
                            .thenComparing(entry -> entry.dueAt)
                            .thenComparing(entry -> entry.watched.id().value()));
    private final Duration balancesEvery;
    private final Allowance allowance;
    private long generations;

    /** An empty list; balances are read with the first ping that is due after so long. */
    public Watchlist(Duration balancesEvery, Allowance allowance) {
        this.balancesEvery = balancesEvery;
        this.allowance = allowance;
    }

    /** Watches a connection, or takes over what changed about it. */
    public synchronized void put(Watched watched, Standing standing, Instant dueAt) {
        Entry entry = entries.get(watched.id());
        if (entry == null) {
            entry = new Entry(watched);
            entry.balancesAt = balancesAt(watched, standing, dueAt);
            entries.put(watched.id(), entry);
        }
        unschedule(entry);
        entry.watched = watched;
        entry.standing = standing;
        entry.generation = ++generations;
        entry.dueAt = dueAt;
        if (!entry.underWay) {
            schedule.add(entry);
        }
    }

    /** Taken over all at once, balances are not all read at once; a new key's are read first. */
    private @Nullable Instant balancesAt(Watched watched, Standing standing, Instant dueAt) {
        if (standing.lastProofAt() == null) {
            return null;
        }
        long every = Math.max(1, balancesEvery.toMillis());
        return dueAt.minusMillis(Math.floorMod(watched.id().hashCode(), every));
    }

    /** Stops watching. */
    public synchronized void remove(ConnectionId connection) {
        Entry entry = entries.remove(connection);
        if (entry != null) {
            unschedule(entry);
        }
    }

    private void unschedule(Entry entry) {
        schedule.remove(entry);
        if (entry.held) {
            held.remove(lane(entry), entry);
            entry.held = false;
        }
    }

    private Lane lane(Entry entry) {
        return new Lane(entry.watched.about().venue(), allowance.address(entry.watched.id()));
    }

    /** Stops watching what belongs to a shard; returns which those were. */
    public synchronized List<ConnectionId> removeShard(int shard) {
        List<ConnectionId> gone =
                entries.values().stream()
                        .map(entry -> entry.watched)
                        .filter(watched -> watched.shard() == shard)
                        .map(Watched::id)
                        .toList();
        gone.forEach(this::remove);
        return gone;
    }

    /** Has a connection pinged now for a user; false when it is not watched here. */
    public synchronized boolean ask(ConnectionId connection, UUID check, Instant now) {
        Entry entry = entries.get(connection);
        if (entry == null) {
            return false;
        }
        unschedule(entry);
        entry.checks.add(check);
        entry.dueAt = now;
        if (!entry.underWay) {
            schedule.add(entry);
        }
        return true;
    }

    /**
     * Has keys of other accounts at the same venue pinged now, so that it shows whether one fails
     * alone.
     *
     * @param lonely the one that failed
     * @param most so many at most
     */
    public synchronized void hurry(Watched lonely, int most, Instant now) {
        int hurried = 0;
        for (Entry entry : entries.values()) {
            if (hurried == most) {
                return;
            }
            if (entry.isPeerOf(lonely)) {
                hurried++;
                hurry(entry, now);
            }
        }
    }

    /**
     * Has one key of each other venue pinged now, so that it shows whether a venue is out of reach
     * alone.
     *
     * @return how many venues are asked
     */
    public synchronized int hurryElsewhere(VenueId dark, Instant now) {
        Set<VenueId> hurried = new HashSet<>(Set.of(dark));
        for (Entry entry : entries.values()) {
            VenueId venue = entry.watched.about().venue();
            if (entry.standing.condition() == Condition.CONNECTED && hurried.add(venue)) {
                hurry(entry, now);
            }
        }
        return hurried.size() - 1;
    }

    private void hurry(Entry entry, Instant now) {
        if (!entry.underWay && !entry.held && entry.dueAt.isAfter(now)) {
            schedule.remove(entry);
            entry.dueAt = now;
            schedule.add(entry);
        }
    }

    /** Takes turns that are due, the longest due first, so many at most. */
    public synchronized List<Turn> take(Instant now, int most) {
        var turns = new ArrayList<Turn>();
        for (Entry entry : released(now, most)) {
            entry.held = false;
            turns.add(begin(entry, now));
        }
        while (turns.size() < most && !schedule.isEmpty() && !schedule.first().dueAt.isAfter(now)) {
            Entry entry = schedule.pollFirst();
            if (!held.isEmpty() && held.holds(lane(entry))) {
                // Others of its venue and address wait for room: it waits its turn among them.
                entry.held = true;
                held.add(lane(entry), entry, null);
            } else {
                turns.add(begin(entry, now));
            }
        }
        return turns;
    }

    private List<Entry> released(Instant now, int most) {
        return held.isEmpty()
                ? List.of()
                : held.release(now, most, lane -> allowance.room(lane.venue(), lane.address()));
    }

    private Turn begin(Entry entry, Instant now) {
        entry.underWay = true;
        return entry.turn(now, balancesEvery);
    }

    /**
     * Ends a turn in which nothing was asked, because a budget has no room: it is still due, and
     * goes on before those that are due later.
     *
     * @param until when there may be room again
     */
    public synchronized void hold(Turn turn, Instant until) {
        Entry entry = entries.get(turn.watched().id());
        if (entry == null || !entry.underWay) {
            return;
        }
        entry.underWay = false;
        entry.checks.addAll(turn.checks());
        if (turn.withBalances()) {
            entry.balancesAt = null;
        }
        entry.held = true;
        held.add(lane(entry), entry, until);
    }

    /** What is asked of every budget, and who waits for it. */
    public synchronized Map<Lane, Load> loads() {
        Map<Lane, Load> loads = new HashMap<>();
        for (Entry entry : entries.values()) {
            Load load = loads.computeIfAbsent(lane(entry), any -> new Load());
            load.connections++;
        }
        held.each(
                (lane, waiting) -> {
                    Load load = loads.computeIfAbsent(lane, any -> new Load());
                    load.waiting = waiting.size();
                    for (Entry entry : waiting) {
                        load.waitsSince(entry.dueAt);
                    }
                });
        return loads;
    }

    /** Those whose turns come until then, the first thousands of them, without those under way. */
    public synchronized List<Watched> until(Instant moment) {
        var soon = new ArrayList<Watched>();
        held.first(SOON_HELD).forEach(entry -> soon.add(entry.watched));
        for (Entry entry : schedule) {
            if (entry.dueAt.isAfter(moment) || soon.size() >= SOON) {
                break;
            }
            soon.add(entry.watched);
        }
        return soon;
    }

    /** Ends a turn; what came of it counts unless the watch changed meanwhile. */
    public synchronized void end(Turn turn, Standing standing, Instant nextAt) {
        Entry entry = entries.get(turn.watched().id());
        if (entry == null || !entry.underWay) {
            return;
        }
        entry.underWay = false;
        if (entry.generation == turn.generation()) {
            entry.standing = standing;
            entry.dueAt = entry.checks.isEmpty() ? nextAt : entry.dueAt;
        }
        schedule.add(entry);
    }

    /** The version that is pinged changed without a new submission having been heard of. */
    public synchronized void use(Watched watched) {
        Entry entry = entries.get(watched.id());
        if (entry != null && entry.watched.about().revision() == watched.about().revision()) {
            entry.watched = watched;
        }
    }

    /** Gives everything that is overdue a moment to go on with: after a pause nothing rushes. */
    public synchronized int spread(Rhythm rhythm, Instant now) {
        List<Entry> overdue =
                schedule.stream()
                        .filter(entry -> entry.dueAt.isBefore(now) && entry.checks.isEmpty())
                        .toList();
        for (Entry entry : overdue) {
            schedule.remove(entry);
            entry.dueAt = rhythm.resume(entry.watched.id(), null, now);
            schedule.add(entry);
        }
        return overdue.size();
    }

    /** When the next turn is due. */
    public synchronized Optional<Instant> nextAt() {
        Optional<Instant> free = held.nextAt();
        if (schedule.isEmpty()) {
            return free;
        }
        Instant due = schedule.first().dueAt;
        return free.filter(at -> at.isBefore(due)).or(() -> Optional.of(due));
    }

    /** How many are watched. */
    public synchronized int size() {
        return entries.size();
    }

    /** How many stand so. */
    public synchronized long count(HealthState state) {
        return entries.values().stream().filter(entry -> entry.standing.state() == state).count();
    }

    /** Which are watched. */
    public synchronized Set<ConnectionId> ids() {
        return Set.copyOf(entries.keySet());
    }

    private static final class Entry {
        private final List<UUID> checks = new ArrayList<>();
        private Watched watched;
        private Standing standing = Standing.FRESH;
        private Instant dueAt = Instant.MAX;
        private boolean underWay;
        private boolean held;
        private long generation;
        private @Nullable Instant balancesAt;

        Entry(Watched watched) {
            this.watched = watched;
        }

        /** Users wait for checks, and trouble waits to be confirmed. */
        boolean isUrgent() {
            return !checks.isEmpty() || standing.condition() == Condition.SUSPECT;
        }

        /** A key in trouble of its own says nothing about others'. */
        boolean isPeerOf(Watched other) {
            return watched.about().venue().equals(other.about().venue())
                    && !watched.about().accountId().equals(other.about().accountId())
                    && standing.condition() == Condition.CONNECTED;
        }

        Turn turn(Instant now, Duration balancesEvery) {
            Instant last = balancesAt;
            boolean withBalances =
                    !checks.isEmpty() || last == null || !now.isBefore(last.plus(balancesEvery));
            if (withBalances) {
                balancesAt = now;
            }
            var turn =
                    new Turn(
                            watched,
                            standing,
                            dueAt,
                            List.copyOf(checks),
                            withBalances,
                            generation);
            checks.clear();
            return turn;
        }
    }
}
