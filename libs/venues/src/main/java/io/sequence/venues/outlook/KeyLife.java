package io.sequence.venues.outlook;

import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.VenueProfile.ExpiryRule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long a key lives.
 *
 * @param expiresAt when it dies; null when it does not
 * @param reported whether that is the venue's word, or the house's rule
 */
public record KeyLife(@Nullable Instant expiresAt, boolean reported) {
    private static final Duration HOUSE_RULE = Duration.ofDays(90);

    /** The venue's word, or the house's rule where it says nothing. */
    public static KeyLife of(KeyExpiry expiry, ExpiryRule rule, Instant submittedAt) {
        return switch (expiry) {
            case KeyExpiry.At at -> new KeyLife(at.when(), true);
            case KeyExpiry.Never never -> new KeyLife(null, true);
            case KeyExpiry.NotReported silent ->
                    switch (rule) {
                        case NINETY_DAYS -> new KeyLife(submittedAt.plus(HOUSE_RULE), false);
                        case PERMANENT -> new KeyLife(null, false);
                    };
        };
    }

    /** Whether the venue itself says that the key is dead. */
    public boolean isOver(Instant now) {
        return reported && expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Whether the venue itself says that the key dies within the time given. */
    boolean endsWithin(Duration time, Instant now) {
        return reported && expiresAt != null && expiresAt.isBefore(now.plus(time));
    }
}
