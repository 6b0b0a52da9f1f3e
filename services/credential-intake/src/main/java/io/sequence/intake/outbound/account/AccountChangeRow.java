package io.sequence.intake.outbound.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code account_change}: what an operator changed. */
@Entity
@Table(name = "account_change")
class AccountChangeRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable Long id;

    UUID accountId;
    UUID changedBy;
    String field;
    @Nullable String oldValue;
    @Nullable String newValue;
    String requestId;
    Instant changedAt;

    static AccountChangeRow of(
            UUID account, AccountLedger.Change change, String field, String before, String after) {
        var row = new AccountChangeRow();
        row.accountId = account;
        row.changedBy = change.by().value();
        row.requestId = change.requestId();
        row.changedAt = change.at();
        row.field = field;
        row.oldValue = before;
        row.newValue = after;
        return row;
    }
}
