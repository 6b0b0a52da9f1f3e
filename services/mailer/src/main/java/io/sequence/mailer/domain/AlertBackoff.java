package io.sequence.mailer.domain;

import io.sequence.events.AlertKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long an alert waits after a channel did not take it. */
public final class AlertBackoff {
    /** How often a test is tried beyond the first time. */
    public static final int TEST_RETRIES = 3;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration FIRST_OF_A_TEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LONGEST_WISH = Duration.ofHours(6);
    private static final double JITTER = 0.25;

    private AlertBackoff() {}

    /**
     * The pause before the next attempt: five seconds (of a test: one), doubled with every further
     * attempt, an hour at most, up to a quarter longer by chance; never shorter than the receiver
     * asks for, within six hours.
     *
     * @param attempts how often it was tried, this time included
     * @param wished what the receiver asks for; null when it does not
     * @param chance from 0 to 1
     */
    public static Duration after(
            AlertKind kind, int attempts, @Nullable Duration wished, double chance) {
        Duration first = kind == AlertKind.TEST ? FIRST_OF_A_TEST : FIRST;
        Duration doubled = first.multipliedBy(1L << Math.clamp(attempts - 1L, 0, 20));
        Duration pause = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        Duration spread = pause.plusMillis((long) (pause.toMillis() * JITTER * chance));
        if (wished == null || wished.compareTo(spread) <= 0) {
            return spread;
        }
        return wished.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wished;
    }
}
