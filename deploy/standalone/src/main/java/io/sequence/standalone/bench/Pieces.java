package io.sequence.standalone.bench;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import io.sequence.vault.CredentialAddress;
import io.sequence.vault.Keysets;
import io.sequence.vault.Sealer;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Map;

/** What the costly pieces of taking a submission in take by themselves, in microseconds. */
final class Pieces {
    private static final Duration TIME = Duration.ofMillis(700);

    private Pieces() {}

    private interface Piece {
        void run() throws GeneralSecurityException;
    }

    /** Checking one ES256 signature, which happens once a minute and token. */
    static double verify() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            byte[] token = "x".repeat(300).getBytes(StandardCharsets.US_ASCII);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(token);
            byte[] signed = signature.sign();
            return micros(
                    () -> {
                        signature.initVerify(pair.getPublic());
                        signature.update(token);
                        if (!signature.verify(signed)) {
                            throw new GeneralSecurityException("a good signature was refused");
                        }
                    });
        } catch (GeneralSecurityException e) {
            throw new BenchTrouble("signatures cannot be measured", e);
        }
    }

    /** Sealing as the service does it: a data key for many. */
    static double seal(Ground ground) {
        Sealer sealer = new Sealer(Keysets.readPublic(ground.vaultPublicKeyset()));
        Map<String, Secret> fields =
                Map.of(
                        "api_key", Secret.of("k".repeat(LoadClient.KEY_LENGTH)),
                        "api_secret", Secret.of("s".repeat(LoadClient.SECRET_LENGTH)));
        CredentialAddress address =
                new CredentialAddress(
                        AccountId.next(),
                        ConnectionId.next(),
                        CredentialVersion.FIRST,
                        new VenueId("bybit"),
                        Mode.LIVE);
        return micros(() -> sealer.seal(fields, address));
    }

    /** HPKE alone, once for each data key. */
    static double hpke(Ground ground) {
        try {
            HybridEncrypt hpke =
                    Keysets.readPublic(ground.vaultPublicKeyset())
                            .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
            byte[] plain = new byte[100];
            return micros(() -> hpke.encrypt(plain, plain));
        } catch (GeneralSecurityException e) {
            throw new BenchTrouble("sealing cannot be measured", e);
        }
    }

    private static double micros(Piece piece) {
        try {
            run(piece);
            return run(piece);
        } catch (GeneralSecurityException e) {
            throw new BenchTrouble("a piece cannot be measured", e);
        }
    }

    private static double run(Piece piece) throws GeneralSecurityException {
        long begin = System.nanoTime();
        int times = 0;
        while (System.nanoTime() - begin < TIME.toNanos()) {
            piece.run();
            times++;
        }
        return (System.nanoTime() - begin) / 1e3 / times;
    }
}
