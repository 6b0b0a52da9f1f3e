package io.sequence.intake.outbound.account;

import io.sequence.intake.domain.account.MailKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Switches reminders off for whoever holds the link in one of them (RFC 8058). */
@ApplicationScoped
public class UnsubscribeLedger {
    /** Under the console's origin; the token follows. */
    public static final String PATH = "/v1/mails/unsubscribe/";

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private final AccountRows accounts;
    private final SettingsLedger settings;

    UnsubscribeLedger(AccountRows accounts, SettingsLedger settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Whether the token is an account's. */
    @Transactional
    public boolean knows(String token) {
        return TOKEN.matcher(token).matches() && accounts.count("mailToken", token) == 1;
    }

    /**
     * Makes reminders unwanted; doing so again changes nothing.
     *
     * @return whether the token is an account's
     */
    @Transactional
    public boolean unsubscribe(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return false;
        }
        AccountRow row =
                accounts.find("mailToken", token)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResult();
        if (row == null) {
            return false;
        }
        var unwanted = new TreeSet<>(row.unwantedMails());
        unwanted.add(MailKind.EXPIRING.wireName());
        settings.setUnwanted(row, unwanted);
        return true;
    }
}
