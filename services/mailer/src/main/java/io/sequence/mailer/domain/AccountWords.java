package io.sequence.mailer.domain;

import io.sequence.events.MailRequested;

/** Mails about the account itself. */
final class AccountWords {
    private AccountWords() {}

    static Sheet of(SheetDraft draft, MailRequested event) {
        return switch (event.content().template()) {
            case WELCOME -> welcome(draft, event);
            case ALREADY_REGISTERED -> alreadyRegistered(draft, event);
            case SIGN_IN_CODE -> signInCode(draft, event);
            case SESSIONS_ENDED -> sessionsEnded(draft, event);
        };
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
                .button("Sign in")
                .finish();
    }

    private static Sheet alreadyRegistered(SheetDraft draft, MailRequested event) {
        return draft.subject("You already have an account")
                .headline("This address is registered already")
                .happened(
                        "On %s somebody, perhaps you, tried to register an account with this address."
                                .formatted(Words.moment(event.requestedAt())))
                .meaning("There is an account with it already. Nothing was changed.")
                .task("Sign in instead. If that was not you, there is nothing to do.")
                .button("Sign in")
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

    private static Sheet sessionsEnded(SheetDraft draft, MailRequested event) {
        return draft.subject("All your sessions were ended")
                .headline("All your sessions were ended")
                .happened(
                        "On %s somebody used a session of yours that had been replaced."
                                .formatted(Words.moment(event.requestedAt())))
                .meaning(
                        "It may have been copied, so we signed you out everywhere. Your connections"
                                + " and strategies go on.")
                .task("Sign in again. If you are not sure what happened, change your password.")
                .button("Sign in")
                .finish();
    }

    private static void code(SheetDraft draft, MailRequested event) {
        draft.code(event.content().code());
        if (event.content().code() != null && event.content().codeValidUntil() != null) {
            draft.fact("Code valid until", Words.moment(event.content().codeValidUntil()));
        }
    }
}
