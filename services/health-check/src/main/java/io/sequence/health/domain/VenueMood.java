package io.sequence.health.domain;

import io.sequence.events.Reason;
import java.time.Instant;
import java.util.UUID;

/** How the venue of a connection is taken to be while one of its pings is judged. */
public sealed interface VenueMood {
    /** Nothing is known against it: a failure is the connection's own. */
    VenueMood CALM = new Calm();

    /** Nothing is known against it. */
    record Calm() implements VenueMood {}

    /**
     * Many of its keys fail alike.
     *
     * @param incident names it
     * @param kind which kind of failure they have in common
     * @param reason what its connections say
     * @param since when the first of them failed
     */
    record Incident(UUID incident, FailureKind kind, Reason reason, Instant since)
            implements VenueMood {}
}
