package io.sequence.standalone.bench;

import java.io.PrintStream;

/** x. */
public final class JourneyBench {
    /** x. */
    public JourneyBench(Ground ground, PrintStream out) {}

    /** x. */
    public void run() {}
}
