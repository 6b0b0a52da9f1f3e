package io.sequence.signing;

import io.sequence.vault.NonceTable;
import io.sequence.venues.transport.NonceSource;
import io.sequence.vocabulary.VenueId;
import java.time.Instant;

/** The vault's nonces, by the key's fingerprint, in which its venue is contained. */
final class VaultNonces implements NonceSource {
    private final NonceTable table;

    VaultNonces(NonceTable table) {
        this.table = table;
    }

    @Override
    public long next(VenueId venue, String keyFingerprint, Instant now) {
        return table.next(keyFingerprint, now.toEpochMilli());
    }

    @Override
    public long anew(VenueId venue, String keyFingerprint, Instant now) {
        return table.anew(keyFingerprint, now.toEpochMilli());
    }
}
