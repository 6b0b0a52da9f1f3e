package io.sequence.intake.outbound.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sequence.intake.domain.account.RefreshToken;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code session}. */
@ApplicationScoped
class SessionRows implements PanacheRepositoryBase<SessionRow, UUID> {
    // Its newest token was given when it was last used.
    private static final String OPEN = "accountId = ?1 and endedAt is null and lastUsedAt > ?2";

    /** The row, held until the transaction ends. */
    @Nullable SessionRow hold(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The account's that go on, last used first. */
    List<SessionRow> open(AccountId account, Instant now, int limit) {
        return find(OPEN + " order by lastUsedAt desc, id", account.value(), since(now))
                .page(0, limit)
                .list();
    }

    /** All of the account's that go on, held until the transaction ends, always in one order. */
    List<SessionRow> holdOpen(AccountId account, Instant now) {
        return find(OPEN + " order by id", account.value(), since(now))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private static Instant since(Instant now) {
        return now.minus(RefreshToken.LIFETIME);
    }
}
