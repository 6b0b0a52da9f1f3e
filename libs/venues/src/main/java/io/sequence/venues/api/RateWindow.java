package io.sequence.venues.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One of a venue's own limits.
 *
 * @param scope what is counted together
 * @param allowed weight that may be spent in the time
 * @param per the time
 * @param pingCosts weight of our ping; 0 when the limit does not count it
 * @param orderCosts weight of placing or cancelling an order; 0 when the limit does not count them
 * @param below the beginning of the paths that it counts; empty when it counts every path
 * @param byRequest whether it counts requests and not their weights
 * @param told how answers tell what is used of it; null when they do not
 */
public record RateWindow(
        Scope scope,
        long allowed,
        Duration per,
        long pingCosts,
        long orderCosts,
        String below,
        boolean byRequest,
        @Nullable Told told) {
    public RateWindow {
        if (allowed < 1 || per.toMillis() < 1) {
            throw new IllegalArgumentException("a limit allows something in some time");
        }
    }

    /** A limit of all paths, of which answers tell nothing. */
    public RateWindow(Scope scope, long allowed, Duration per, long pingCosts, long orderCosts) {
        this(scope, allowed, per, pingCosts, orderCosts, "", false, null);
    }

    /** The same limit, of those paths alone. */
    public RateWindow below(String paths) {
        return new RateWindow(scope, allowed, per, pingCosts, orderCosts, paths, byRequest, told);
    }

    /** The same limit, which counts each request as one. */
    public RateWindow countingRequests() {
        return new RateWindow(scope, allowed, per, pingCosts, orderCosts, below, true, told);
    }

    /** The same limit, of which answers tell what is used. */
    public RateWindow toldBy(Told headers) {
        return new RateWindow(
                scope, allowed, per, pingCosts, orderCosts, below, byRequest, headers);
    }

    /** Whether what it counts is one address's. */
    public boolean ofAddress() {
        return scope == Scope.ADDRESS;
    }

    /**
     * What a call costs of it; 0 when it does not count the call.
     *
     * @param path of the request
     * @param weight what the request says that it weighs; 0 when it does not say
     */
    public long costs(CallClass callClass, String path, int weight) {
        long usual =
                switch (callClass) {
                    case HEALTH -> pingCosts;
                    case ORDER -> orderCosts;
                    case ACCOUNT, PUBLIC -> Math.min(1, pingCosts);
                };
        boolean open = !ofAddress() && callClass == CallClass.PUBLIC;
        if (open || (usual == 0 && below.isEmpty()) || !path.startsWith(below)) {
            return 0;
        }
        if (byRequest) {
            return 1;
        }
        return weight > 0 ? weight : Math.max(1, usual);
    }

    /** What a limit counts together. */
    public enum Scope {
        ADDRESS,
        ACCOUNT,
        KEY
    }

    /**
     * How answers tell what is used.
     *
     * @param header holds the number
     * @param sense what the number is
     * @param limit the header with what is allowed, where the number must be held against it; null
     *     where the window's own figure will do
     * @param reset the header that tells when the count ends; null when it ends with the window,
     *     which then begins at full minutes (of a limit by the minute) of the venue's clock
     * @param resetIs how that header tells it
     */
    public record Told(
            String header,
            Sense sense,
            @Nullable String limit,
            @Nullable String reset,
            Reset resetIs) {
        /** A header with what this window has used up. */
        public static Told used(String header) {
            return new Told(header, Sense.USED, null, null, Reset.MILLIS);
        }

        /** A header with what is left until the reset. */
        public static Told left(String header, String reset, Reset resetIs) {
            return new Told(header, Sense.LEFT, null, reset, resetIs);
        }
    }

    /** What a header counts. */
    public enum Sense {
        USED,
        LEFT
    }

    /** How a header tells a moment. */
    public enum Reset {
        /** Milliseconds since 1970 by the venue's clock. */
        MOMENT,
        /** Milliseconds from now. */
        MILLIS,
        /** Seconds from now. */
        SECONDS
    }
}
