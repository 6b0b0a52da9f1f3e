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
    /** A submission's wait ended without a verdict of its own. */
    public static final ReasonView SUPERSEDED =
            new ReasonView(
                    "SUPERSEDED",
                    "A newer key of this connection was accepted first.",
                    "",
                    "",
                    "Nothing to do: the newer key is in use.");

    /** A submission's wait ended with its connection. */
    public static final ReasonView DISCONNECTED =
            new ReasonView(
                    "DISCONNECTED",
                    "You ended the connection.",
                    "",
                    "",
                    "Submit again to connect it.");

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
