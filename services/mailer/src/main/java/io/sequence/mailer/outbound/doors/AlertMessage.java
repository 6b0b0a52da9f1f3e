package io.sequence.mailer.outbound.doors;

import io.sequence.events.AlertKind;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be told on one channel, in plain words and without key material. What a user or a
 * venue wrote may occur in it: each door escapes for its own wire.
 *
 * @param alertId names the alert; the same for every attempt
 * @param kind what it tells
 * @param title one line
 * @param lines the text, one sentence or row each
 * @param url the console's page about it
 * @param subjects which connections it is about, for readers that are programs; empty when none
 * @param at when the fact was so
 */
public record AlertMessage(
        UUID alertId,
        AlertKind kind,
        String title,
        List<String> lines,
        String url,
        List<Subject> subjects,
        Instant at) {
    /** Nobody changes it on its way out. */
    public AlertMessage {
        lines = List.copyOf(lines);
        subjects = List.copyOf(subjects);
    }

    /**
     * A connection that the alert is about.
     *
     * @param id which one
     * @param label what its user calls it
     * @param venue where it leads
     * @param state wire name of how it stands, e.g. {@code reauth_needed}
     * @param fault code of what is wrong; null when nothing is
     */
    public record Subject(
            ConnectionId id, String label, VenueId venue, String state, @Nullable String fault) {}
}
