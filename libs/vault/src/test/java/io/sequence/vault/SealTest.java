package io.sequence.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

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

    private static CredentialAddress address(int version) {
        return new CredentialAddress(
                AccountId.next(),
                ConnectionId.next(),
                new CredentialVersion(version),
                new VenueId("bybit"),
                Mode.LIVE);
    }
}
