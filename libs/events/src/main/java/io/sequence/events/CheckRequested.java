package io.sequence.events;

import java.time.Instant;
import java.util.UUID;

/**
 * {@code check.requested}, written by credential-intake: a user wants a connection pinged now. The
 * answer is a {@link KeyProven} that names the check.
 *
 * @param about which connection
 * @param checkId names the answer
 * @param requestedAt when; health-check ignores requests older than a minute
 */
public record CheckRequested(About about, UUID checkId, Instant requestedAt)
        implements ConnectionEvent {}
