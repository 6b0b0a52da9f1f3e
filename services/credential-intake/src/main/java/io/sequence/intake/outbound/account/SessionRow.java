package io.sequence.intake.outbound.account;

import io.sequence.intake.domain.account.OpenSession;
import io.sequence.intake.domain.account.Origin;
import io.sequence.intake.domain.account.RefreshToken;
import io.sequence.vocabulary.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code session}. */
@Entity
@Table(name = "session")
class SessionRow {
    @Id UUID id;
    UUID accountId;
    Instant startedAt;
    @Nullable Instant endedAt;
    @Nullable String endReason;
    @Nullable String device;
    @Nullable String address;
    Instant lastUsedAt;
    int generation;
    Instant advancedAt;
    boolean repeated;

    static SessionRow of(UUID id, AccountId account, Origin origin, Instant now) {
        var row = new SessionRow();
        row.id = id;
        row.accountId = account.value();
        row.startedAt = now;
        row.advance(now);
        row.use(origin, now);
        return row;
    }

    UUID id() {
        return id;
    }

    AccountId accountId() {
        return new AccountId(accountId);
    }

    RefreshToken.Chain chain() {
        return new RefreshToken.Chain(ended(), generation, advancedAt, repeated);
    }

    /** The next token is of the next generation. */
    void advance(Instant now) {
        generation++;
        advancedAt = now;
        repeated = false;
    }

    /** The next token is one more of this generation. */
    void repeat() {
        repeated = true;
    }

    void use(Origin origin, Instant now) {
        device = origin.device();
        address = origin.address();
        lastUsedAt = now;
    }

    OpenSession toOpenSession() {
        return new OpenSession(id, startedAt, lastUsedAt, new Origin(device, address));
    }

    boolean ended() {
        return endedAt != null;
    }

    void end(String reason, Instant now) {
        if (endedAt == null) {
            endedAt = now;
            endReason = reason;
        }
    }
}
