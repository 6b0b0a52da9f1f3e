package io.sequence.venues.transport;

import io.sequence.venues.api.CallClass;
import io.sequence.venues.api.RateWindow;
import io.sequence.venues.api.RateWindow.Reset;
import io.sequence.venues.api.RateWindow.Sense;
import io.sequence.venues.api.RateWindow.Told;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.TransportSettings.Budget;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The budgets of all venues at all of our addresses, and what single keys may ask. */
final class Budgets {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long KEY_PAUSE = 2_000;

    private final HostBook hosts;
    private final TransportSettings settings;
    private final VenueCallListener listener;
    private final ConcurrentMap<VenueId, OfVenue> venues = new ConcurrentHashMap<>();

    Budgets(HostBook hosts, TransportSettings settings, VenueCallListener listener) {
        this.hosts = hosts;
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Who asks.
     *
     * @param address which of our addresses
     * @param name of the connection; 0 when it is nobody's call
     */
    record Caller(int address, long name) {
        static final Caller NOBODY = new Caller(0, 0);
    }

    /** Spends for one call: 0 when it may go out, else milliseconds to wait. */
    long take(
            VenueId venue,
            Caller caller,
            WireRequest request,
            CallClass kind,
            long now,
            long venueMillis) {
        OfVenue own = of(venue);
        long wait = own.keyWait(caller, request, kind, now);
        if (wait > 0) {
            return wait;
        }
        wait =
                own.at(caller.address())
                        .take(kind, request.path(), request.weight(), now, venueMillis);
        if (wait == 0) {
            own.keySpend(caller, request, kind, now);
        }
        return wait;
    }

    /** Learns what the venue counted. */
    void answered(
            VenueId venue,
            Caller caller,
            WireRequest request,
            WireResponse response,
            long sentAt,
            long venueMillis,
            long now) {
        OfVenue own = of(venue);
        own.at(caller.address()).answered(request.path(), response, sentAt, venueMillis, now);
        own.learnKey(caller, request.path(), response, venueMillis, now);
    }

    /** The venue bans our address. */
    void banned(VenueId venue, Caller caller, Duration asked, long now) {
        of(venue).at(caller.address()).refused(asked.toMillis(), true, now);
    }

    /**
     * The venue wants fewer calls: of the address, or of the key where one of its limits counts
     * such a call by key and no other key is refused.
     */
    void slowDown(
            VenueId venue, Caller caller, CallClass kind, String path, Duration asked, long now) {
        OfVenue own = of(venue);
        AddressBudget budget = own.at(caller.address());
        if (!own.countsByKey(kind, path)
                || budget.isRefused(now)
                || budget.isCrowd(caller.name(), now)) {
            budget.refused(asked.toMillis(), false, now);
        } else {
            own.pauseKey(caller, kind, path, Math.max(asked.toMillis(), KEY_PAUSE), now);
        }
    }

    /** How long nothing goes out to a venue. */
    long staysAwayFor(VenueId venue, Caller caller, long now) {
        return of(venue).at(caller.address()).staysAwayFor(now);
    }

    /** Pings that may begin now; when none may, how long to wait, below zero. */
    long pingRoom(VenueId venue, int address, long now) {
        return of(venue).at(address).pingRoom(now);
    }

    /** Of every venue and address that was asked. */
    List<BudgetFacts> facts(long now) {
        var all = new ArrayList<BudgetFacts>();
        for (OfVenue venue : venues.values()) {
            for (AddressBudget budget : venue.budgets) {
                all.add(budget.facts(now));
            }
        }
        return all;
    }

    /** How many keys have spent something of late. */
    int keysHeld() {
        return venues.values().stream().mapToInt(venue -> venue.keys.size()).sum();
    }

    private OfVenue of(VenueId venue) {
        OfVenue known = venues.get(venue);
        return known == null ? venues.computeIfAbsent(venue, OfVenue::new) : known;
    }

    private final class OfVenue {
        private final AddressBudget[] budgets;
        private final RateWindow[] byKey;
        private final KeyAllowances keys = new KeyAllowances();

        OfVenue(VenueId venue) {
            List<RateWindow> declared =
                    hosts.profile(venue).map(VenueProfile::limits).orElse(List.of());
            Budget budget = settings.budgetFor(venue);
            byKey =
                    declared.stream()
                            .filter(window -> !window.ofAddress())
                            .toArray(RateWindow[]::new);
            List<String> addresses = settings.egress().addresses();
            budgets = new AddressBudget[addresses.size()];
            for (int i = 0; i < budgets.length; i++) {
                AddressBudget made =
                        new AddressBudget(venue, addresses.get(i), windows(declared, budget));
                budgets[i] = made;
                listener.opened(venue, addresses.get(i), made::facts, made::spentPart);
            }
        }

        private List<WeightWindow> windows(List<RateWindow> declared, Budget budget) {
            List<RateWindow> limits =
                    budget.instead()
                            ? List.of()
                            : declared.stream().filter(RateWindow::ofAddress).toList();
            double use = limits.isEmpty() ? 1 : settings.addressShare();
            if (limits.isEmpty()) {
                limits = List.of(budget.window());
            }
            return limits.stream()
                    .map(
                            limit ->
                                    new WeightWindow(
                                            limit,
                                            use,
                                            budget.healthShare(),
                                            budget.orderReserve()))
                    .toList();
        }

        AddressBudget at(int address) {
            return budgets[address];
        }

        boolean countsByKey(CallClass kind, String path) {
            for (RateWindow window : byKey) {
                if (window.costs(kind, path, 0) > 0) {
                    return true;
                }
            }
            return false;
        }

        long keyWait(Caller caller, WireRequest request, CallClass kind, long now) {
            long wait = 0;
            for (int i = 0; caller.name() != 0 && i < byKey.length; i++) {
                long cost = byKey[i].costs(kind, request.path(), request.weight());
                if (cost > 0) {
                    long takes = micros(byKey[i], cost);
                    wait = Math.max(wait, keys.wait(name(caller, i), takes, span(i), 1000 * now));
                }
            }
            return (wait + 999) / 1000;
        }

        void keySpend(Caller caller, WireRequest request, CallClass kind, long now) {
            boolean counts = caller.name() != 0 && settings.heedsDeclared();
            for (int i = 0; counts && i < byKey.length; i++) {
                long cost = byKey[i].costs(kind, request.path(), request.weight());
                if (cost > 0) {
                    keys.take(name(caller, i), micros(byKey[i], cost), span(i), 1000 * now);
                }
            }
        }

        void pauseKey(Caller caller, CallClass kind, String path, long millis, long now) {
            for (int i = 0; i < byKey.length; i++) {
                if (byKey[i].costs(kind, path, 0) > 0) {
                    exhaust(caller, i, now + millis, now);
                }
            }
        }

        void learnKey(
                Caller caller, String path, WireResponse response, long venueMillis, long now) {
            for (int i = 0; caller.name() != 0 && i < byKey.length; i++) {
                Told told = byKey[i].told();
                if (told != null && path.startsWith(byKey[i].below()) && isSpent(told, response)) {
                    long until = reset(told, response, byKey[i].per().toMillis(), venueMillis);
                    exhaust(caller, i, now + until, now);
                }
            }
        }

        private void exhaust(Caller caller, int window, long until, long now) {
            long least = micros(byKey[window], 1);
            if (caller.name() != 0) {
                keys.exhaust(name(caller, window), least, span(window), 1000 * until, 1000 * now);
            }
        }

        private long span(int window) {
            return 1000 * byKey[window].per().toMillis();
        }

        private static long name(Caller caller, int window) {
            long name = caller.name() ^ (window * GOLDEN);
            return name == 0 ? 1 : name;
        }
    }

    private static boolean isSpent(Told told, WireResponse response) {
        long number = HeaderNumber.of(response, told.header());
        if (number < 0) {
            return false;
        }
        if (told.sense() == Sense.LEFT) {
            return number == 0;
        }
        long limit = HeaderNumber.of(response, told.limit());
        return limit > 0 && number > limit;
    }

    /** Milliseconds until the count ends, never longer than its window takes. */
    private static long reset(Told told, WireResponse response, long span, long venueMillis) {
        long said = HeaderNumber.of(response, told.reset());
        long until =
                said < 0
                        ? span
                        : switch (told.resetIs()) {
                            case Reset.MOMENT -> said - venueMillis;
                            case Reset.MILLIS -> said;
                            case Reset.SECONDS -> 1000 * said;
                        };
        return Math.max(0, Math.min(span, until));
    }

    /**
     * How long a key takes to get back what it spends: half of the limit at once and half as it
     * comes back, which is never more than all of it in any span.
     */
    private static long micros(RateWindow window, long cost) {
        long span = 1000 * window.per().toMillis();
        return Math.min(span, 2 * span * cost / window.allowed());
    }
}
