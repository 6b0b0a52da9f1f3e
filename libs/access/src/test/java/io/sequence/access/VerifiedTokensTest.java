package io.sequence.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final long EXPIRES = 1_800_000_000;
    private static final long SKEW = 5;

    private final CountingVerifier verifier = new CountingVerifier();
    private final JWTAuthContextInfo context = new JWTAuthContextInfo();
    private String over = "";
    private Instant now = Instant.ofEpochSecond(EXPIRES - 60);
    private final VerifiedTokens tokens =
            new VerifiedTokens(verifier, () -> now, SKEW, session -> session.equals(over));

    @Test
    void verifiesATokenOnce() throws ParseException {
        JWTCallerPrincipal first = tokens.parse("a", context);
        assertThat(tokens.parse("a", context)).isSameAs(first);
        assertThat(verifier.calls).isEqualTo(1);
    }

    @Test
    void verifiesEachTokenForItself() throws ParseException {
        assertThat(tokens.parse("a", context).getName()).isEqualTo("a");
        assertThat(tokens.parse("b", context).getName()).isEqualTo("b");
    }

    @Test
    void refusesAnExpiredTokenThatItKnew() throws ParseException {
        tokens.parse("a", context);
        now = Instant.ofEpochSecond(EXPIRES + SKEW);
        verifier.refusing = true;
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> tokens.parse("a", context));
    }

    @Test
    void remembersNoRefusal() throws ParseException {
        verifier.refusing = true;
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> tokens.parse("a", context));
        verifier.refusing = false;
        assertThat(tokens.parse("a", context).getName()).isEqualTo("a");
    }

    @Test
    void refusesATokenOfASessionThatEnded() throws ParseException {
        tokens.parse("a", context);
        tokens.parse("b", context);
        over = "session of a";

        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> tokens.parse("a", context));
        assertThat(tokens.remembered("a")).isEmpty();
        assertThat(tokens.remembered("b")).isPresent();
    }

    private static final class CountingVerifier extends JWTCallerPrincipalFactory {
        private int calls;
        private boolean refusing;

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context)
                throws ParseException {
            calls++;
            if (refusing) {
                throw new ParseException("refused");
            }
            JwtClaims claims = new JwtClaims();
            claims.setSubject(token);
            claims.setClaim(AccessTokens.SESSION, "session of " + token);
            claims.setExpirationTime(NumericDate.fromSeconds(EXPIRES));
            return new DefaultJWTCallerPrincipal(claims);
        }
    }
}
