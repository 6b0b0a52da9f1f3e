package io.sequence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets each key (an address, an e-mail, an account) pass at one {@link Rate}. Kept in this process
 * only, for a bounded number of keys: those that asked longest ago are forgotten first.
 */
public final class RateGate {
    private static final long KEYS = 50_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> buckets;
    private final Rate rate;

    /** A gate at which every key has the same rate. */
    public RateGate(Rate rate) {
        this.rate = rate;
        // A bucket that would be full again need not be remembered.
        Duration untilFull = MINUTE.multipliedBy(1 + rate.atOnce() / rate.perMinute());
        this.buckets = Caffeine.newBuilder().maximumSize(KEYS).expireAfterAccess(untilFull).build();
    }

    /**
     * Counts one request.
     *
     * @return empty when it may pass, else how long to wait
     */
    public Optional<Duration> refusal(String key) {
        ConsumptionProbe probe =
                buckets.get(key, k -> bucket(rate)).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(
                        limit ->
                                limit.capacity(rate.atOnce())
                                        .refillGreedy(rate.perMinute(), MINUTE))
                .build();
    }
}
