package io.sequence.mailer.domain;

import io.sequence.events.KeyDelayed;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyRefreshed;
import io.sequence.events.KeyRejected;
import io.sequence.events.KeySubmitted;
import io.sequence.events.SubmissionType;

/** Mails about handing keys over, and taking them back. */
final class SubmissionWords {
    private SubmissionWords() {}

    static Sheet received(SheetDraft draft, KeySubmitted event) {
        String venue = VenueNames.of(event.about().venue());
        boolean refresh = event.type() == SubmissionType.REFRESH;
        return draft.subject("We received your " + (refresh ? "new " : "") + venue + " API key")
                .headline(refresh ? "Your new API key arrived" : "Your API key arrived")
                .happened(
                        "You handed us %s API key for %s on %s. It lies sealed with us."
                                .formatted(
                                        refresh ? "a new" : "an",
                                        venue,
                                        Words.moment(event.submittedAt())))
                .meaning(
                        refresh
                                ? "We are asking %s whether it works and what it may do. Until it takes over, the old key stays in use."
                                        .formatted(venue)
                                : "We are asking %s whether it works and what it may do, and launch your strategy when all is well."
                                        .formatted(venue))
                .task(
                        refresh
                                ? "Nothing now. Keep the old key at %s until we write that the new one is in use."
                                        .formatted(venue)
                                : "Nothing now. We write again with the result.")
                .button("Follow the check", "/submissions/" + event.submissionId())
                .bots()
                .connection(event.about(), event.label())
                .fact("Market", event.market().wireName())
                .fact("Strategy", Words.strategy(event.strategyId()))
                .key(event.keyHint())
                .finish();
    }

    static Sheet delayed(SheetDraft draft, KeyDelayed event) {
        String venue = VenueNames.of(event.about().venue());
        return draft.subject(venue + " is unavailable, we are still trying")
                .headline("We could not check your API key yet")
                .happened(
                        "We asked %s about your API key %s, without a usable answer. %s"
                                .formatted(
                                        venue,
                                        event.attempts() == 1
                                                ? "once"
                                                : event.attempts() + " times",
                                        Words.quote(event.reason().detail())))
                .meaning("Your key is neither accepted nor refused. We go on trying.")
                .task(Words.task(event.reason()))
                .venueSaid(venue, event.reason())
                .button("Follow the check", "/submissions/" + event.submissionId())
                .bots()
                .connection(event.about(), null)
                .key(null)
                .fact("Next attempt", Words.moment(event.nextAttemptAt()))
                .finish();
    }

    static Sheet rejected(SheetDraft draft, KeyRejected event) {
        String venue = VenueNames.of(event.about().venue());
        return refusal(draft, event, venue)
                .subject("Rejected: your " + venue + " API key was not accepted")
                .headline("We could not accept your API key")
                .meaning("The key is erased on our side and your strategy was not launched.")
                .button("Correct it and try again", "/submissions/" + event.submissionId())
                .finish();
    }

    static Sheet refreshRejected(SheetDraft draft, KeyRejected event) {
        String venue = VenueNames.of(event.about().venue());
        return refusal(draft.bots(), event, venue)
                .subject("Rejected: your new " + venue + " API key was not accepted")
                .headline("We could not accept your new API key")
                .meaning(
                        "The new key is erased on our side. Your old key stays in use, so do not delete it at %s."
                                .formatted(venue))
                .refreshButton("Refresh API again", event.about())
                .finish();
    }

    private static SheetDraft refusal(SheetDraft draft, KeyRejected event, String venue) {
        return draft.happened(
                        "We checked the API key that you handed us for %s and refused it on %s. %s"
                                .formatted(
                                        venue,
                                        Words.moment(event.rejectedAt()),
                                        Words.quote(event.reason().detail())))
                .task(Words.task(event.reason()))
                .venueSaid(venue, event.reason())
                .connection(event.about(), event.label())
                .key(null)
                .fact("Reason", event.reason().fault().name());
    }

    static Sheet refreshed(SheetDraft draft, KeyRefreshed event) {
        String venue = VenueNames.of(event.about().venue());
        draft.subject("API refreshed: your new " + venue + " key is in use")
                .headline("API refreshed")
                .happened(
                        "Your new API key for %s took over on %s and the old one is erased on our side."
                                .formatted(venue, Words.moment(event.at())))
                .meaning("Everything goes on with the new key, without a gap.")
                .task("You may now delete %s at %s.".formatted(draft.oldKey(), venue))
                .connectionButton("See the connection", event.about());
        if (event.botId() == null) {
            draft.bots();
        } else {
            draft.bot(event.botId());
        }
        return draft.connection(event.about(), event.label()).bothKeys().finish();
    }

    static Sheet disconnected(SheetDraft draft, KeyDisconnected event) {
        String venue = VenueNames.of(event.about().venue());
        return draft.subject("Disconnected: your " + venue + " connection was ended")
                .headline("Disconnected")
                .happened(
                        "The connection to %s was ended on %s, and every key of it is erased on our side."
                                .formatted(venue, Words.moment(event.at())))
                .meaning(
                        "Strategies on it have stopped for good. What the account holds or has open at %s stays as it is."
                                .formatted(venue))
                .task(
                        "Delete the API key at %s. If you did not end the connection yourself, sign in and change your password."
                                .formatted(venue))
                .button("Sign in", "/")
                .bots()
                .connection(event.about(), event.label())
                .key(null)
                .finish();
    }
}
