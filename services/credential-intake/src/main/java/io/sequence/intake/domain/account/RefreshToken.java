package io.sequence.intake.domain.account;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of a session's chain of refresh tokens.
 *
 * @param expiresAt from when it is worth nothing
 * @param usedAt when it was exchanged for the next one, null until then
 */
public record RefreshToken(Instant expiresAt, @Nullable Instant usedAt) {
    /** How long a token waits to be exchanged. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** What presenting a token means. */
    public enum Verdict {
        /** Exchange it for the next one. */
        ROTATE,
        /** It was exchanged before, so two parties hold it: end the session. */
        REUSED,
        /** It is worth nothing. */
        DEAD
    }

    /**
     * Somebody presents this token.
     *
     * @param sessionEnded whether its session was ended before
     */
    public Verdict present(boolean sessionEnded, Instant now) {
        if (sessionEnded) {
            return Verdict.DEAD;
        }
        if (usedAt != null) {
            return Verdict.REUSED;
        }
        return now.isBefore(expiresAt) ? Verdict.ROTATE : Verdict.DEAD;
    }
}
