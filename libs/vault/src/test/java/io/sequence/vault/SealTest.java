package io.sequence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
    private static final Map<String, Secret> FIELDS =
            Map.of(
                    "api_key",
                    Secret.of("made-up-key"),
                    "api_secret",
                    Secret.of("made-up-sécret\n"),
                    "empty",
                    Secret.of(""));

    @TempDir Path folder;
    private Path publicKeyset;
    private Path privateKeyset;
    private Path kek;
    private Sealer sealer;
    private Opener opener;

    @BeforeEach
    void makeKeysets() {
        publicKeyset = folder.resolve("public.json");
        privateKeyset = folder.resolve("private.json");
        kek = folder.resolve("kek.json");
        Keysets.generate(publicKeyset, privateKeyset, kek);
        sealer = new Sealer(Keysets.readPublic(publicKeyset));
        opener = new Opener(Keysets.readPrivate(privateKeyset, kek));
    }

    @Test
    void opensWhatWasSealed() {
        CredentialAddress address = address(1);
        assertThat(opener.open(sealer.seal(FIELDS, address), address)).isEqualTo(FIELDS);
    }

    @Test
    void sealedBytesTellNothing() {
        byte[] sealed = sealer.seal(FIELDS, address(1));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("made-up")
                .doesNotContain("api_key");
        assertThat(sealer.seal(FIELDS, address(1))).isNotEqualTo(sealed);
    }

    @Test
    void doesNotOpenAtAnotherPlace() {
        CredentialAddress here = address(1);
        byte[] sealed = sealer.seal(FIELDS, here);
        var otherVersion =
                new CredentialAddress(
                        here.accountId(),
                        here.connectionId(),
                        here.version().next(),
                        here.venue(),
                        here.mode());
        var otherMode =
                new CredentialAddress(
                        here.accountId(),
                        here.connectionId(),
                        here.version(),
                        here.venue(),
                        Mode.SANDBOX);
        for (CredentialAddress elsewhere :
                new CredentialAddress[] {address(1), otherVersion, otherMode}) {
            assertThatExceptionOfType(SealBroken.class)
                    .isThrownBy(() -> opener.open(sealed, elsewhere));
        }
    }

    @Test
    void doesNotOpenWhenAltered() {
        CredentialAddress address = address(1);
        byte[] sealed = sealer.seal(FIELDS, address);
        sealed[sealed.length / 2] ^= 1;
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> opener.open(sealed, address));
    }

    @Test
    void thePublicKeysetCannotOpen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Opener(Keysets.readPublic(publicKeyset)));
    }

    @Test
    void thePrivateKeysetNeedsItsOwnKeyEncryptionKey() {
        Path other = folder.resolve("other");
        Keysets.generate(
                other.resolve("public.json"),
                other.resolve("private.json"),
                other.resolve("kek.json"));
        assertThatIllegalStateException()
                .isThrownBy(() -> Keysets.readPrivate(privateKeyset, other.resolve("kek.json")));
    }

    @Test
    void filesAreTheirOwnersOnlyAndAreNotMadeTwice() throws Exception {
        for (Path file : new Path[] {publicKeyset, privateKeyset, kek}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        String before = Files.readString(privateKeyset);
        Keysets.generate(publicKeyset, privateKeyset, kek);
        assertThat(Files.readString(privateKeyset)).isEqualTo(before);
    }

    @Test
    void stillOpensWhatHpkeAloneSealed() throws Exception {
        CredentialAddress address = address(1);
        byte[] sealed =
                Keysets.readPublic(publicKeyset)
                        .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                        .encrypt(FieldCodec.encode(FIELDS), address.associatedData());
        assertThat(sealed[0]).isNotEqualTo(DataKey.FORMAT);
        assertThat(opener.open(sealed, address)).isEqualTo(FIELDS);
    }

    @Test
    void doesNotOpenWhenAnyByteIsAlteredOrTheEndIsMissing() {
        CredentialAddress address = address(1);
        byte[] sealed = sealer.seal(FIELDS, address);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatExceptionOfType(SealBroken.class)
                    .isThrownBy(() -> opener.open(altered, address));
        }
        for (int length : new int[] {0, 1, 2, 3, 40, sealed.length - 1}) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> opener.open(cut, address));
        }
    }

    @Test
    void aDataKeySealsSoManyCredentialsAndNoMore() {
        var thrifty =
                new Sealer(Keysets.readPublic(publicKeyset), 2, java.time.Duration.ofHours(1));
        CredentialAddress address = address(1);
        byte[] first = thrifty.seal(FIELDS, address);
        byte[] second = thrifty.seal(FIELDS, address);
        byte[] third = thrifty.seal(FIELDS, address);
        assertThat(sealedKey(second)).isEqualTo(sealedKey(first));
        assertThat(sealedKey(third)).isNotEqualTo(sealedKey(first));
        for (byte[] sealed : new byte[][] {first, second, third}) {
            assertThat(opener.open(sealed, address)).isEqualTo(FIELDS);
        }
    }

    @Test
    void theDataKeyIsDroppedWhenItsTimeIsOver() {
        var brief =
                new Sealer(Keysets.readPublic(publicKeyset), 1_000, java.time.Duration.ofMillis(1));
        CredentialAddress address = address(1);
        byte[] first = brief.seal(FIELDS, address);
        while (brief.holdsDataKey()) {
            Thread.onSpinWait();
        }
        byte[] second = brief.seal(FIELDS, address);
        assertThat(sealedKey(second)).isNotEqualTo(sealedKey(first));
        assertThat(opener.open(first, address)).isEqualTo(FIELDS);
    }

    @Test
    void anotherPrivateKeysetDoesNotOpen() {
        Path other = folder.resolve("another");
        Keysets.generate(
                other.resolve("public.json"),
                other.resolve("private.json"),
                other.resolve("kek.json"));
        var stranger =
                new Opener(
                        Keysets.readPrivate(
                                other.resolve("private.json"), other.resolve("kek.json")));
        CredentialAddress address = address(1);
        byte[] sealed = sealer.seal(FIELDS, address);
        assertThatExceptionOfType(SealBroken.class)
                .isThrownBy(() -> stranger.open(sealed, address));
    }

    @Test
    void opensAfterTheKeysetWasRotated() throws Exception {
        CredentialAddress address = address(1);
        byte[] before = sealer.seal(FIELDS, address);
        KeysetHandle old = Keysets.readPrivate(privateKeyset, kek);
        int id = new SecureRandom().nextInt(1, Integer.MAX_VALUE);
        KeysetHandle rotated =
                KeysetHandle.newBuilder(old)
                        .addEntry(
                                KeysetHandle.generateEntryFromParameters(
                                                old.getPrimary().getKey().getParameters())
                                        .withFixedId(id)
                                        .makePrimary())
                        .build();
        byte[] after = new Sealer(rotated.getPublicKeysetHandle()).seal(FIELDS, address);
        var both = new Opener(rotated);
        assertThat(both.open(before, address)).isEqualTo(FIELDS);
        assertThat(both.open(after, address)).isEqualTo(FIELDS);
        assertThatExceptionOfType(SealBroken.class).isThrownBy(() -> opener.open(after, address));
    }

    private static byte[] sealedKey(byte[] sealed) {
        int length = java.nio.ByteBuffer.wrap(sealed, 1, 2).getShort();
        return Arrays.copyOfRange(sealed, 3, 3 + length);
    }

    private static CredentialAddress address(int version) {
        return new CredentialAddress(
                AccountId.next(),
                ConnectionId.next(),
                new CredentialVersion(version),
                new VenueId("bybit"),
                Mode.LIVE);
    }
}
