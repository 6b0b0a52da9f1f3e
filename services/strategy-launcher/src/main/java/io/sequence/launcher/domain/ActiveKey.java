package io.sequence.launcher.domain;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.vocabulary.CredentialVersion;

/**
 * The credential that a connection's bot signs with.
 *
 * @param version which one
 * @param revision of the submission that brought it
 */
public record ActiveKey(CredentialVersion version, long revision) {
    static ActiveKey of(About about) {
        return new ActiveKey(about.credentialVersion(), about.revision());
    }

    boolean isReplacedBy(About about) {
        return about.revision() > revision && about.credentialVersion().compareTo(version) > 0;
    }

    /** The same connection as of this credential. */
    About about(About connection) {
        return new About(
                connection.accountId(),
                connection.connectionId(),
                version,
                revision,
                connection.venue(),
                connection.mode());
    }
}
