package io.sequence.health.domain;

import io.sequence.events.OwnTrouble.Kind;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the venue of a connection is taken to be while one of its pings is judged. */
public sealed interface VenueMood {
    /** Nothing is known against it: a failure is the connection's own. */
    VenueMood CALM = new Calm();

    /** Something is going on and it is not agreed yet what to call it: a failure says nothing. */
    VenueMood UNCLEAR = new Unclear();

    /** Nothing is known against it. */
    record Calm() implements VenueMood {}

    /** Instances have not agreed yet which incident this is. */
    record Unclear() implements VenueMood {}

    /**
     * It is in trouble as a whole.
     *
     * @param incident names it
     * @param kind which kind of failure its keys have in common
     * @param reason what its connections say
     * @param since when the first of them failed
     * @param planned whether the venue said so itself: then it explains every failure
     * @param expectedUntil when the venue expects it to be over; null when it does not say
     */
    record Incident(
            UUID incident,
            FailureKind kind,
            Reason reason,
            Instant since,
            boolean planned,
            @Nullable Instant expectedUntil)
            implements VenueMood {
        /** One that keys showed. */
        public Incident(UUID incident, FailureKind kind, Reason reason, Instant since) {
            this(incident, kind, reason, since, false, null);
        }

        /** The same, of another kind of failure. */
        Incident of(FailureKind other) {
            return new Incident(incident, other, reason, since, planned, expectedUntil);
        }

        /** One of refusals explains unexplained ones too, and the other way round. */
        boolean explains(FailureKind failure) {
            return planned || (kind == FailureKind.TROUBLE) == (failure == FailureKind.TROUBLE);
        }
    }

    /**
     * The trouble is ours.
     *
     * @param trouble names it
     * @param kind what it is
     * @param words what was seen, for operators
     * @param since when it began
     */
    record Ours(UUID trouble, Kind kind, String words, Instant since) implements VenueMood {
        /** Whether a failure may come of it. What a venue refuses by name is not explained. */
        boolean explains(Reason reason) {
            Fault fault = reason.fault();
            return switch (kind) {
                case EGRESS -> OwnWatch.isOfTransport(reason);
                case CLOCK -> fault == Fault.TIMESTAMP_SKEW || fault == Fault.AMBIGUOUS_AUTH;
                case EGRESS_ADDRESS ->
                        fault == Fault.IP_NOT_ALLOWED || fault == Fault.AMBIGUOUS_AUTH;
                case DATABASE -> false;
            };
        }
    }
}
