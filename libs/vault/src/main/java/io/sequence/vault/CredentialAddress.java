package io.sequence.vault;

import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import java.nio.charset.StandardCharsets;

/**
 * Where a sealed credential belongs. It is bound into the seal, so bytes moved to another row do
 * not open.
 *
 * @param accountId whose it is
 * @param connectionId which connection
 * @param version which of the connection's credentials
 * @param venue whose key it is
 * @param mode real venues or the sandbox
 */
public record CredentialAddress(
        AccountId accountId,
        ConnectionId connectionId,
        CredentialVersion version,
        VenueId venue,
        Mode mode) {
    byte[] associatedData() {
        return "sequence/credential/1|%s|%s|%s|%s|%s"
                .formatted(accountId, connectionId, version, venue, mode.wireName())
                .getBytes(StandardCharsets.UTF_8);
    }
}
