package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code key.proven}, written by health-check: what the pings of the last moments proved, many
 * connections in one fact. It is how "last proven 23 s ago" reaches the user without an event a
 * ping. Each fact stands for itself; a later proof of a connection makes an earlier one worthless.
 *
 * @param batch the record key; spreads batches over partitions
 * @param proofs one a connection
 */
public record KeyProven(UUID batch, List<Proof> proofs) implements Event {
    @Override
    public UUID key() {
        return batch;
    }

    /**
     * One connection's newest ping.
     *
     * @param accountId whose it is
     * @param connectionId which one
     * @param credentialVersion which credential was pinged
     * @param checkId the check that asked for it, null for one of the minute's pings
     * @param worked whether the venue accepted the key
     * @param state the connection's state after it
     * @param reason why it did not work; null when it did
     * @param tookMillis how long the venue took
     * @param balances null when the ping did not read them
     * @param at when the answer came
     */
    public record Proof(
            AccountId accountId,
            ConnectionId connectionId,
            CredentialVersion credentialVersion,
            @Nullable UUID checkId,
            boolean worked,
            HealthState state,
            @Nullable Reason reason,
            long tookMillis,
            @Nullable List<WalletBalance> balances,
            Instant at) {}
}
