package io.sequence.events;

import java.time.Instant;

/**
 * {@code key.disconnected}, written by credential-intake: the user ended the connection and all its
 * sealed bytes are erased.
 *
 * @param about revision greater than every earlier one; the newest version
 * @param label the user's name for the connection
 * @param recipient whom to write to
 * @param at when
 */
public record KeyDisconnected(About about, String label, Recipient recipient, Instant at)
        implements ConnectionEvent {}
