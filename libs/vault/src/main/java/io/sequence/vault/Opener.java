package io.sequence.vault;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.sequence.vocabulary.Secret;
import java.nio.ByteBuffer;
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
            return sealed.length > 0 && sealed[0] == DataKey.FORMAT
                    ? decryptUnderDataKey(sealed, address)
                    : hpke.decrypt(sealed, address.associatedData());
        } catch (GeneralSecurityException e) {
            throw new SealBroken(address, e);
        }
    }

    private byte[] decryptUnderDataKey(byte[] sealed, CredentialAddress address)
            throws GeneralSecurityException {
        ByteBuffer in = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        byte[] key = hpke.decrypt(take(in, length(in)), DataKey.PURPOSE);
        try {
            return DataKey.open(key, take(in, in.remaining()), address.associatedData());
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static int length(ByteBuffer in) throws GeneralSecurityException {
        if (in.remaining() < Short.BYTES) {
            throw new GeneralSecurityException("cut short");
        }
        return Short.toUnsignedInt(in.getShort());
    }

    private static byte[] take(ByteBuffer in, int bytes) throws GeneralSecurityException {
        if (in.remaining() < bytes) {
            throw new GeneralSecurityException("cut short");
        }
        byte[] taken = new byte[bytes];
        in.get(taken);
        return taken;
    }
}
