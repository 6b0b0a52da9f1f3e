package io.sequence.intake.outbound.account;

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

    static SessionRow of(UUID id, AccountId account, Instant now) {
        var row = new SessionRow();
        row.id = id;
        row.accountId = account.value();
        row.startedAt = now;
        return row;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
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
