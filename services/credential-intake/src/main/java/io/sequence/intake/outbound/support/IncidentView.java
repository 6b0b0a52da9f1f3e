package io.sequence.intake.outbound.support;

import io.sequence.vocabulary.VenueId;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a venue was in trouble as a whole, or we were: many keys failed alike, and no
 * owner was asked to act.
 *
 * @param incidentId names it
 * @param venue where; null when the trouble was ours
 * @param origin {@code keys} (keys failed alike), {@code planned} (the venue's own word) or {@code
 *     own} (ours)
 * @param kind what of ours: {@code egress}, {@code clock}, {@code egress_address} or {@code
 *     database}; null when it was a venue's
 * @param venueCode what the venue said to the keys, empty when nothing
 * @param venueWords its own words, or what we saw of ours; empty when none
 * @param connections how many failed with it at most, as far as was told
 * @param beganAt when the first of them failed
 * @param expectedUntil when the venue expects it to be over; null when it does not say
 * @param endedAt when it was over; null while it lasts
 */
public record IncidentView(
        UUID incidentId,
        @Nullable VenueId venue,
        @Schema(enumeration = {"keys", "planned", "own"}) String origin,
        @Schema(enumeration = {"egress", "clock", "egress_address", "database"})
                @Nullable String kind,
        String venueCode,
        String venueWords,
        int connections,
        Instant beganAt,
        @Nullable Instant expectedUntil,
        @Nullable Instant endedAt) {}
