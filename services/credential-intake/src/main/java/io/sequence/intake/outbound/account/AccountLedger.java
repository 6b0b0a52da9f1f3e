package io.sequence.intake.outbound.account;

import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.AccountBook;
import io.sequence.intake.domain.account.Clearance;
import io.sequence.intake.domain.support.SupportKind;
import io.sequence.intake.outbound.support.SupportLedger;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** Accounts as they are kept. */
@ApplicationScoped
public class AccountLedger implements AccountBook {
    private final AccountRows accounts;
    private final EntityManager rows;
    private final SupportLedger support;

    AccountLedger(AccountRows accounts, EntityManager rows, SupportLedger support) {
        this.accounts = accounts;
        this.rows = rows;
        this.support = support;
    }

    /**
     * A change that an operator makes.
     *
     * @param by the operator
     * @param requestId of the request that asked for it
     * @param at when
     */
    public record Change(AccountId by, String requestId, Instant at) {
        SupportLedger.Act act() {
            return new SupportLedger.Act(by, requestId, at);
        }
    }

    @Override
    @Transactional
    public Optional<Account> find(AccountId id) {
        return accounts.findByIdOptional(id.value()).map(AccountRow::toAccount);
    }

    @Override
    @Transactional
    public Optional<Account> findByEmail(String email) {
        return accounts.findByEmail(email).map(AccountRow::toAccount);
    }

    /**
     * Sets the clearance and notes who did; nothing is noted when nothing changes. Clearing closes
     * what waited for it.
     *
     * @return the account afterwards, empty when there is none
     */
    @Transactional
    public Optional<Account> setClearance(AccountId id, Clearance clearance, Change change) {
        AccountRow row = accounts.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        Clearance before = row.toAccount().clearance();
        if (before != clearance) {
            row.setClearance(clearance);
            rows.persist(
                    AccountChangeRow.of(
                            id.value(),
                            change,
                            "support_clearance",
                            before.wireName(),
                            clearance.wireName()));
        }
        if (clearance == Clearance.CLEARED) {
            support.settle(id, SupportKind.MICROSOFT_ADDRESS, null, change.act());
        }
        return Optional.of(row.toAccount());
    }
}
