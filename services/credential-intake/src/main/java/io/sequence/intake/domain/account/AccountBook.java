package io.sequence.intake.domain.account;

import io.sequence.vocabulary.AccountId;
import java.util.Optional;

/** Where accounts are looked up by the rest of the service. */
public interface AccountBook {
    /** The account, if there is one. */
    Optional<Account> find(AccountId id);

    /** The account registered under exactly this address, if there is one. */
    Optional<Account> findByEmail(String email);

    /**
     * Sets the word that the account's mails carry from now on. Joins the caller's transaction, or
     * has its own.
     *
     * @param code 4 to 20 characters, checked by the caller
     */
    void setAntiPhishingCode(AccountId id, String code);
}
