package io.sequence.intake.inbound;

import io.sequence.intake.domain.account.RefreshToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The cookie that a browser keeps a session by; scripts cannot read it. */
@ApplicationScoped
class SessionCookie {
    static final String NAME = "sequence_refresh";

    private final boolean secure;

    SessionCookie(
            @ConfigProperty(name = "sequence.cookies.secure", defaultValue = "false")
                    boolean secure) {
        this.secure = secure;
    }

    NewCookie holding(String refreshToken) {
        return cookie(refreshToken, Math.toIntExact(RefreshToken.LIFETIME.toSeconds()));
    }

    NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(NAME)
                .value(value)
                .path("/v1/auth")
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
