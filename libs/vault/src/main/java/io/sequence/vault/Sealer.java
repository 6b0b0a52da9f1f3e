package io.sequence.vault;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.sequence.vocabulary.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;

/**
 * Seals credentials with the public keyset: HPKE (RFC 9180), X25519, HKDF-SHA256, AES-256-GCM. It
 * cannot open them.
 */
public final class Sealer {
    private final HybridEncrypt hpke;

    /**
     * A sealer of the primary key of a public keyset.
     *
     * @throws IllegalArgumentException when the keyset is of another kind
     */
    public Sealer(KeysetHandle publicKeyset) {
        Keysets.register();
        try {
            this.hpke = publicKeyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a public HPKE keyset", e);
        }
    }

    /** Seals the fields for one place; 70 to 80 bytes longer than they are. */
    public byte[] seal(Map<String, Secret> fields, CredentialAddress address) {
        byte[] plain = FieldCodec.encode(fields);
        try {
            return hpke.encrypt(plain, address.associatedData());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
