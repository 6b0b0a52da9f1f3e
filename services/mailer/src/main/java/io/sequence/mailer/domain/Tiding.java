package io.sequence.mailer.domain;

import io.sequence.events.AlertKind;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told, before it is decided in which alert and on which channels.
 *
 * @param kind what it is
 * @param part where it stands in its thread
 * @param thread what belongs together: a trouble's beginning, its lasting and its end
 * @param connectionId which connection; null when about none in particular
 * @param venue where
 * @param mode real venues or the sandbox
 * @param state how the connection stands
 * @param fault what is wrong; null when nothing is
 * @param detail one sentence for this case; empty when there is nothing to add
 * @param fix the one thing to do; empty when there is none
 * @param since when it began
 * @param at when it was so
 */
public record Tiding(
        AlertKind kind,
        Part part,
        UUID thread,
        @Nullable ConnectionId connectionId,
        VenueId venue,
        Mode mode,
        HealthState state,
        @Nullable Fault fault,
        String detail,
        String fix,
        Instant since,
        Instant at) {
    /** Where something stands in what it belongs to. */
    public enum Part {
        /** It begins something that ends. */
        OPENS,
        /** What was told goes on. */
        LASTS,
        /** What was told is over. */
        CLOSES
    }

    /** Of a connection. */
    static Tiding of(
            AlertKind kind,
            Part part,
            UUID thread,
            About about,
            HealthState state,
            @Nullable Reason reason,
            Instant since,
            Instant at) {
        return new Tiding(
                kind,
                part,
                thread,
                about.connectionId(),
                about.venue(),
                about.mode(),
                state,
                reason == null ? null : reason.fault(),
                reason == null ? "" : reason.detail(),
                reason == null ? "" : reason.fix(),
                since,
                at);
    }

    /** The same with other words. */
    Tiding saying(String otherDetail, String otherFix) {
        return new Tiding(
                kind,
                part,
                thread,
                connectionId,
                venue,
                mode,
                state,
                fault,
                otherDetail,
                otherFix,
                since,
                at);
    }
}
