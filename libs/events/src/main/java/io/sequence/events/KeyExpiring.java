package io.sequence.events;

import java.time.Instant;

/**
 * {@code key.expiring}, written by expiry-reminder: one step of the reminder ladder was reached.
 *
 * @param about the version that will expire
 * @param label the user's name for the connection
 * @param expiresAt when the key dies
 * @param daysBefore the ladder's step: 10 (sent once within 10 to 7 days before), 3 or 1
 * @param expiryReported whether the moment is the venue's word or the house's rule
 * @param at when the step was reached
 */
public record KeyExpiring(
        About about,
        String label,
        Instant expiresAt,
        int daysBefore,
        boolean expiryReported,
        Instant at)
        implements ConnectionEvent {}
