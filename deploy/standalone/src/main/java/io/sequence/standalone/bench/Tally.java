package io.sequence.standalone.bench;

import java.time.Duration;
import java.util.Arrays;

/** What a load measured: how many were taken, how fast, how many not and why. */
final class Tally {
    private long[] nanos = new long[1 << 16];
    private int taken;
    private int refused;
    private String firstRefusal = "";
    private Duration took = Duration.ZERO;

    void taken(long latencyNanos) {
        if (taken == nanos.length) {
            nanos = Arrays.copyOf(nanos, nanos.length * 2);
        }
        nanos[taken++] = latencyNanos;
    }

    void refused(String answer) {
        if (refused++ == 0) {
            firstRefusal = answer;
        }
    }

    void end(Duration time) {
        took = time;
        Arrays.sort(nanos, 0, taken);
    }

    int taken() {
        return taken;
    }

    int refused() {
        return refused;
    }

    /** The first answer that was not the wanted one; empty when there was none. */
    String firstRefusal() {
        return firstRefusal;
    }

    double perSecond() {
        return taken / (took.toNanos() / 1e9);
    }

    /** The latency that the given share of answers did not exceed, in milliseconds. */
    double millis(double share) {
        return taken == 0
                ? Double.NaN
                : nanos[(int) Math.min(taken - 1L, (long) (taken * share))] / 1e6;
    }
}
