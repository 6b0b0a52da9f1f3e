package io.sequence.intake.outbound.account;

import io.sequence.intake.domain.account.RefreshToken;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code refresh_token}: the token's SHA-256, never the token. */
@Entity
@Table(name = "refresh_token")
class RefreshTokenRow {
    @Id String tokenHash;
    UUID sessionId;
    Instant issuedAt;
    Instant expiresAt;
    @Nullable Instant usedAt;
    int generation;

    static RefreshTokenRow of(String tokenHash, SessionRow session, Instant now) {
        var row = new RefreshTokenRow();
        row.tokenHash = tokenHash;
        row.sessionId = session.id();
        row.generation = session.chain().generation();
        row.issuedAt = now;
        row.expiresAt = now.plus(RefreshToken.LIFETIME);
        return row;
    }

    RefreshToken toToken() {
        return new RefreshToken(expiresAt, generation);
    }

    UUID sessionId() {
        return sessionId;
    }

    void use(Instant now) {
        usedAt = now;
    }
}
