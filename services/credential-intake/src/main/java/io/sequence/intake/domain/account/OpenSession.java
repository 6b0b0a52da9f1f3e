package io.sequence.intake.domain.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that goes on.
 *
 * @param id which
 * @param startedAt when its owner signed in
 * @param lastUsedAt when it was last kept alive: at most an access token's lifetime before its last
 *     request
 * @param origin where it was last kept alive from
 */
public record OpenSession(UUID id, Instant startedAt, Instant lastUsedAt, Origin origin) {}
