package io.sequence.standalone.bench;

import io.sequence.vocabulary.TimeOrderedUuid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Accounts that are put straight into the database, and signed in with tokens of the house. */
final class Traders {
    static final String CODE = "bench-phrase";
    private static final String ISSUER = "https://sequence.example";
    private static final long LIFETIME_SECONDS = 900;
    private static final long FIRST_CLIENT = 900_000;
    private static final String INSERT =
            "insert into credential_intake.account (id, client_number, email, name, password_hash,"
                + " role, support_clearance, anti_phishing_code, registered_at, email_proven_at)"
                + " values (?, ?, ?, ?, 'none', 'trader', 'not_needed', ?, now(), now())";

    private Traders() {}

    /**
     * One of them.
     *
     * @param id the account
     * @param email as registered
     * @param token good for 15 minutes
     */
    record Trader(UUID id, String email, String token) {
        @Override
        public String toString() {
            return email;
        }
    }

    /** So many fresh accounts. */
    static List<Trader> make(Ground ground, int count) {
        PrivateKey key = key(ground);
        var traders = new ArrayList<Trader>();
        try (Connection admin = ground.postgres().connect(ground.database());
                PreparedStatement insert = admin.prepareStatement(INSERT)) {
            for (int n = 0; n < count; n++) {
                UUID id = TimeOrderedUuid.next();
                String email = "bench-%d@sequence.localhost".formatted(n);
                insert.setObject(1, id);
                insert.setLong(2, FIRST_CLIENT + n);
                insert.setString(3, email);
                insert.setString(4, "Bench Trader");
                insert.setString(5, CODE);
                insert.addBatch();
                traders.add(new Trader(id, email, token(key, id)));
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new BenchTrouble("accounts could not be made: " + e.getMessage(), e);
        }
        return traders;
    }

    private static String token(PrivateKey key, UUID account) {
        long now = Instant.now().getEpochSecond();
        String claims =
                "{\"iss\":\"%s\",\"sub\":\"%s\",\"groups\":[\"trader\"],\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                        .formatted(ISSUER, account, UUID.randomUUID(), now, now + LIFETIME_SECONDS);
        String signed = base64("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return signed
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new BenchTrouble("a token could not be signed", e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PrivateKey key(Ground ground) {
        try {
            String pem = Files.readString(ground.jwtPrivateKey());
            byte[] encoded =
                    Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (IOException | GeneralSecurityException e) {
            throw new BenchTrouble("the signing key cannot be read", e);
        }
    }
}
