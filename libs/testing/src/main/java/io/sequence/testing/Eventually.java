package io.sequence.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * What other threads, a broker or a database bring about: awaited for a minute, whatever a busy
 * machine does meanwhile. A consumer that is thought dead and comes back takes most of Awaitility's
 * own ten seconds.
 */
public final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    /** A condition that holds within a minute, unless it says otherwise. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }

    /** The same with words for what is awaited. */
    public static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(PATIENCE);
    }
}
