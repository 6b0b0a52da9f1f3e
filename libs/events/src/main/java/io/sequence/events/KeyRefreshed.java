package io.sequence.events;

import io.sequence.vocabulary.CredentialVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code key.refreshed}, written by strategy-launcher: everything that signs uses the new
 * credential and the older ones are erased; the old key may now be deleted at the venue.
 *
 * @param about the version in use now
 * @param replaced the version that is erased
 * @param label the user's name for the connection
 * @param botId text form, null when no bot runs on the connection
 * @param at when the takeover was complete
 */
public record KeyRefreshed(
        About about, CredentialVersion replaced, String label, @Nullable String botId, Instant at)
        implements ConnectionEvent {}
