package io.sequence.health.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One connection's turn to be pinged.
 *
 * @param watched which
 * @param standing how it stood when the turn began
 * @param dueAt when it should have begun
 * @param checks the users' checks that it answers; empty for one of the minute's pings
 * @param withBalances whether balances are to be read too
 * @param generation which version of the watch it belongs to
 */
public record Turn(
        Watched watched,
        Standing standing,
        Instant dueAt,
        List<UUID> checks,
        boolean withBalances,
        long generation) {}
