package io.sequence.vault;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.sequence.vocabulary.Secret;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;

/** Opens what a {@link Sealer} sealed, in the processes that sign. */
public final class Opener {
    private final HybridDecrypt hpke;

    /**
     * An opener of every key of a private keyset.
     *
     * @throws IllegalArgumentException when the keyset is of another kind
     */
    public Opener(KeysetHandle privateKeyset) {
        Keysets.register();
        try {
            this.hpke =
                    privateKeyset.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a private HPKE keyset", e);
        }
    }

    /**
     * The fields, by name. Wipe them when the work is done.
     *
     * @throws SealBroken when the bytes were sealed for another place, with another keyset, or were
     *     altered
     */
    public Map<String, Secret> open(byte[] sealed, CredentialAddress address) {
        byte[] plain = decrypt(sealed, address);
        try {
            return FieldCodec.decode(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private byte[] decrypt(byte[] sealed, CredentialAddress address) {
        try {
            return hpke.decrypt(sealed, address.associatedData());
        } catch (GeneralSecurityException e) {
            throw new SealBroken(address, e);
        }
    }
}
