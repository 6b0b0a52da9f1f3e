package io.sequence.venues.transport;

import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Sense;
import io.sequence.venues.api.RateWindow.Told;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.BudgetFacts.WindowFacts;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one venue lets one address of ours ask: all of its limits, and how long to stay away. Every
 * moment is in milliseconds. Safe for use by many threads.
 */
final class AddressBudget {
    /** Around the turn of the venue's window its count and ours may be of different windows. */
    private static final long TURN = 1_000;

    /** So many keys refused within moments, and it is not the keys. */
    private static final int CROWD = 3;

    private static final long CROWD_WINDOW = 10_000;

    /** A moment so much older than the newest was read before its thread had to wait. */
    private static final long STALE = 5_000;

    private final VenueId venue;
    private final String address;
    private final WeightWindow[] windows;
    private final BackOff backOff = new BackOff();
    private final long[] refusedNames = new long[CROWD];
    private final long[] refusedAt = new long[CROWD];
    private int refusedNext;
    private long calls;
    private long heldBack;
    private long newest;

    AddressBudget(VenueId venue, String address, List<WeightWindow> windows) {
        this.venue = venue;
        this.address = address;
        this.windows = windows.toArray(new WeightWindow[0]);
    }

    /**
     * Spends for one call, when everything allows it.
     *
     * @param venueMillis the venue's clock
     * @return 0 when it may go out, else how long to wait
     */
    synchronized long take(CallClass kind, String path, int weight, long at, long venueMillis) {
        long now = newest(at);
        long wait = backOff.wait(kind == CallClass.ORDER, now);
        for (WeightWindow window : windows) {
            long cost = window.declared().costs(kind, path, weight);
            if (cost > 0) {
                wait = Math.max(wait, window.wait(kind, cost, now));
            }
        }
        if (wait > 0) {
            heldBack++;
            return wait;
        }
        for (WeightWindow window : windows) {
            long cost = window.declared().costs(kind, path, weight);
            if (cost > 0) {
                window.spend(kind, cost, now);
                window.count(cost, venueMillis);
            }
        }
        calls++;
        backOff.sent(now);
        return 0;
    }

    /** A clock that was set back far begins anew. */
    private long newest(long at) {
        if (at > newest || newest - at > STALE) {
            newest = at;
        }
        return newest;
    }

    /** Learns from an answer what the venue has counted. */
    synchronized void answered(
            String path, WireResponse response, long sentAt, long venueMillis, long now) {
        int status = response.status();
        if (status != 429 && status != 418 && status != 403) {
            backOff.answered(now);
        }
        for (WeightWindow window : windows) {
            RateWindow declared = window.declared();
            Told told = declared.told();
            if (told == null || told.sense() != Sense.USED || !path.startsWith(declared.below())) {
                continue;
            }
            long span = declared.per().toMillis();
            long used = HeaderNumber.of(response, told.header());
            if (used >= 0
                    && Math.floorDiv(sentAt, span) == Math.floorDiv(venueMillis, span)
                    && Math.floorMod(sentAt, span) >= Math.min(TURN, span / 10)) {
                window.told(used, venueMillis, now);
            }
        }
    }

    /**
     * The venue has refused a call for there being too many.
     *
     * @param asked how long it wants us to wait; 0 when it does not say
     */
    synchronized void refused(long asked, boolean ban, long now) {
        backOff.refused(asked, ban, now);
    }

    /**
     * A call was refused that a limit of its key counts: true when keys of several have been within
     * moments, which then is the address's trouble.
     *
     * @param name of the connection
     */
    synchronized boolean isCrowd(long name, long now) {
        int known = 0;
        boolean again = false;
        for (int i = 0; i < CROWD; i++) {
            if (refusedAt[i] > now - CROWD_WINDOW) {
                known++;
                again |= refusedNames[i] == name;
            }
        }
        if (!again || name == 0) {
            refusedNames[refusedNext] = name;
            refusedAt[refusedNext] = now;
            refusedNext = (refusedNext + 1) % CROWD;
            known++;
        }
        return known >= CROWD;
    }

    /** Whether calls stay away, or did until a moment ago: a further refusal belongs to that. */
    synchronized boolean isRefused(long now) {
        return backOff.goesOn(now);
    }

    /** How long nothing goes out; 0 when calls do, but for those that a first one tries for. */
    synchronized long staysAwayFor(long now) {
        return Math.max(backOff.until(now) - now, backOff.isOpen(now) ? 1 : 0);
    }

    /** Pings that may begin now; when none may, how long to wait, below zero. */
    synchronized long pingRoom(long now) {
        long wait = backOff.wait(false, now);
        long room = backOff.isOpen(now) ? 1 : Long.MAX_VALUE;
        for (WeightWindow window : windows) {
            if (window.declared().pingCosts() > 0) {
                wait = Math.max(wait, window.wait(CallClass.HEALTH, pingCost(window), now));
                room = wait > 0 ? 0 : Math.min(room, window.pings(now));
            }
        }
        return wait > 0 ? -wait : room;
    }

    private static long pingCost(WeightWindow window) {
        return window.declared().byRequest() ? 1 : window.declared().pingCosts();
    }

    /** What is to be seen of it. */
    synchronized BudgetFacts facts(long now) {
        long until = backOff.until(now);
        double pings = Double.MAX_VALUE;
        for (WeightWindow window : windows) {
            if (window.declared().pingCosts() > 0) {
                pings = Math.min(pings, window.pingsPerMinute());
            }
        }
        return new BudgetFacts(
                venue,
                address,
                java.util.Arrays.stream(windows).map(window -> facts(window, now)).toList(),
                pings == Double.MAX_VALUE ? Long.MAX_VALUE : (long) pings,
                calls,
                heldBack,
                backOff.times(),
                until == 0 ? null : Instant.ofEpochMilli(until));
    }

    private static WindowFacts facts(WeightWindow window, long now) {
        Map<CallClass, Long> spent = new EnumMap<>(CallClass.class);
        for (CallClass kind : CallClass.values()) {
            spent.put(kind, window.spent(kind, now));
        }
        return new WindowFacts(
                window.declared().below(),
                window.declared().per(),
                window.allowed(),
                window.healthAllowed(),
                spent,
                window.others(now));
    }

    /** What calls of that kind have spent of the fullest limit, as a part of it. */
    synchronized double spentPart(CallClass kind, long now) {
        double part = 0;
        for (WeightWindow window : windows) {
            part = Math.max(part, (double) window.spent(kind, now) / window.allowed());
        }
        return part;
    }
}
