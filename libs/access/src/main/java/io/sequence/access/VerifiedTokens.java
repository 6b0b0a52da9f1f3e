package io.sequence.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Verifies access tokens, and remembers for a minute what it verified: checking an ES256 signature
 * costs more than anything else that a short request does. Tokens are kept by their SHA-256, never
 * themselves, and an expired one is verified again and thereby refused. A token of a session that
 * has ended is refused, remembered or not.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class VerifiedTokens extends JWTCallerPrincipalFactory {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final long TOKENS = 10_000;

    private final JWTCallerPrincipalFactory verifier;
    private final InstantSource clock;
    private final long skewSeconds;
    private final EndedSessions ended;
    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder().maximumSize(TOKENS).expireAfterWrite(KEPT).build();

    @Inject
    VerifiedTokens(
            @ConfigProperty(name = "smallrye.jwt.clock.skew", defaultValue = "0") int skewSeconds,
            Instance<EndedSessions> ended) {
        this(
                new DefaultJWTCallerPrincipalFactory(),
                InstantSource.system(),
                skewSeconds,
                ended.isResolvable() ? ended.get() : session -> false);
    }

    VerifiedTokens(
            JWTCallerPrincipalFactory verifier,
            InstantSource clock,
            long skewSeconds,
            EndedSessions ended) {
        this.verifier = verifier;
        this.clock = clock;
        this.skewSeconds = skewSeconds;
        this.ended = ended;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context)
            throws ParseException {
        String digest = digest(token);
        JWTCallerPrincipal known = verified.getIfPresent(digest);
        if (known != null && isGood(known)) {
            return known;
        }
        JWTCallerPrincipal fresh = verifier.parse(token, context);
        if (hasEnded(fresh)) {
            throw new ParseException("the token's session has ended");
        }
        verified.put(digest, fresh);
        return fresh;
    }

    /** Whoever a token stands for, if it was verified within the last minute and is still good. */
    public Optional<JWTCallerPrincipal> remembered(String token) {
        return Optional.ofNullable(verified.getIfPresent(digest(token))).filter(this::isGood);
    }

    private boolean isGood(JWTCallerPrincipal principal) {
        return clock.instant().getEpochSecond() < principal.getExpirationTime() + skewSeconds
                && !hasEnded(principal);
    }

    private boolean hasEnded(JWTCallerPrincipal principal) {
        Object session = principal.getClaim(AccessTokens.SESSION);
        return session != null && ended.contains(session.toString());
    }

    private static String digest(String token) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
