package io.sequence.health.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a venue says of itself: that it is closed, now or at a known time.
 *
 * @param words its own, untrusted; empty when it says none
 * @param from when it closes
 * @param until when it expects to be open again; null when it does not say
 */
public record VenueNotice(String words, Instant from, @Nullable Instant until) {
    /** Whether it is closed at that moment, by its own word. */
    public boolean holds(Instant now) {
        return !now.isBefore(from) && (until == null || now.isBefore(until));
    }
}
