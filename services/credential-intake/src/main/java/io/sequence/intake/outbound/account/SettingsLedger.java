package io.sequence.intake.outbound.account;

import io.sequence.events.AlertWishes;
import io.sequence.events.NoticeRequested;
import io.sequence.events.NoticeRequested.NoticeTemplate;
import io.sequence.intake.domain.account.Account;
import io.sequence.intake.domain.account.MailKind;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What owners change of their accounts; whoever writes their mails is told, and open pages are. */
@ApplicationScoped
public class SettingsLedger {
    private static final String LIVE_EVENT = "account.changed";

    private final AccountRows accounts;
    private final AccountNews news;
    private final LiveEvents events;
    private final Outbox outbox;
    private final InstantSource clock;

    SettingsLedger(
            AccountRows accounts,
            AccountNews news,
            LiveEvents events,
            Outbox outbox,
            InstantSource clock) {
        this.accounts = accounts;
        this.news = news;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Changes name and anti-phishing code; null leaves as it is. Nothing is told when nothing
     * changes. A code that changes is told by mail, too.
     *
     * @param name checked by the caller
     * @param code checked by the caller
     * @return the account from now on, empty when there is none
     */
    @Transactional
    public Optional<Account> change(AccountId id, @Nullable String name, @Nullable String code) {
        AccountRow row = accounts.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        var changed = new ArrayList<String>();
        if (name != null && !name.equals(row.toAccount().name())) {
            row.setName(name);
            changed.add("name");
        }
        if (code != null && !code.equals(row.toAccount().antiPhishingCode())) {
            row.setAntiPhishingCode(code);
            changed.add("anti_phishing_code");
            mail(row.toAccount());
        }
        if (!changed.isEmpty()) {
            tell(id, changed);
        }
        return Optional.of(row.toAccount());
    }

    /**
     * A submission has brought an account's code, in the current transaction.
     *
     * @param before the code that it replaces; the first one is told by the submission's own mail
     */
    public void codeCame(AccountId id, @Nullable String before) {
        if (before == null) {
            news.tell(id);
            return;
        }
        tell(id, List.of("anti_phishing_code"));
        accounts.findByIdOptional(id.value()).map(AccountRow::toAccount).ifPresent(this::mail);
    }

    /** The mails that the account does without; empty when there is no account. */
    @Transactional
    public Optional<Set<MailKind>> unwanted(AccountId id) {
        return accounts.findByIdOptional(id.value()).map(SettingsLedger::kinds);
    }

    /**
     * Sets which mails the account does without.
     *
     * @param unwanted optional ones only, checked by the caller
     * @return these; empty when there is no account
     */
    @Transactional
    public Optional<Set<MailKind>> setUnwanted(AccountId id, Set<MailKind> unwanted) {
        AccountRow row = accounts.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        setUnwanted(
                row,
                unwanted.stream()
                        .map(MailKind::wireName)
                        .collect(Collectors.toCollection(TreeSet::new)));
        return Optional.of(kinds(row));
    }

    /** The same of a row that the caller's transaction holds. */
    void setUnwanted(AccountRow row, TreeSet<String> unwanted) {
        List<String> after = List.copyOf(unwanted);
        if (!after.equals(row.unwantedMails())) {
            row.setUnwantedMails(after);
            tell(row.toAccount().id(), List.of("mails"));
        }
    }

    /** How the account wants to be alerted; empty when there is no account. */
    @Transactional
    public Optional<AlertWishes> alertWishes(AccountId id) {
        return accounts.findByIdOptional(id.value()).map(SettingsLedger::wishes);
    }

    /**
     * Sets how the account wants to be alerted.
     *
     * @param wishes checked by the caller
     * @return these; empty when there is no account
     */
    @Transactional
    public Optional<AlertWishes> setAlertWishes(AccountId id, AlertWishes wishes) {
        AccountRow row = accounts.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        if (!wishes.equals(wishes(row))) {
            row.setAlertWishes(wishes);
            tell(id, List.of("alerts"));
        }
        return Optional.of(wishes);
    }

    private static AlertWishes wishes(AccountRow row) {
        AlertWishes wished = row.alertWishes();
        return wished == null ? AlertWishes.USUAL : wished;
    }

    private static Set<MailKind> kinds(AccountRow row) {
        return row.unwantedMails().stream()
                .flatMap(name -> MailKind.named(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void tell(AccountId id, List<String> changed) {
        news.tell(id);
        events.append(id, LIVE_EVENT, Map.of("changed", changed));
    }

    private void mail(Account account) {
        outbox.append(
                NoticeRequested.of(
                        account.id(),
                        account.recipient(),
                        NoticeTemplate.ANTI_PHISHING_CODE_CHANGED,
                        clock.instant()));
    }
}
