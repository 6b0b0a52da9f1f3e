package io.sequence.intake.outbound.account;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.MailRequested;
import io.sequence.events.MailRequested.Content;
import io.sequence.events.MailRequested.Template;
import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.Challenge;
import io.sequence.intake.domain.account.Challenge.Resend;
import io.sequence.intake.domain.account.Origin;
import io.sequence.intake.outbound.account.SessionLedger.Session;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mailed codes: the challenge and its mail are one transaction. */
@ApplicationScoped
public class ChallengeLedger {
    private final ChallengeRows challenges;
    private final AccountRows accounts;
    private final SessionLedger sessions;
    private final Outbox outbox;
    private final Codes codes;
    private final InstantSource clock;

    ChallengeLedger(
            ChallengeRows challenges,
            AccountRows accounts,
            SessionLedger sessions,
            Outbox outbox,
            Codes codes,
            InstantSource clock) {
        this.challenges = challenges;
        this.accounts = accounts;
        this.sessions = sessions;
        this.outbox = outbox;
        this.codes = codes;
        this.clock = clock;
    }

    /** Opens a challenge and mails its code, in the caller's transaction. */
    UUID open(Account account, Template template) {
        return open(account.id(), account, template);
    }

    /** Opens a challenge that nobody can meet, in the caller's transaction. */
    UUID openDecoy() {
        return open(null, null, Template.SIGN_IN_CODE);
    }

    private UUID open(@Nullable AccountId id, @Nullable Account account, Template template) {
        UUID challenge = UUID.randomUUID();
        String code = codes.next();
        Instant now = clock.instant();
        challenges.add(Challenge.open(challenge, id, codes.mac(challenge, code), now));
        if (account != null) {
            mail(account, template, code, now);
        }
        return challenge;
    }

    /**
     * A code is given back. Tries are counted one after the other, also those that come at once.
     *
     * @param origin where it came from
     * @return the session that begins, empty whatever was wrong
     */
    public Optional<Session> meet(UUID challenge, String code, Origin origin) {
        String mac = codes.mac(challenge, code);
        return QuarkusTransaction.requiringNew().call(() -> attempt(challenge, mac, origin));
    }

    private Optional<Session> attempt(UUID challenge, String mac, Origin origin) {
        ChallengeRow row = challenges.hold(challenge);
        if (row == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Challenge.Attempt attempt = row.toChallenge().attempt(mac, now);
        row.become(attempt.after());
        AccountId owner = attempt.after().account();
        if (!attempt.right() || owner == null) {
            return Optional.empty();
        }
        AccountRow account = accounts.findById(owner.value());
        account.proveEmail(now);
        return Optional.of(sessions.begin(account.toAccount(), origin, now));
    }

    /** What came of asking for another code. */
    public sealed interface Resent {
        /** Whether or not something was mailed: nothing else is told. */
        record Done() implements Resent {}

        /** Come back later. */
        record Refused(Duration patience) implements Resent {}
    }

    /** Mails another code; the older one is dead. Decoys answer alike and mail nothing. */
    public Resent resend(UUID challenge) {
        return QuarkusTransaction.requiringNew().call(() -> again(challenge));
    }

    private Resent again(UUID id) {
        ChallengeRow row = challenges.hold(id);
        if (row == null) {
            return new Resent.Done();
        }
        String code = codes.next();
        Instant now = clock.instant();
        return switch (row.toChallenge().resend(codes.mac(id, code), now)) {
            case Resend.Send send -> {
                row.become(send.after());
                AccountId owner = send.after().account();
                if (owner != null) {
                    Account account = accounts.findById(owner.value()).toAccount();
                    mail(account, Template.SIGN_IN_CODE, code, now);
                }
                yield new Resent.Done();
            }
            case Resend.TooSoon soon -> new Resent.Refused(soon.patience());
            case Resend.NoMore none -> new Resent.Refused(Challenge.CODE_LIFETIME);
            case Resend.Over over -> new Resent.Done();
        };
    }

    /** Makes all open challenges of an account worthless, in the caller's transaction. */
    void close(AccountId account) {
        challenges.update(
                "closedAt = ?1 where accountId = ?2 and closedAt is null",
                clock.instant(),
                account.value());
    }

    private void mail(Account account, Template template, String code, Instant now) {
        outbox.append(
                new MailRequested(
                        account.id(),
                        account.recipient(),
                        new Content(template, code, now.plus(Challenge.CODE_LIFETIME), null, null),
                        now));
    }
}
