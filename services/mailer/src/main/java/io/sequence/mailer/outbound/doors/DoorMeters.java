package io.sequence.mailer.outbound.doors;

import io.micrometer.core.instrument.MeterRegistry;
import io.sequence.events.ChannelKind;

/** Counts what came of attempts. */
final class DoorMeters {
    private final MeterRegistry registry;

    DoorMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts it, and hands it back. */
    Outcome count(ChannelKind kind, Outcome outcome) {
        String word =
                switch (outcome) {
                    case Outcome.Taken _ -> "taken";
                    case Outcome.Later _ -> "later";
                    case Outcome.Refused _ -> "refused";
                    case Outcome.Gone _ -> "gone";
                };
        registry.counter("sequence.alert.attempts", "channel", kind.wireName(), "outcome", word)
                .increment();
        return outcome;
    }
}
