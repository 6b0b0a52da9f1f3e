package io.sequence.venues.kalshi;

import io.sequence.venues.api.Credential;
import io.sequence.vocabulary.Secret;
import io.sequence.vocabulary.VenueId;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** One throw-away key for the tests of this package. */
final class KalshiKeys {
    static final String ID = "a952bcbe-ec3b-4b5b-b8f9-11dae589608c";
    static final KeyPair PAIR = pair();

    private KalshiKeys() {}

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pkcs8() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(PAIR.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    static Credential credential() {
        return credential(pkcs8());
    }

    static Credential credential(String secret) {
        return new Credential(
                new VenueId("kalshi"),
                "elections",
                Map.of("api_key", Secret.of(ID), "api_secret", Secret.of(secret)));
    }
}
