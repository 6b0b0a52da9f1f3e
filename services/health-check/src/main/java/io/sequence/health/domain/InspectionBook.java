package io.sequence.health.domain;

import io.sequence.faults.Fault;
import io.sequence.venues.api.KeyFacts;
import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What this instance remembers of inspections: a few numbers a connection, so that most of them end
 * here and ask no database. Safe for use by many threads.
 */
public final class InspectionBook {
    /** Faults that only an inspection finds, and only an inspection takes back. */
    private static final Set<Fault> FOUND =
            EnumSet.of(
                    Fault.WITHDRAW_GRANTED,
                    Fault.TRANSFER_GRANTED,
                    Fault.READ_MISSING,
                    Fault.TRADE_MISSING,
                    Fault.DIFFERENT_ACCOUNT);

    private final Map<ConnectionId, Entry> entries = new ConcurrentHashMap<>();
    private final Rhythm rhythm;

    /** An empty book; connections are inspected at moments of their own. */
    public InspectionBook(Rhythm rhythm) {
        this.rhythm = rhythm;
    }

    /** What a look at a key comes to. */
    public enum Look {
        /** It is as it is known to be. */
        KNOWN,
        /** It is different, and was not the last time: look again before anybody is told. */
        FIRST,
        /** It is different for the second time in a row. */
        CONFIRMED
    }

    /** Why a key is to be inspected with the ping that worked. */
    public enum Need {
        NONE,
        /** Its hour has come; a few minutes later will do. */
        DUE,
        /** What the ping says alone would be wrong, or a person waits. */
        MUST
    }

    private static final class Entry {
        private long known;
        private long pending;
        private long accountPrint;
        private long nextAt;
        private boolean objected;
        private @Nullable KeyFacts settled;
    }

    /**
     * Remembers what the table has.
     *
     * @param print of the reading that was settled last; 0 when there is none
     */
    public void put(ConnectionId connection, long print, @Nullable String acceptedUid) {
        Entry entry = entry(connection);
        synchronized (entry) {
            entry.known = print;
            entry.pending = 0;
            entry.settled = null;
            entry.accountPrint = acceptedUid == null ? 0 : KeyReading.print(acceptedUid);
        }
    }

    /** Forgets a connection, or what was known of its last key. */
    public void forget(ConnectionId connection) {
        entries.remove(connection);
    }

    /** Forgets what a ping under way brought back after its connection had left. */
    public void sweep(Predicate<ConnectionId> watched) {
        entries.keySet().removeIf(watched.negate());
    }

    /** Whether a key whose ping does not tell is to be inspected with it. */
    public Need need(Turn turn, Instant now) {
        if (!turn.checks().isEmpty() || isFound(turn.standing())) {
            return Need.MUST;
        }
        ConnectionId id = turn.watched().id();
        Entry entry = entry(id);
        synchronized (entry) {
            if (entry.nextAt == 0) {
                entry.nextAt = rhythm.after(id, now).toEpochMilli();
            }
            if (entry.objected || entry.pending != 0) {
                return Need.MUST;
            }
            return now.toEpochMilli() >= entry.nextAt ? Need.DUE : Need.NONE;
        }
    }

    /** Whether the last inspection found something that only an inspection takes back. */
    public boolean stands(Turn turn) {
        Entry entry = entry(turn.watched().id());
        synchronized (entry) {
            return entry.objected || isFound(turn.standing());
        }
    }

    private static boolean isFound(Standing standing) {
        return standing.condition() == Condition.REAUTH_NEEDED
                && standing.reason() != null
                && FOUND.contains(standing.reason().fault());
    }

    /** A key was inspected, and something or nothing speaks against it. */
    public void inspected(ConnectionId connection, boolean objection, Instant now) {
        Entry entry = entry(connection);
        synchronized (entry) {
            entry.objected = objection;
            entry.settled = null;
            entry.nextAt = rhythm.after(connection, now).toEpochMilli();
        }
    }

    /** An inspection came to nothing; the next one is tried then. */
    public void later(ConnectionId connection, Instant then) {
        Entry entry = entry(connection);
        synchronized (entry) {
            entry.nextAt = then.toEpochMilli();
        }
    }

    /** Whether a key answers for another account than the one that was connected. */
    public boolean isOther(ConnectionId connection, KeyReading reading) {
        Entry entry = entries.get(connection);
        if (entry == null || reading.accountUid() == null) {
            return false;
        }
        synchronized (entry) {
            return entry.accountPrint != 0
                    && entry.accountPrint != KeyReading.print(reading.accountUid());
        }
    }

    /** What a reading is, compared with the last ones. */
    public Look look(ConnectionId connection, long print) {
        Entry entry = entry(connection);
        synchronized (entry) {
            if (print == entry.known) {
                entry.pending = 0;
                return Look.KNOWN;
            }
            entry.settled = null;
            if (print == entry.pending) {
                return Look.CONFIRMED;
            }
            entry.pending = print;
            return Look.FIRST;
        }
    }

    /**
     * These very facts are known, if they still are: seeing them again says nothing new.
     *
     * @param print of their reading, for which {@link #look} said so
     */
    public void settle(ConnectionId connection, KeyFacts facts, long print) {
        Entry entry = entry(connection);
        synchronized (entry) {
            // What is known may have changed since the look.
            entry.settled = entry.objected || print != entry.known ? null : facts;
        }
    }

    /**
     * Whether facts are those that were settled last, the same object and not others that say the
     * same: a venue that repeats itself is not compared again.
     */
    public boolean isSettled(ConnectionId connection, KeyFacts facts) {
        Entry entry = entries.get(connection);
        if (entry == null) {
            return false;
        }
        synchronized (entry) {
            return entry.settled == facts;
        }
    }

    /** How many connections are remembered. */
    public int size() {
        return entries.size();
    }

    private Entry entry(ConnectionId connection) {
        return entries.computeIfAbsent(connection, unused -> new Entry());
    }
}
