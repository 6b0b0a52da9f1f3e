package io.sequence.intake.domain.account;

import java.time.Duration;
import java.time.Instant;

/**
 * One link of a session's chain of refresh tokens.
 *
 * @param expiresAt from when it is worth nothing
 * @param generation its place in the chain; two tokens share one when the token before them was
 *     taken once more
 */
public record RefreshToken(Instant expiresAt, int generation) {
    /** How long a token waits to be exchanged. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    /** How long after its exchange a token may come once more. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /**
     * How far a session has come.
     *
     * @param ended whether it has ended
     * @param generation of its newest tokens
     * @param advancedAt when the first of these was given
     * @param repeated whether a token of the generation before was taken once more since
     */
    public record Chain(boolean ended, int generation, Instant advancedAt, boolean repeated) {}

    /** What presenting a token means. */
    public enum Verdict {
        /** Exchange it for one of the next generation. */
        ROTATE,
        /**
         * It was exchanged a moment ago: another tab asked at the same time, or the answer was
         * lost. Give one more of the newest generation.
         */
        REPEAT,
        /** It was exchanged before, so two parties hold it: end the session. */
        REUSED,
        /** It is worth nothing. */
        DEAD
    }

    /**
     * Somebody presents this token.
     *
     * <p>Whoever stole a token may win one of the two successors that {@link Verdict#REPEAT} makes,
     * but not more: as soon as either is exchanged the other one is old, and whoever brings it
     * later ends the session for both.
     *
     * @param chain how far its session has come
     */
    public Verdict present(Chain chain, Instant now) {
        if (chain.ended()) {
            return Verdict.DEAD;
        }
        if (generation == chain.generation()) {
            return now.isBefore(expiresAt) ? Verdict.ROTATE : Verdict.DEAD;
        }
        boolean moment = now.isBefore(chain.advancedAt().plus(GRACE));
        return generation == chain.generation() - 1 && moment && !chain.repeated()
                ? Verdict.REPEAT
                : Verdict.REUSED;
    }
}
