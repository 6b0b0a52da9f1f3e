package io.sequence.health.domain;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;

/**
 * A connection that is watched.
 *
 * @param about whose, which, and as of which submission; its version is the one that is pinged
 * @param market what its key trades
 * @param host label of the venue's host that the key answers on
 * @param shard which of the shards it belongs to
 */
public record Watched(About about, Market market, String host, int shard) {
    /** Which connection. */
    public ConnectionId id() {
        return about.connectionId();
    }

    /** The same connection with another of its credentials. */
    public Watched with(CredentialVersion version) {
        return new Watched(
                new About(
                        about.accountId(),
                        about.connectionId(),
                        version,
                        about.revision(),
                        about.venue(),
                        about.mode()),
                market,
                host,
                shard);
    }
}
