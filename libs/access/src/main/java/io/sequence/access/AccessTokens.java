package io.sequence.access;

import io.sequence.vocabulary.AccountId;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.jwt.util.KeyUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Signs access tokens: JWT, ES256, subject the account's id, groups its {@link Roles}. */
public final class AccessTokens {
    /** The claim that names the session a token was given to. */
    public static final String SESSION = "sid";

    private final PrivateKey key;
    private final String issuer;
    private final Duration lifetime;

    /**
     * A signer.
     *
     * @param key P-256, see {@link #readKey}
     * @param issuer the {@code iss} that verifiers ask for
     * @param lifetime how long a token works
     */
    public AccessTokens(PrivateKey key, String issuer, Duration lifetime) {
        this.key = key;
        this.issuer = issuer;
        this.lifetime = lifetime;
    }

    /**
     * Reads a P-256 private key from a PEM file (PKCS #8).
     *
     * @throws IllegalStateException when the file holds no such key; its content is not repeated
     */
    public static PrivateKey readKey(Path pem) {
        try {
            return KeyUtils.decodePrivateKey(Files.readString(pem), SignatureAlgorithm.ES256);
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key cannot be read: " + pem, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "no P-256 key in PKCS #8 form: "
                            + pem
                            + " ("
                            + e.getClass().getSimpleName()
                            + ")");
        }
    }

    /** A token for the account, of no session, good from now on. */
    public String issue(AccountId account, String role, Instant now) {
        return sign(claims(account, role, now));
    }

    /** A token for the account, good from now on, as long as the session is. */
    public String issue(AccountId account, String role, UUID session, Instant now) {
        return sign(claims(account, role, now).claim(SESSION, session.toString()));
    }

    private JwtClaimsBuilder claims(AccountId account, String role, Instant now) {
        return Jwt.claims()
                .issuer(issuer)
                .subject(account.toString())
                .groups(Set.of(role))
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(lifetime));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws().algorithm(SignatureAlgorithm.ES256).sign(key);
    }

    /** How long a token works. */
    public Duration lifetime() {
        return lifetime;
    }
}
