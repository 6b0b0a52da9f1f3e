package io.sequence.health.domain;

import java.time.Duration;

/**
 * When keys that fail count as failing together.
 *
 * @param accounts how many different accounts must be hit
 * @param share how many of the keys that were asked lately must be hit, 0 to 1
 * @param window what "lately" means; shorter than a refusal takes to be confirmed, or keys are
 *     blamed first
 * @param shortest how long it lasts at least: every key's next turn
 * @param longest how long keys are excused at most; after that each one stands for itself again
 */
public record CrowdRule(
        int accounts, double share, Duration window, Duration shortest, Duration longest) {
    /** Three accounts and a twentieth of the keys within 15 s; for an interval up to two hours. */
    public static CrowdRule standard(Duration interval) {
        return new CrowdRule(
                3, 0.05, Duration.ofSeconds(15), interval.plusSeconds(5), Duration.ofHours(2));
    }
}
