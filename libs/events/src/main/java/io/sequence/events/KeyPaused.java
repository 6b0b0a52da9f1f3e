package io.sequence.events;

import java.time.Instant;

/**
 * {@code key.paused}, written by credential-intake: its owner paused a connection, or takes it up
 * again. Paused, it is pinged as ever, nobody is alarmed, and its bot does not trade.
 *
 * @param about the credential in use
 * @param act counts the owner's pauses and resumptions of this connection; a lower one is outdated
 * @param paused whether it is paused from now on
 * @param at when
 */
public record KeyPaused(About about, long act, boolean paused, Instant at)
        implements ConnectionEvent {}
