package io.sequence.launcher.outbound;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** The rows of bots, locked as they are read: whoever reads one is about to change it. */
@ApplicationScoped
class BotRows implements PanacheRepositoryBase<BotRow, UUID> {
    private static final String MAKE_ROOM =
            "insert into bot (connection_id, account_id, mode, venue, state) values (:connection,"
                    + " :account, :mode, :venue, 'AWAITED') on conflict (connection_id) do"
                    + " nothing";
    // The counter's row stays locked until the transaction ends and is rolled back with it, so
    // numbers have no gaps and no two bots share one.
    private static final String NEXT_NUMBER =
            "insert into bot_counter (account_id, last) values (:account, 1) on conflict"
                    + " (account_id) do update set last = bot_counter.last + 1 returning last";
    private static final String CENSUS = "select state, count(*) from bot group by state";

    /** The row of a connection, made if it is missing. */
    BotRow lock(About about) {
        getEntityManager()
                .createNativeQuery(MAKE_ROOM)
                .setParameter("connection", about.connectionId().value())
                .setParameter("account", about.accountId().value())
                .setParameter("mode", about.mode().name())
                .setParameter("venue", about.venue().value())
                .executeUpdate();
        return Objects.requireNonNull(
                findById(about.connectionId().value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The account's next bot number, from 1. */
    int nextNumber(AccountId account) {
        Object last =
                getEntityManager()
                        .createNativeQuery(NEXT_NUMBER)
                        .setParameter("account", account.value())
                        .getSingleResult();
        return ((Number) last).intValue();
    }

    /** How many rows there are, by state. */
    Map<String, Long> census() {
        var counts = new TreeMap<String, Long>();
        for (Object found : getEntityManager().createNativeQuery(CENSUS).getResultList()) {
            Object[] row = (Object[]) found;
            counts.put((String) row[0], ((Number) row[1]).longValue());
        }
        return counts;
    }
}
