package io.sequence.intake.domain.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The mails that an account gets, in the order in which settings show them. The names are those of
 * the mailer's templates. What protects an account or its money cannot be switched off.
 */
public enum MailKind {
    RECEIVED(true, "Key received", "A key that you handed over has arrived and is being checked."),
    DELAYED(true, "Check delayed", "Checking a key takes longer than usual."),
    REJECTED(false, "Key refused", "A new key was refused: why, and what to do."),
    REFRESHED(true, "Key renewed", "The new key of a connection works and is in use."),
    REFRESH_REJECTED(
            false, "Renewal refused", "A renewal was refused; the key before it stays in use."),
    LAUNCHED(true, "Strategy launched", "A strategy has started on one of your accounts."),
    PAUSED(true, "Strategy paused", "A strategy has stopped for the time being, and why."),
    RESUMED(true, "Strategy resumed", "A paused strategy goes on."),
    FAILING(false, "Connection failing", "A connection does not work any more: what to do."),
    STILL_FAILING(false, "Connection still failing", "A connection fails since a day, or weeks."),
    RECOVERED(true, "Connection repaired", "A failing connection works again."),
    KEY_CHANGED(false, "Key changed", "A key was changed at the exchange: what, and what to do."),
    EXPIRING(true, "Key expires soon", "A key expires soon, with a date for your calendar."),
    EXPIRED(false, "Key expired", "A key has expired and its strategy has stopped."),
    DISCONNECTED(false, "Connection ended", "A connection has ended and its keys are erased."),
    WELCOME(false, "Welcome", "The code that proves your address."),
    ALREADY_REGISTERED(
            false, "Address registered already", "Somebody tried to register your address again."),
    SIGN_IN_CODE(false, "Sign-in code", "The code that each sign-in asks for."),
    SESSIONS_ENDED(false, "Sessions ended for safety", "A session was used twice and has ended."),
    PASSWORD_CHANGED(false, "Password changed", "Your password was changed."),
    ANTI_PHISHING_CODE_CHANGED(
            false, "Anti-phishing code changed", "The word that our mails carry was changed."),
    SUPPORT_MESSAGE(false, "Message from support", "What a person of support writes to you."),
    TEST_ALERT(false, "Test alert", "The mail that you asked for, to see whether mails arrive."),
    OPERATOR_ALERT(
            false, "Alert to operators", "An exchange or we are in trouble: operators alone.");

    private final boolean optional;
    private final String title;
    private final String about;

    MailKind(boolean optional, String title, String about) {
        this.optional = optional;
        this.title = title;
        this.about = about;
    }

    /** The kind of that name, e.g. {@code expiring}. */
    public static Optional<MailKind> named(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
    }

    /**
     * What a mail of that template is called on pages; one that is not known here is called by its
     * own name.
     */
    public static String titleOf(String wireName) {
        return named(wireName).map(MailKind::title).orElseGet(() -> plain(wireName));
    }

    private static String plain(String wireName) {
        String words = wireName.replace('_', ' ');
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** E.g. {@code expiring}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an account may do without it. */
    public boolean optional() {
        return optional;
    }

    /** A few words for people, of one mail as of all of the kind. */
    public String title() {
        return title;
    }

    /** A sentence for people. */
    public String about() {
        return about;
    }
}
