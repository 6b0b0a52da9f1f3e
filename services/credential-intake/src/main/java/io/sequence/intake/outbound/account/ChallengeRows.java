package io.sequence.intake.outbound.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sequence.intake.domain.account.Challenge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code challenge}. */
@ApplicationScoped
class ChallengeRows implements PanacheRepositoryBase<ChallengeRow, UUID> {
    void add(Challenge challenge) {
        persist(ChallengeRow.of(challenge));
    }

    /** The row, held until the transaction ends, so that tries are counted one after the other. */
    @Nullable ChallengeRow hold(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
