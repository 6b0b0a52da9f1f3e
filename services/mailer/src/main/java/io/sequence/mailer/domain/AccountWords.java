package io.sequence.mailer.domain;

import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Mails about the account itself. */
final class AccountWords {
    private static final String NOT_YOU =
            "If it was not, answer this mail at once, so that support can help.";

    private AccountWords() {}

    static Sheet of(SheetDraft draft, MailRequested event) {
        Instant at = event.requestedAt();
        return switch (event.content().template()) {
            case WELCOME -> welcome(draft, event);
            case SIGN_IN_CODE -> signInCode(draft, event);
            case ALREADY_REGISTERED -> alreadyRegistered(draft, at);
            case SESSIONS_ENDED -> sessionsEnded(draft, at);
            case PASSWORD_CHANGED -> passwordChanged(draft, at);
            case ANTI_PHISHING_CODE_CHANGED -> antiPhishingCodeChanged(draft, at);
            case SUPPORT_MESSAGE ->
                    supportMessage(draft, at, event.content().subject(), event.content().note());
        };
    }

    static Sheet of(SheetDraft draft, NoticeRequested event) {
        Instant at = event.requestedAt();
        return switch (event.template()) {
            case ALREADY_REGISTERED -> alreadyRegistered(draft, at);
            case SESSIONS_ENDED -> sessionsEnded(draft, at);
            case PASSWORD_CHANGED -> passwordChanged(draft, at);
            case ANTI_PHISHING_CODE_CHANGED -> antiPhishingCodeChanged(draft, at);
            case SUPPORT_MESSAGE -> supportMessage(draft, at, event.subject(), event.text());
            case OPERATOR_ALERT -> operatorAlert(draft, event);
        };
    }

    private static Sheet operatorAlert(SheetDraft draft, NoticeRequested event) {
        String subject = event.subject() == null ? "Operator alert" : event.subject();
        return draft.subject(Words.subject(subject))
                .headline(Words.subject(subject))
                .happened("What we know as of %s:".formatted(Words.moment(event.requestedAt())))
                .message(event.text() == null ? "" : event.text())
                .meaning("Nobody who connected a key is asked to act because of it.")
                .task("Look at the list of incidents; it says when it is over.")
                .button("See the incidents", "/operator")
                .finish();
    }

    static Sheet testAlert(SheetDraft draft, Instant at) {
        return draft.subject("Test alert from Sequence Connect")
                .headline("Alerts reach you by mail")
                .happened("You asked for a test alert on " + Words.moment(at) + ".")
                .meaning("Nothing is wrong: this is what it takes for an alert to arrive.")
                .task("Nothing.")
                .button("Settings of alerts", "/settings")
                .finish();
    }

    private static Sheet welcome(SheetDraft draft, MailRequested event) {
        code(draft, event);
        return draft.subject("Welcome to Sequence Connect")
                .headline("Welcome")
                .happened(
                        "An account was registered with this address on %s."
                                .formatted(Words.moment(event.requestedAt())))
                .meaning(
                        "This is the address that we write to, and the one to sign in with,"
                                + " capitals included. Keep your Client ID: support asks for it.")
                .task(
                        event.content().code() == null
                                ? "Sign in to go on. If you did not register, ignore this mail."
                                : "Enter the code below to confirm the address. If you did not"
                                        + " register, ignore this mail.")
                .button("Sign in", "/sign-in")
                .finish();
    }

    private static Sheet alreadyRegistered(SheetDraft draft, Instant at) {
        return draft.subject("You already have an account")
                .headline("This address is registered already")
                .happened(
                        "On %s somebody, perhaps you, tried to register an account with this address."
                                .formatted(Words.moment(at)))
                .meaning("There is an account with it already. Nothing was changed.")
                .task("Sign in instead. If that was not you, there is nothing to do.")
                .button("Sign in", "/sign-in")
                .finish();
    }

    private static Sheet signInCode(SheetDraft draft, MailRequested event) {
        code(draft, event);
        // No link: a mail with a code that also says where to go is what forgers send.
        return draft.subject("Your sign-in code")
                .headline("Your sign-in code")
                .happened(
                        "Somebody signed in with your password on %s."
                                .formatted(Words.moment(event.requestedAt())))
                .meaning("The code below completes the sign-in. It works once.")
                .task(
                        "Enter it on the page where you are signing in, and give it to nobody. If"
                                + " that is not you, change your password.")
                .finish();
    }

    private static Sheet sessionsEnded(SheetDraft draft, Instant at) {
        return draft.subject("All your sessions were ended")
                .headline("All your sessions were ended")
                .happened(
                        "On %s somebody used a session of yours that had been replaced."
                                .formatted(Words.moment(at)))
                .meaning(
                        "It may have been copied, so we signed you out everywhere. Your connections"
                                + " and strategies go on.")
                .task("Sign in again. If you are not sure what happened, change your password.")
                .button("Sign in", "/sign-in")
                .finish();
    }

    private static Sheet passwordChanged(SheetDraft draft, Instant at) {
        return draft.subject("Your password was changed")
                .headline("Your password was changed")
                .happened(
                        "The password of your account was changed on %s."
                                .formatted(Words.moment(at)))
                .meaning(
                        "You stay signed in where it was changed, and were signed out everywhere"
                                + " else. Your connections and strategies go on.")
                .task("Nothing, if that was you. " + NOT_YOU)
                .button("See your sessions", "/settings")
                .finish();
    }

    private static Sheet antiPhishingCodeChanged(SheetDraft draft, Instant at) {
        return draft.subject("Your anti-phishing code was changed")
                .headline("Your anti-phishing code was changed")
                .happened(
                        "The anti-phishing code of your account was changed on %s. The new one"
                                        .formatted(Words.moment(at))
                                + " stands at the top of this mail.")
                .meaning(
                        "From now on, a mail that shows another code, or none, is not from us,"
                                + " however right it looks.")
                .task("Nothing, if that was you. " + NOT_YOU)
                .button("See your settings", "/settings")
                .finish();
    }

    private static Sheet supportMessage(
            SheetDraft draft, Instant at, @Nullable String subject, @Nullable String note) {
        String topic = subject == null ? "" : Words.subject(subject);
        return draft.subject(topic.isEmpty() ? "A message from support" : "Support: " + topic)
                .headline(topic.isEmpty() ? "A message from support" : topic)
                .happened("Our support team wrote to you on %s:".formatted(Words.moment(at)))
                .message(note == null ? "" : note)
                .task(
                        "If you have a question, answer this mail. Leave keys, passwords and codes"
                                + " out of it: we never need them.")
                .finish();
    }

    private static void code(SheetDraft draft, MailRequested event) {
        draft.code(event.content().code());
        if (event.content().code() != null && event.content().codeValidUntil() != null) {
            draft.fact("Code valid until", Words.moment(event.content().codeValidUntil()));
        }
    }
}
