package io.sequence.intake.domain.account;

import io.sequence.vocabulary.AccountId;
import java.util.Optional;

/** Where accounts are looked up by the rest of the service. */
public interface AccountBook {
    /** The account, if there is one. */
    Optional<Account> find(AccountId id);

    /** The account registered under exactly this address, if there is one. */
    Optional<Account> findByEmail(String email);
}
