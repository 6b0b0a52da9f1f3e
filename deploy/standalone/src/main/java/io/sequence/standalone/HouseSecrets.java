package io.sequence.standalone;

import io.sequence.servers.HouseDatabase;
import io.sequence.servers.WholeFile;
import io.sequence.vault.Keysets;
import io.sequence.vault.VapidKeys;
import io.sequence.vault.WebhookSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The house's own secrets: made once, in files that only their owner can read. */
final class HouseSecrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final String TELEGRAM_TOKEN = "telegram-token";

    private final HouseFiles files;

    HouseSecrets(HouseFiles files) {
        this.files = files;
    }

    /**
     * Makes what is missing.
     *
     * @return whether the first operator's password was made just now, so that it is to be shown
     */
    boolean prepare() throws IOException {
        make("postgres-admin-password", HouseSecrets::hex);
        for (String role : HouseDatabase.ROLES) {
            make(databaseFile(role), HouseSecrets::hex);
        }
        make("idempotency-hmac-key", HouseSecrets::hex);
        Keysets.generate(vaultPublicKeyset(), vaultPrivateKeyset(), vaultKeyEncryptionKey());
        WebhookSecrets.generate(webhookKey());
        VapidKeys.generate(vapidPrivateKey(), vapidPublicKey());
        make(TELEGRAM_TOKEN, HouseSecrets::botToken);
        if (!Files.exists(jwtPublicKey())) {
            makeJwtKeys();
        }
        return make("operator-password", HouseSecrets::readable);
    }

    String adminPassword() throws IOException {
        return read("postgres-admin-password");
    }

    String databasePassword(String role) throws IOException {
        return read(databaseFile(role));
    }

    Map<String, String> databasePasswords() throws IOException {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String role : HouseDatabase.ROLES) {
            passwords.put(role, databasePassword(role));
        }
        return passwords;
    }

    String operatorPassword() throws IOException {
        return read("operator-password");
    }

    Path operatorPasswordFile() {
        return files.secret("operator-password");
    }

    Path idempotencyKeyFile() {
        return files.secret("idempotency-hmac-key");
    }

    /** PKCS#8 PEM of the EC P-256 key that signs access tokens. */
    Path jwtPrivateKey() {
        return files.secret("jwt-private.pem");
    }

    /** X.509 PEM of its public half. */
    Path jwtPublicKey() {
        return files.secret("jwt-public.pem");
    }

    Path vaultPublicKeyset() {
        return files.secret("vault-public.json");
    }

    Path vaultPrivateKeyset() {
        return files.secret("vault-private.json");
    }

    Path vaultKeyEncryptionKey() {
        return files.secret("vault-kek.json");
    }

    /** What calls to users' URLs are signed with is derived from it. */
    Path webhookKey() {
        return files.secret("webhook-key");
    }

    /** PKCS#8 PEM of the P-256 key by which push services know the house. */
    Path vapidPrivateKey() {
        return files.secret("vapid-private.pem");
    }

    /** X.509 PEM of its public half. */
    Path vapidPublicKey() {
        return files.secret("vapid-public.pem");
    }

    /** The token of the house's bot at the stand-in of Telegram. */
    Path telegramToken() {
        return files.secret(TELEGRAM_TOKEN);
    }

    private static String databaseFile(String role) {
        return "database-" + role + "-password";
    }

    private interface Maker {
        String make();
    }

    private boolean make(String name, Maker maker) throws IOException {
        Path file = files.secret(name);
        if (Files.exists(file)) {
            return false;
        }
        WholeFile.write(file, maker.make() + "\n");
        return true;
    }

    private String read(String name) throws IOException {
        return Files.readString(files.secret(name)).strip();
    }

    private static String hex() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A number, a colon and 35 characters, as the real ones. */
    private static String botToken() {
        byte[] bytes = new byte[27];
        RANDOM.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return (7_000_000_000L + RANDOM.nextInt(1_000_000_000)) + ":" + text.substring(0, 35);
    }

    /** Four groups of five, without the letters and digits that look alike: about 99 bits. */
    private static String readable() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            if (i > 0 && i % 5 == 0) {
                password.append('-');
            }
            password.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /** The public half is written last, so that a pair is either whole or made again. */
    private void makeJwtKeys() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            WholeFile.write(jwtPrivateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            WholeFile.write(jwtPublicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK makes EC keys", e);
        }
    }

    private static String pem(String kind, byte[] encoded) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
