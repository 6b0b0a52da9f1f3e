package io.sequence.mailer.domain;

import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyDrifted.What;
import java.util.List;
import java.util.stream.Collectors;

/** Mails about keys that were changed at the exchange. */
final class ChangeWords {
    private ChangeWords() {}

    static Sheet changed(SheetDraft draft, KeyDrifted event) {
        String venue = VenueNames.of(event.about().venue());
        List<Change> told =
                event.changes().stream()
                        .filter(change -> change.gravity() != Gravity.NOTE)
                        .toList();
        boolean mustAct = event.has(Gravity.QUARANTINE) || event.has(Gravity.ACT);
        draft.subject(
                        mustAct
                                ? "Action needed: your " + venue + " API key was changed"
                                : "Your " + venue + " API key was changed")
                .headline("Your API key was changed at " + venue)
                .happened(
                        told.stream()
                                .map(change -> Words.quote(change.meaning()))
                                .collect(Collectors.joining(" ")))
                .meaning(
                        mustAct
                                ? "Strategies on this connection are paused until that is undone."
                                : "Strategies on this connection go on for now.")
                .task(
                        ("If you changed it yourself, look whether that is what you want. If you"
                                        + " did not, delete the key at %s and make a new one.")
                                .formatted(venue))
                .connectionButton("See the connection", event.about())
                .bots()
                .connection(event.about(), null)
                .key(null);
        for (Change change : told) {
            draft.fact(name(change.what()), shown(change.before()) + " → " + shown(change.now()));
        }
        return draft.fact("Seen", Words.moment(event.at())).finish();
    }

    private static String name(What what) {
        return switch (what) {
            case WITHDRAW -> "Withdrawals";
            case TRANSFER -> "Transfers";
            case READ -> "Reading";
            case TRADE -> "Trading";
            case IP_ALLOW_LIST -> "IP list";
            case EXPIRY -> "Expires";
            case VENUE_ACCOUNT -> "Exchange account";
        };
    }

    private static String shown(String words) {
        return words.isBlank() ? "none" : Words.quote(words);
    }
}
