package io.sequence.venues.transport;

import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.RateWindow;
import java.util.Arrays;

/**
 * What one limit of an address has left: weights spent within its span, kept in slots of a
 * twentieth, by kind of call. Orders may spend everything; all but orders leave a reserve; pings
 * have a share, which they spend evenly. What the venue says others have spent counts too. Not safe
 * for use by several threads; makes no object.
 */
final class WeightWindow {
    /** One more than a twentieth, so that what was spent a span ago has really left the venue's. */
    private static final int SLOTS = 21;

    private static final int KINDS = CallClass.values().length;

    /** What others spend from our address, by the venue's word. */
    private static final int OTHERS = KINDS;

    private static final int WIDTH = KINDS + 1;

    /** Pings that may go out at once, however small their share is. */
    private static final int BURST = 5;

    private final RateWindow declared;
    private final long span;
    private final long slotMillis;
    private final long allowed;
    private final long reserve;
    private final long healthAllowed;
    private final long[] slots = new long[SLOTS * WIDTH];
    private final long[] sums = new long[WIDTH];
    private long slot;

    /** When a share that is spent evenly would have been used up to here, in microseconds. */
    private long paceMicros;

    private long aligned;
    private long spentAligned;

    /**
     * A full one.
     *
     * @param use part of what the venue allows that is ours, above 0 and at most 1
     * @param healthShare part of that which pings may spend
     * @param orderReserve part of that which only orders may spend
     */
    WeightWindow(RateWindow declared, double use, double healthShare, double orderReserve) {
        this.declared = declared;
        this.span = declared.per().toMillis();
        this.slotMillis = Math.max(1, (span + SLOTS - 2) / (SLOTS - 1));
        this.allowed = Math.max(1, Math.round(declared.allowed() * use));
        // A small budget must not be all reserve: then nothing but orders would ever go out.
        this.reserve = Math.max(0, Math.min(allowed - ping(), Math.round(allowed * orderReserve)));
        this.healthAllowed = Math.min(allowed, Math.max(ping(), Math.round(allowed * healthShare)));
    }

    private long ping() {
        return Math.max(1, declared.pingCosts());
    }

    RateWindow declared() {
        return declared;
    }

    /** What may be spent in the span, by us and by whoever shares our address. */
    long allowed() {
        return allowed;
    }

    /** What pings may spend in the span. */
    long healthAllowed() {
        return healthAllowed;
    }

    /** Pings that fit into a minute when nothing else is asked. */
    double pingsPerMinute() {
        return healthAllowed * 60_000.0 / span / ping();
    }

    /** How long until that much may be spent by a call of that kind; 0 when it may be now. */
    long wait(CallClass kind, long cost, long now) {
        turn(now);
        long room = allowed - (kind == CallClass.ORDER ? 0 : reserve) - total();
        long wait = cost <= room ? 0 : untilGone(cost - room, false);
        if (kind != CallClass.HEALTH) {
            return wait;
        }
        long mine = healthAllowed - sums[CallClass.HEALTH.ordinal()];
        if (cost > mine) {
            wait = Math.max(wait, untilGone(cost - mine, true));
        }
        long ahead = paceMicros - now * 1000 - tolerance(cost);
        return ahead > 0 ? Math.max(wait, ahead / 1000 + 1) : wait;
    }

    /** Pings that may go out now; 0 when one has to wait. */
    long pings(long now) {
        long cost = ping();
        if (wait(CallClass.HEALTH, cost, now) > 0) {
            return 0;
        }
        long room =
                Math.min(
                        allowed - reserve - total(),
                        healthAllowed - sums[CallClass.HEALTH.ordinal()]);
        long ahead = Math.max(0, paceMicros - now * 1000);
        long paced = 1 + (tolerance(cost) - ahead) / Math.max(1, micros(cost));
        return Math.max(1, Math.min(room / cost, paced));
    }

    /** Spends; whoever spends has asked before. */
    void spend(CallClass kind, long cost, long now) {
        add(kind.ordinal(), cost, now);
        if (kind == CallClass.HEALTH) {
            paceMicros = Math.max(paceMicros, now * 1000) + micros(cost);
        }
    }

    /**
     * Hears what the venue says is used of its window, which began at a full span of its clock;
     * what is more than we have spent in it, others have.
     */
    void told(long used, long venueMillis, long now) {
        turn(now);
        align(venueMillis);
        if (used > spentAligned) {
            add(OTHERS, used - spentAligned, now);
            spentAligned = used;
        }
    }

    /** Counts a call into the span of the venue's clock that it falls in. */
    void count(long cost, long venueMillis) {
        align(venueMillis);
        spentAligned += cost;
    }

    /** What calls of that kind have spent in the last span. */
    long spent(CallClass kind, long now) {
        turn(now);
        return sums[kind.ordinal()];
    }

    /** What others have spent in it by the venue's word. */
    long others(long now) {
        turn(now);
        return sums[OTHERS];
    }

    private void align(long venueMillis) {
        long window = Math.floorDiv(venueMillis, span);
        if (window != aligned) {
            aligned = window;
            spentAligned = 0;
        }
    }

    private long micros(long cost) {
        return span * 1000 * cost / healthAllowed;
    }

    private long tolerance(long cost) {
        return Math.max(span * 100, (BURST - 1) * micros(cost));
    }

    private void add(int kind, long cost, long now) {
        turn(now);
        slots[place(slot) + kind] += cost;
        sums[kind] += cost;
    }

    private long total() {
        long total = 0;
        for (long sum : sums) {
            total += sum;
        }
        return total;
    }

    /** Forgets what has left the span; a clock that was set back far begins anew. */
    private void turn(long now) {
        long at = Math.floorDiv(now, slotMillis);
        long passed = at - slot;
        if (passed == 0 || (passed < 0 && passed > -SLOTS)) {
            return;
        }
        if (passed < 0 || passed >= SLOTS) {
            Arrays.fill(slots, 0);
            Arrays.fill(sums, 0);
            if (passed < 0) {
                paceMicros = 0;
            }
        } else {
            for (long gone = slot + 1; gone <= at; gone++) {
                int place = place(gone);
                for (int kind = 0; kind < WIDTH; kind++) {
                    sums[kind] -= slots[place + kind];
                    slots[place + kind] = 0;
                }
            }
        }
        slot = at;
    }

    private long untilGone(long missing, boolean healthOnly) {
        long gone = 0;
        for (int age = SLOTS - 1; age >= 0; age--) {
            int place = place(slot - age);
            for (int kind = 0; kind < WIDTH; kind++) {
                gone += healthOnly && kind != CallClass.HEALTH.ordinal() ? 0 : slots[place + kind];
            }
            if (gone >= missing) {
                return (SLOTS - age) * slotMillis;
            }
        }
        return span;
    }

    private static int place(long slot) {
        return (int) Math.floorMod(slot, (long) SLOTS) * WIDTH;
    }
}
