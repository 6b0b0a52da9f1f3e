package io.sequence.intake.outbound.support;

import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a venue was in trouble as a whole: many keys failed alike, and no owner was asked
 * to act.
 *
 * @param incidentId names it
 * @param venue where
 * @param venueCode what the venue said to the keys, empty when nothing
 * @param venueWords its own words, empty when none
 * @param connections how many failed with it at most, as far as was told
 * @param beganAt when the first of them failed
 * @param endedAt when it was over; null while it lasts
 */
public record IncidentView(
        UUID incidentId,
        VenueId venue,
        String venueCode,
        String venueWords,
        int connections,
        Instant beganAt,
        @Nullable Instant endedAt) {}
