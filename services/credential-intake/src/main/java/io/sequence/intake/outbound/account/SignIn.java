package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.access.Passwords;
import io.sequence.events.MailRequested.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first step of signing in. Every answer is a challenge; only the right password makes one that
 * can be met.
 */
@ApplicationScoped
public class SignIn {
    private final AccountRows accounts;
    private final ChallengeLedger challenges;
    private final Passwords passwords;

    SignIn(AccountRows accounts, ChallengeLedger challenges, Passwords passwords) {
        this.accounts = accounts;
        this.challenges = challenges;
        this.passwords = passwords;
    }

    /** Opens a challenge, and mails its code when the password is the account's. */
    public UUID begin(String email, String password) {
        AccountRow row =
                QuarkusTransaction.requiringNew()
                        .call(() -> accounts.findByEmail(email).orElse(null));
        boolean right = passwords.matches(password, row == null ? null : row.passwordHash());
        return QuarkusTransaction.requiringNew().call(() -> open(right ? row : null));
    }

    private UUID open(@Nullable AccountRow checked) {
        AccountRow row = checked == null ? null : accounts.findById(checked.id);
        // The password may have been changed while this one was checked.
        return row != null && checked != null && row.passwordHash().equals(checked.passwordHash())
                ? challenges.open(row.toAccount(), Template.SIGN_IN_CODE)
                : challenges.openDecoy();
    }
}
