package io.sequence.venues.transport;

/**
 * How far a host's clock is ahead of ours, in milliseconds. Each answer tells an interval that the
 * offset lies in. As long as the interval holds what we believe, nothing changes; two answers in a
 * row that contradict us and agree with each other move us, one alone never does.
 */
final class ClockOffset {
    private static final int WITNESSES = 2;

    private long millis;
    private int witnesses;
    private long low;
    private long high;

    /** What we believe. */
    synchronized long millis() {
        return millis;
    }

    /**
     * Hears one answer.
     *
     * @param atLeast the offset if the venue wrote its clock just before we had the answer
     * @param atMost the offset if the venue wrote its clock just after we asked
     */
    synchronized void observe(long atLeast, long atMost) {
        if (atLeast > atMost || (atLeast <= millis && millis <= atMost)) {
            witnesses = 0;
            return;
        }
        boolean agrees = witnesses > 0 && atLeast <= high && atMost >= low;
        low = agrees ? Math.max(low, atLeast) : atLeast;
        high = agrees ? Math.min(high, atMost) : atMost;
        witnesses = agrees ? witnesses + 1 : 1;
        if (witnesses >= WITNESSES) {
            millis = low + (high - low) / 2;
            witnesses = 0;
        }
    }
}
