package io.sequence.intake.outbound.account;

import io.sequence.events.AlertWishes;
import io.sequence.events.AlertWishes.QuietHours;
import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.Clearance;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ClientId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. Only what changed is written: others change other columns. */
@Entity
@DynamicUpdate
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
    String[] unwantedMails;
    String mailToken;
    boolean told;
    @Nullable Integer alertPersistMinutes;
    @Nullable String alertQuietFrom;
    @Nullable String alertQuietUntil;
    @Nullable String alertQuietZone;

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

    void setPasswordHash(String hash) {
        passwordHash = hash;
    }

    void setName(String name) {
        this.name = name;
    }

    List<String> unwantedMails() {
        return List.of(unwantedMails);
    }

    void setUnwantedMails(List<String> names) {
        unwantedMails = names.toArray(String[]::new);
    }

    /** Null when nothing was ever wished. */
    @Nullable AlertWishes alertWishes() {
        return alertPersistMinutes == null
                ? null
                : new AlertWishes(
                        alertPersistMinutes,
                        alertQuietFrom == null || alertQuietUntil == null || alertQuietZone == null
                                ? null
                                : new QuietHours(alertQuietFrom, alertQuietUntil, alertQuietZone));
    }

    void setAlertWishes(AlertWishes wishes) {
        QuietHours quiet = wishes.quiet();
        alertPersistMinutes = wishes.persistMinutes();
        alertQuietFrom = quiet == null ? null : quiet.from();
        alertQuietUntil = quiet == null ? null : quiet.until();
        alertQuietZone = quiet == null ? null : quiet.zone();
    }

    String mailToken() {
        return mailToken;
    }

    void noteTold() {
        told = true;
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
