package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.AccountChanged;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Objects;

/** Says {@code account.changed}: how to write to an account from now on. */
@ApplicationScoped
public class AccountNews {
    private static final int AT_ONCE = 50;

    private final AccountRows accounts;
    private final Outbox outbox;
    private final InstantSource clock;

    AccountNews(AccountRows accounts, Outbox outbox, InstantSource clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Tells of an account as it stands in the current transaction, which has changed and thereby
     * locked it: what is told last is what was changed last.
     */
    public void tell(AccountId account) {
        accounts.flush();
        tell(Objects.requireNonNull(accounts.findById(account.value())));
    }

    private void tell(AccountRow row) {
        outbox.append(
                new AccountChanged(
                        row.toAccount().id(),
                        row.toAccount().recipient(),
                        row.unwantedMails(),
                        UnsubscribeLedger.PATH + row.mailToken(),
                        row.alertWishes(),
                        clock.instant()));
        row.noteTold();
    }

    /** Tells of accounts that are older than this event. */
    public void catchUp() {
        while (QuarkusTransaction.requiringNew().call(this::tellSome) > 0) {
            // The next ones.
        }
    }

    private int tellSome() {
        var untold = accounts.holdUntold(AT_ONCE);
        untold.forEach(this::tell);
        return untold.size();
    }
}
