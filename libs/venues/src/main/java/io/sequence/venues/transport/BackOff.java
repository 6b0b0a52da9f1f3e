package io.sequence.venues.transport;

/**
 * How one address stays away from one venue after it was told to: as long as the venue says at
 * least, longer each time that it says so again, and then one call tries before all others follow.
 * Not safe for use by several threads.
 */
final class BackOff {
    private static final long FIRST = 2_000;

    /**
     * What front ends ban without a word lasts about so long, and one call that tries is little.
     */
    private static final long FIRST_BAN = 30_000;

    private static final long LONGEST = 300_000;
    private static final long LONGEST_BAN = 3_600_000;
    private static final long LONGEST_TRY = 10_000;
    private static final long JUST_NOW = 1_000;
    private static final long MOST_DOUBLINGS = 8;

    /** So long without a refusal, and the next one is the first again. */
    private static final long FORGIVEN_AFTER = 600_000;

    private long until;
    private long strikes;
    private long refusedAt;
    private long tryingUntil;
    private boolean proven = true;
    private long provenAt = Long.MIN_VALUE / 2;
    private long times;

    /**
     * The venue refuses.
     *
     * @param asked milliseconds that it wants us to wait; 0 when it does not say
     * @param ban whether it bans us, and does not only ask to slow down
     */
    void refused(long asked, boolean ban, long now) {
        boolean known = now < until;
        if (!known) {
            // What was under way when the first refusal came is no further one.
            strikes = now - refusedAt > FORGIVEN_AFTER ? 1 : strikes + 1;
            times++;
        }
        refusedAt = now;
        long first = asked > 0 ? asked : ban ? FIRST_BAN : FIRST;
        long grown = first << Math.min(MOST_DOUBLINGS, strikes - 1);
        long ours = known ? first : Math.max(asked, Math.min(ban ? LONGEST_BAN : LONGEST, grown));
        until = Math.max(until, now + ours);
        proven = false;
        tryingUntil = 0;
    }

    /** How long a call has to wait; 0 when it may go out. */
    long wait(boolean order, long now) {
        if (now < until) {
            return until - now;
        }
        return proven || order || now >= tryingUntil ? 0 : Math.min(250, tryingUntil - now);
    }

    /** A call goes out: the first one after the time is the one that tries. */
    void sent(long now) {
        if (!proven && now >= tryingUntil) {
            tryingUntil = now + LONGEST_TRY;
        }
    }

    /** A call was answered otherwise than by such a refusal. */
    void answered(long now) {
        if (now >= until && !proven) {
            proven = true;
            provenAt = now;
        }
    }

    /** Until when nothing goes out; 0 when nothing is in the way. */
    long until(long now) {
        return now < until ? until : 0;
    }

    /** Whether the one call that tries is awaited, or the time is not over. */
    boolean isOpen(long now) {
        return now < until || !proven;
    }

    /** Whether a refusal now is one more of those; some venues refuse with a status of success. */
    boolean goesOn(long now) {
        return isOpen(now) || now - provenAt < JUST_NOW;
    }

    /** How often it had to stay away so far. */
    long times() {
        return times;
    }
}
