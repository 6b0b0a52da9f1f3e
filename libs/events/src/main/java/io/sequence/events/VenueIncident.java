package io.sequence.events;

import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code venue.incident}, written by health-check: keys of several accounts at one venue began to
 * fail alike within moments, which is trouble of the venue or of ours and of no key; or that is
 * over. While it lasts nobody is asked to act.
 *
 * @param incidentId names it; the record key
 * @param venue where
 * @param reason what the venue says to them, and what its connections show
 * @param since when the first of them failed
 * @param until when it was over; null when it begins
 * @param connections how many were failing with it at this moment
 * @param origin how it is known; null means {@link Origin#KEYS}
 * @param expectedUntil when the venue expects it to be over; null when it does not say
 */
public record VenueIncident(
        UUID incidentId,
        VenueId venue,
        Reason reason,
        Instant since,
        @Nullable Instant until,
        int connections,
        @Nullable Origin origin,
        @Nullable Instant expectedUntil)
        implements Event {
    /** One that keys showed. */
    public VenueIncident(
            UUID incidentId,
            VenueId venue,
            Reason reason,
            Instant since,
            @Nullable Instant until,
            int connections) {
        this(incidentId, venue, reason, since, until, connections, null, null);
    }

    @Override
    public UUID key() {
        return incidentId;
    }

    /** How an incident is known. */
    public enum Origin {
        /** Keys of several accounts fail alike. */
        KEYS,
        /** The venue said so: maintenance that was announced, or its own status. */
        PLANNED
    }
}
