package io.sequence.intake.outbound.account;

import io.sequence.intake.domain.account.Challenge;
import io.sequence.vocabulary.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code challenge}. */
@Entity
@Table(name = "challenge")
class ChallengeRow {
    @Id UUID id;
    @Nullable UUID accountId;
    String codeMac;
    Instant openedAt;
    Instant sentAt;
    Instant validUntil;
    int tries;
    int resends;
    @Nullable Instant closedAt;

    static ChallengeRow of(Challenge challenge) {
        var row = new ChallengeRow();
        row.id = challenge.id();
        AccountId account = challenge.account();
        row.accountId = account == null ? null : account.value();
        row.openedAt = challenge.openedAt();
        row.become(challenge);
        return row;
    }

    Challenge toChallenge() {
        return new Challenge(
                id,
                accountId == null ? null : new AccountId(accountId),
                codeMac,
                openedAt,
                sentAt,
                validUntil,
                tries,
                resends,
                closedAt);
    }

    void become(Challenge after) {
        codeMac = after.codeMac();
        sentAt = after.sentAt();
        validUntil = after.validUntil();
        tries = after.tries();
        resends = after.resends();
        closedAt = after.closedAt();
    }
}
