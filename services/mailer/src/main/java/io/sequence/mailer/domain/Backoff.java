package io.sequence.mailer.domain;

import java.time.Duration;

/** How long a mail waits after it could not be handed over. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Backoff() {}

    /** One second, doubled with every further attempt, five minutes at most. */
    public static Duration after(int attempts) {
        if (attempts < 1) {
            return Duration.ZERO;
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
