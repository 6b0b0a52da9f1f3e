package io.sequence.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * One Argon2id hash with its parameters, in the PHC string format: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>}.
 *
 * @param memoryKib memory cost
 * @param passes time cost
 * @param lanes parallelism
 * @param salt Base64 without padding
 * @param hash Base64 without padding
 */
record Argon2Hash(int memoryKib, int passes, int lanes, String salt, String hash) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern PHC =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

    /** A fresh hash with a fresh salt. */
    static Argon2Hash of(byte[] password, int memoryKib, int passes) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = compute(password, salt, memoryKib, passes, 1, HASH_BYTES);
        Base64.Encoder text = Base64.getEncoder().withoutPadding();
        return new Argon2Hash(
                memoryKib, passes, 1, text.encodeToString(salt), text.encodeToString(hash));
    }

    /**
     * Reads the PHC form.
     *
     * @throws IllegalArgumentException when the text is not of that form; it is not repeated
     */
    static Argon2Hash parse(String phc) {
        Matcher match = PHC.matcher(phc);
        if (!match.matches()) {
            throw new IllegalArgumentException("no Argon2id hash in PHC form");
        }
        return new Argon2Hash(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                match.group(4),
                match.group(5));
    }

    boolean matches(byte[] password) {
        byte[] expected = Base64.getDecoder().decode(hash);
        byte[] salted = Base64.getDecoder().decode(salt);
        return MessageDigest.isEqual(
                expected, compute(password, salted, memoryKib, passes, lanes, expected.length));
    }

    String phc() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKib, passes, lanes, salt, hash);
    }

    /** A hash is not for logs. */
    @Override
    public String toString() {
        return "Argon2Hash[m=" + memoryKib + ",t=" + passes + "]";
    }

    private static byte[] compute(
            byte[] password, byte[] salt, int memoryKib, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }
}
