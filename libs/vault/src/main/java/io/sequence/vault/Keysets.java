package io.sequence.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * The house's keysets as files: the public one in plain, the private one encrypted with a
 * key-encryption key that lies in a file of its own, both readable by their owner only.
 */
public final class Keysets {
    private static final byte[] PURPOSE =
            "sequence/vault/private-keyset".getBytes(StandardCharsets.UTF_8);

    private Keysets() {}

    /**
     * Makes a fresh set of three files where the private one is missing; leaves an existing set
     * alone.
     */
    public static void generate(Path publicKeyset, Path privateKeyset, Path keyEncryptionKey) {
        if (Files.exists(privateKeyset)) {
            return;
        }
        register();
        try {
            KeysetHandle kek = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            KeysetHandle keys = KeysetHandle.generateNew(hpke());
            write(
                    keyEncryptionKey,
                    TinkJsonProtoKeysetFormat.serializeKeyset(kek, InsecureSecretKeyAccess.get()));
            write(
                    publicKeyset,
                    TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(
                            keys.getPublicKeysetHandle()));
            write(
                    privateKeyset,
                    TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(keys, aead(kek), PURPOSE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keysets cannot be made", e);
        }
    }

    /**
     * The public keyset, for sealing.
     *
     * @throws IllegalStateException when the file is missing or no keyset
     */
    public static KeysetHandle readPublic(Path publicKeyset) {
        register();
        try {
            return TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(read(publicKeyset));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(publicKeyset.getFileName() + " is no public keyset", e);
        }
    }

    /**
     * The private keyset, for opening.
     *
     * @throws IllegalStateException when a file is missing, is no keyset, or the key-encryption key
     *     is another one
     */
    public static KeysetHandle readPrivate(Path privateKeyset, Path keyEncryptionKey) {
        register();
        try {
            KeysetHandle kek =
                    TinkJsonProtoKeysetFormat.parseKeyset(
                            read(keyEncryptionKey), InsecureSecretKeyAccess.get());
            return TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                    read(privateKeyset), aead(kek), PURPOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    privateKeyset.getFileName()
                            + " does not open with "
                            + keyEncryptionKey.getFileName(),
                    e);
        }
    }

    static void register() {
        try {
            HybridConfig.register();
            AeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot be set up", e);
        }
    }

    private static HpkeParameters hpke() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.TINK)
                .build();
    }

    private static Aead aead(KeysetHandle kek) throws GeneralSecurityException {
        return kek.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException("keyset file " + file + " cannot be read", e);
        }
    }

    private static void write(Path file, String content) {
        OwnFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
