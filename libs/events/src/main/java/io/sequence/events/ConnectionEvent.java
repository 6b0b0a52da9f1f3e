package io.sequence.events;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.util.UUID;

/** A fact about one connection. */
public sealed interface ConnectionEvent extends Event
        permits KeySubmitted,
                KeyDelayed,
                KeyValidated,
                KeyRejected,
                KeyHealth,
                KeyDrifted,
                KeyExpiring,
                KeyExpired,
                KeyRefreshed,
                KeyDisconnected,
                KeyPaused,
                CheckRequested,
                StrategyLaunched,
                StrategyPaused,
                StrategyResumed {
    /** Which connection, whose, and as of which submission. */
    About about();

    @Override
    default UUID key() {
        return about().connectionId().value();
    }

    /**
     * Which connection a fact is about.
     *
     * @param accountId whose it is
     * @param connectionId which one
     * @param credentialVersion the credential that the fact is about
     * @param revision counts the user's acts on the connection (submission, refresh, disconnect),
     *     set by credential-intake and copied by everyone who draws a further fact from theirs; a
     *     consumer that knows of a greater one that took effect ignores the fact
     * @param venue where the account is
     * @param mode real venues or the sandbox
     */
    record About(
            AccountId accountId,
            ConnectionId connectionId,
            CredentialVersion credentialVersion,
            long revision,
            VenueId venue,
            Mode mode) {}
}
