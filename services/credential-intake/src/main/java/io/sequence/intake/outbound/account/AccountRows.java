package io.sequence.intake.outbound.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.sequence.intake.domain.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code account}. */
@ApplicationScoped
class AccountRows implements PanacheRepositoryBase<AccountRow, UUID> {
    private static final String INSERT =
            """
            insert into account (id, client_number, email, name, password_hash, role, support_clearance, registered_at)
            values (:id, :number, :email, :name, :hash, :role, :clearance, :registeredAt)
            on conflict (email) do nothing
            """;

    /** The number that the next client gets; numbers are never given twice. */
    long nextClientNumber() {
        return ((Number)
                        getEntityManager()
                                .createNativeQuery("select nextval('client_number')")
                                .getSingleResult())
                .longValue();
    }

    /** A number for an account of the house's own, below those of clients. */
    long nextHouseNumber() {
        return ((Number)
                        getEntityManager()
                                .createNativeQuery(
                                        "select coalesce(max(client_number), 0) + 1 from account"
                                                + " where client_number < 1001")
                                .getSingleResult())
                .longValue();
    }

    /** Whether the address was free, and the account is there now. */
    boolean insertIfAbsent(Account account, String passwordHash) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("id", account.id().value())
                        .setParameter("number", account.clientId().number())
                        .setParameter("email", account.email())
                        .setParameter("name", account.name())
                        .setParameter("hash", passwordHash)
                        .setParameter("role", account.role())
                        .setParameter("clearance", account.clearance().wireName())
                        .setParameter("registeredAt", account.registeredAt())
                        .executeUpdate()
                == 1;
    }

    /** Accounts that nobody was told of, held until the transaction ends. */
    List<AccountRow> holdUntold(int limit) {
        return getEntityManager()
                .createNativeQuery(
                        "select * from account where not told order by id limit :limit for no key"
                                + " update skip locked",
                        AccountRow.class)
                .setParameter("limit", limit)
                .getResultList();
    }

    Optional<AccountRow> findByEmail(String email) {
        return find("email", email).firstResultOptional();
    }
}
