package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.access.Passwords;
import io.sequence.access.Roles;
import io.sequence.events.MailRequested.Template;
import io.sequence.events.NoticeRequested;
import io.sequence.events.NoticeRequested.NoticeTemplate;
import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.Clearance;
import io.sequence.intake.domain.account.EmailAddress;
import io.sequence.intake.domain.account.MailDomains;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ClientId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Registers accounts. Whether an address was free is told to its owner by mail and to nobody else:
 * the answer and the work are the same.
 */
@ApplicationScoped
public class Registration {
    private final AccountRows accounts;
    private final ChallengeLedger challenges;
    private final AccountNews news;
    private final Outbox outbox;
    private final Passwords passwords;
    private final MailDomains supportFirst;
    private final InstantSource clock;

    Registration(
            AccountRows accounts,
            ChallengeLedger challenges,
            AccountNews news,
            Outbox outbox,
            Passwords passwords,
            MailDomains supportFirst,
            InstantSource clock) {
        this.accounts = accounts;
        this.challenges = challenges;
        this.news = news;
        this.outbox = outbox;
        this.passwords = passwords;
        this.supportFirst = supportFirst;
        this.clock = clock;
    }

    /**
     * What is answered.
     *
     * @param accountId the new account's, or one that will never be
     * @param clientId number and name
     * @param challenge what the welcome mail's code may be given back to
     */
    public record Registered(AccountId accountId, ClientId clientId, UUID challenge) {}

    /**
     * Registers a trader.
     *
     * @param password checked by the caller
     * @param name checked by the caller
     */
    public Registered register(EmailAddress email, String password, String name) {
        String hash = passwords.hash(password);
        return QuarkusTransaction.requiringNew().call(() -> write(email, hash, name));
    }

    private Registered write(EmailAddress email, String hash, String name) {
        var account =
                new Account(
                        AccountId.next(),
                        new ClientId(accounts.nextClientNumber(), name),
                        email.value(),
                        Roles.TRADER,
                        null,
                        supportFirst.needSupportFirst(email)
                                ? Clearance.NEEDED
                                : Clearance.NOT_NEEDED,
                        clock.instant(),
                        null);
        UUID challenge =
                accounts.insertIfAbsent(account, hash) ? welcome(account) : tellOwner(email);
        return new Registered(account.id(), account.clientId(), challenge);
    }

    private UUID welcome(Account account) {
        news.tell(account.id());
        return challenges.open(account, Template.WELCOME);
    }

    private UUID tellOwner(EmailAddress email) {
        UUID decoy = challenges.openDecoy();
        accounts.findByEmail(email.value())
                .map(AccountRow::toAccount)
                .ifPresent(
                        owner ->
                                outbox.append(
                                        NoticeRequested.of(
                                                owner.id(),
                                                owner.recipient(),
                                                NoticeTemplate.ALREADY_REGISTERED,
                                                clock.instant())));
        return decoy;
    }
}
