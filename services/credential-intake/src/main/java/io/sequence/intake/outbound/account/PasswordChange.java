package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.access.Passwords;
import io.sequence.events.NoticeRequested;
import io.sequence.events.NoticeRequested.NoticeTemplate;
import io.sequence.intake.domain.account.Account;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes an account's password. Whatever the old one opened ends with it: other sessions, and
 * sign-ins that wait for their code.
 */
@ApplicationScoped
public class PasswordChange {
    private final AccountRows accounts;
    private final ChallengeLedger challenges;
    private final SessionLedger sessions;
    private final Passwords passwords;
    private final Outbox outbox;
    private final InstantSource clock;

    PasswordChange(
            AccountRows accounts,
            ChallengeLedger challenges,
            SessionLedger sessions,
            Passwords passwords,
            Outbox outbox,
            InstantSource clock) {
        this.accounts = accounts;
        this.challenges = challenges;
        this.sessions = sessions;
        this.passwords = passwords;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Changes it.
     *
     * @param current what its owner says it is
     * @param next what it shall be, checked by the caller
     * @param kept the session that goes on; null for none
     * @return false when {@code current} is not the password, or not any more
     */
    public boolean change(AccountId id, String current, String next, @Nullable UUID kept) {
        String before =
                QuarkusTransaction.requiringNew()
                        .call(
                                () ->
                                        accounts.findByIdOptional(id.value())
                                                .map(AccountRow::passwordHash)
                                                .orElse(null));
        if (!passwords.matches(current, before)) {
            return false;
        }
        String hash = passwords.hash(next);
        return QuarkusTransaction.requiringNew().call(() -> write(id, before, hash, kept));
    }

    private boolean write(AccountId id, @Nullable String before, String hash, @Nullable UUID kept) {
        AccountRow row = accounts.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
        // Of two changes at once the second one's current password is the old one.
        if (row == null || !row.passwordHash().equals(before)) {
            return false;
        }
        row.setPasswordHash(hash);
        // First the codes: a session that one of them opens meanwhile is seen by what follows.
        challenges.close(id);
        sessions.endOthers(id, kept, "password_changed");
        Account account = row.toAccount();
        outbox.append(
                NoticeRequested.of(
                        id, account.recipient(), NoticeTemplate.PASSWORD_CHANGED, clock.instant()));
        return true;
    }
}
