package io.sequence.events;

import java.time.Instant;

/**
 * {@code key.expired}, written by expiry-reminder: the moment of expiry has passed.
 *
 * @param about the version that expired
 * @param label the user's name for the connection
 * @param expiresAt when it died
 * @param expiryReported whether the moment is the venue's word or the house's rule
 * @param at when this was noticed
 */
public record KeyExpired(
        About about, String label, Instant expiresAt, boolean expiryReported, Instant at)
        implements ConnectionEvent {}
