package io.sequence.health.domain;

import io.sequence.events.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What one ping showed. */
public sealed interface Observation {
    /** The venue took the key. */
    record Worked() implements Observation {}

    /**
     * It did not work.
     *
     * @param reason the fault, the venue's words and the fix
     * @param retryAfter how long the venue asks us to wait; null when it does not say
     */
    record Failed(Reason reason, @Nullable Duration retryAfter) implements Observation {}
}
