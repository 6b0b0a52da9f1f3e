package io.sequence.intake.outbound.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code session}. */
@ApplicationScoped
class SessionRows implements PanacheRepositoryBase<SessionRow, UUID> {
    /** The row, held until the transaction ends. */
    @Nullable SessionRow hold(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }
}
