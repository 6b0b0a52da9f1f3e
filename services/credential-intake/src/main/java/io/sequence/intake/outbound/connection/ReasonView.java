package io.sequence.intake.outbound.connection;

import io.sequence.events.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A reason as the public contract shows it.
 *
 * @param code of the fault catalogue
 * @param message what happened, for people
 * @param venueCode the venue's own code, empty when it said nothing
 * @param venueWords the venue's own words, empty when it said nothing
 * @param fix the one thing to do
 */
public record ReasonView(
        String code, String message, String venueCode, String venueWords, String fix) {
    /** The same, null staying null. */
    public static @Nullable ReasonView of(@Nullable Reason reason) {
        return reason == null
                ? null
                : new ReasonView(
                        reason.fault().name(),
                        reason.detail(),
                        reason.venueCode(),
                        reason.venueWords(),
                        reason.fix());
    }
}
