package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.access.Passwords;
import io.sequence.access.Roles;
import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.Clearance;
import io.sequence.intake.domain.account.EmailAddress;
import io.sequence.intake.domain.account.PasswordRule;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** Makes the first operator's account, who then clears others. */
@ApplicationScoped
public class FirstOperator {
    private static final Logger LOG = Logger.getLogger(FirstOperator.class);

    private final AccountRows accounts;
    private final AccountNews news;
    private final Passwords passwords;
    private final PasswordRule rule;
    private final InstantSource clock;

    FirstOperator(
            AccountRows accounts,
            AccountNews news,
            Passwords passwords,
            PasswordRule rule,
            InstantSource clock) {
        this.accounts = accounts;
        this.news = news;
        this.passwords = passwords;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Makes it, unless there is an operator already.
     *
     * @param passwordFile its first line is the password
     * @throws IllegalArgumentException when address or password are not acceptable
     */
    public void ensure(EmailAddress email, Path passwordFile) {
        if (QuarkusTransaction.requiringNew().call(this::exists)) {
            return;
        }
        String password = firstLine(passwordFile);
        String objection = rule.objection(password, email.value());
        if (objection != null) {
            throw new IllegalArgumentException("the first operator's password " + objection);
        }
        String hash = passwords.hash(password);
        boolean made = QuarkusTransaction.requiringNew().call(() -> insert(email, hash));
        if (made) {
            LOG.info("the first operator's account was made");
        } else if (!QuarkusTransaction.requiringNew().call(this::exists)) {
            LOG.error("the first operator's address belongs to a trader: name another one");
        }
    }

    private boolean exists() {
        return accounts.count("role", Roles.OPERATOR) > 0;
    }

    private boolean insert(EmailAddress email, String hash) {
        var account =
                new Account(
                        AccountId.next(),
                        new ClientId(accounts.nextHouseNumber(), "Operator"),
                        email.value(),
                        Roles.OPERATOR,
                        null,
                        Clearance.NOT_NEEDED,
                        clock.instant(),
                        null);
        boolean made = accounts.insertIfAbsent(account, hash);
        if (made) {
            news.tell(account.id());
        }
        return made;
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("the first operator's password cannot be read", e);
        }
    }
}
