package io.sequence.venues.transport;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.sequence.venues.api.CallClass;

/**
 * What one venue lets one address of ours ask. Orders may spend everything; health only its share;
 * all but orders leave a reserve that orders find filled.
 */
final class RateBudget {
    private final Bucket all;
    private final Bucket health;
    private final long reserve;

    RateBudget(TransportSettings.Budget budget) {
        all = bucket(budget.calls(), budget);
        health = bucket(Math.max(1, Math.round(budget.calls() * budget.healthShare())), budget);
        // A small budget must not be all reserve: then nothing but orders would ever go out.
        reserve = Math.min(budget.calls() - 1, Math.round(budget.calls() * budget.orderReserve()));
    }

    /** Takes one call out of the budget; false when it is spent for calls of this class. */
    boolean take(CallClass callClass) {
        return switch (callClass) {
            case ORDER -> all.tryConsume(1);
            case ACCOUNT, PUBLIC -> leavesReserve() && all.tryConsume(1);
            case HEALTH -> leavesReserve() && health.tryConsume(1) && all.tryConsume(1);
        };
    }

    private boolean leavesReserve() {
        return all.getAvailableTokens() > reserve;
    }

    private static Bucket bucket(long calls, TransportSettings.Budget budget) {
        return Bucket.builder()
                .addLimit(
                        Bandwidth.builder()
                                .capacity(calls)
                                .refillGreedy(calls, budget.per())
                                .build())
                .build();
    }
}
