package io.sequence.intake.outbound.account;

import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.Clearance;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ClientId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. */
@Entity
@Table(name = "account")
class AccountRow {
    @Id UUID id;
    long clientNumber;
    String email;
    String name;
    String passwordHash;
    String role;
    String supportClearance;
    @Nullable String antiPhishingCode;
    Instant registeredAt;
    @Nullable Instant emailProvenAt;

    Account toAccount() {
        return new Account(
                new AccountId(id),
                new ClientId(clientNumber, name),
                email,
                role,
                antiPhishingCode,
                Clearance.valueOf(supportClearance.toUpperCase(Locale.ROOT)),
                registeredAt,
                emailProvenAt);
    }

    String passwordHash() {
        return passwordHash;
    }

    void proveEmail(Instant now) {
        if (emailProvenAt == null) {
            emailProvenAt = now;
        }
    }

    void setAntiPhishingCode(String code) {
        antiPhishingCode = code;
    }

    void setClearance(Clearance clearance) {
        supportClearance = clearance.wireName();
    }
}
