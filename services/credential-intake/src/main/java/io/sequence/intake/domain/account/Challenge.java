package io.sequence.intake.domain.account;

import io.sequence.vocabulary.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mailed code that waits to be given back. A decoy has no account: it looks the same from outside
 * and can never be met.
 *
 * @param id what the caller names it by
 * @param account whose; null for a decoy
 * @param codeMac what the right code's keyed hash is
 * @param openedAt when it began
 * @param sentAt when the present code was mailed
 * @param validUntil until when the present code works
 * @param tries how many codes were given back
 * @param resends how many further codes were mailed
 * @param closedAt when it was met, null until then
 */
public record Challenge(
        UUID id,
        @Nullable AccountId account,
        String codeMac,
        Instant openedAt,
        Instant sentAt,
        Instant validUntil,
        int tries,
        int resends,
        @Nullable Instant closedAt) {
    /** How long a code works. */
    public static final Duration CODE_LIFETIME = Duration.ofMinutes(10);

    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final Duration BETWEEN_CODES = Duration.ofSeconds(30);
    private static final int TRIES = 5;
    private static final int RESENDS = 3;

    /** A fresh one. */
    public static Challenge open(
            UUID id, @Nullable AccountId account, String codeMac, Instant now) {
        return new Challenge(id, account, codeMac, now, now, now.plus(CODE_LIFETIME), 0, 0, null);
    }

    /**
     * What came of giving a code back.
     *
     * @param after the challenge from now on
     * @param right whether the code was right and in time, for the first time
     */
    public record Attempt(Challenge after, boolean right) {}

    /** A code is given back. Each try counts, over all codes of this challenge. */
    public Attempt attempt(String givenMac, Instant now) {
        if (closedAt != null || tries >= TRIES || !now.isBefore(validUntil)) {
            return new Attempt(this, false);
        }
        boolean right = account != null && sameMac(givenMac);
        return new Attempt(
                new Challenge(
                        id,
                        account,
                        codeMac,
                        openedAt,
                        sentAt,
                        validUntil,
                        tries + 1,
                        resends,
                        right ? now : null),
                right);
    }

    /** What came of asking for another code. */
    public sealed interface Resend {
        /** Mail the new code; the older one is dead. */
        record Send(Challenge after) implements Resend {}

        /** Not yet. */
        record TooSoon(Duration patience) implements Resend {}

        /** No more for this challenge. */
        record NoMore() implements Resend {}

        /** The challenge is met, used up or too old; nothing is sent. */
        record Over() implements Resend {}
    }

    /** Another code is asked for. */
    public Resend resend(String newMac, Instant now) {
        if (closedAt != null || tries >= TRIES || !now.isBefore(openedAt.plus(LIFETIME))) {
            return new Resend.Over();
        }
        if (resends >= RESENDS) {
            return new Resend.NoMore();
        }
        Instant earliest = sentAt.plus(BETWEEN_CODES);
        if (now.isBefore(earliest)) {
            return new Resend.TooSoon(Duration.between(now, earliest));
        }
        return new Resend.Send(
                new Challenge(
                        id,
                        account,
                        newMac,
                        openedAt,
                        now,
                        now.plus(CODE_LIFETIME),
                        tries,
                        resends + 1,
                        null));
    }

    private boolean sameMac(String given) {
        return MessageDigest.isEqual(
                codeMac.getBytes(StandardCharsets.US_ASCII),
                given.getBytes(StandardCharsets.US_ASCII));
    }

    /** Nothing of a code belongs in a log. */
    @Override
    public String toString() {
        return "Challenge[" + id + "]";
    }
}
