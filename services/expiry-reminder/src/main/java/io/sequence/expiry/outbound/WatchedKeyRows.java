package io.sequence.expiry.outbound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.expiry.domain.WatchedKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rows of watched keys, locked as they are read: whoever reads one is about to change it. */
@ApplicationScoped
class WatchedKeyRows implements PanacheRepositoryBase<WatchedKeyRow, UUID> {
    private static final String MAKE_ROOM =
            "insert into watched_key (connection_id, account_id, mode, venue, credential_version,"
                    + " revision, label, expiry_reported, state) values (:connection, :account,"
                    + " :mode, :venue, :version, :revision, '', false, :state) on conflict"
                    + " (connection_id) do nothing";
    private static final String CLAIM_DUE =
            "select * from watched_key where next_at <= :now order by next_at limit :limit for"
                    + " update skip locked";

    /** The row of a connection, made if it is missing. */
    WatchedKeyRow lock(About about) {
        getEntityManager()
                .createNativeQuery(MAKE_ROOM)
                .setParameter("connection", about.connectionId().value())
                .setParameter("account", about.accountId().value())
                .setParameter("mode", about.mode().name())
                .setParameter("venue", about.venue().value())
                .setParameter("version", about.credentialVersion().value())
                .setParameter("revision", about.revision())
                .setParameter("state", WatchedKey.State.UNHEARD.name())
                .executeUpdate();
        return Objects.requireNonNull(
                findById(about.connectionId().value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Rows whose next step is due and that no other instance holds at the moment. */
    List<WatchedKeyRow> claimDue(Instant now, int limit) {
        return getEntityManager()
                .createNativeQuery(CLAIM_DUE, WatchedKeyRow.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }
}
