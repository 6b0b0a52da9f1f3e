package io.sequence.mailer.domain;

import io.sequence.events.HealthState;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.KeyHealth;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import java.time.Instant;

/** Mails about keys that are watched: their health and their end. */
final class WatchWords {
    private WatchWords() {}

    static Sheet failing(SheetDraft draft, KeyHealth event) {
        String venue = VenueNames.of(event.about().venue());
        boolean mustAct = event.state() == HealthState.REAUTH_NEEDED;
        draft.subject(
                        mustAct
                                ? "Action needed: your " + venue + " API key stopped working"
                                : "Your " + venue + " connection is failing")
                .headline(
                        mustAct
                                ? "Your API key needs you"
                                : "Your connection does not work at the moment");
        return trouble(draft, event, venue, mustAct);
    }

    static Sheet stillFailing(SheetDraft draft, KeyHealth event) {
        String venue = VenueNames.of(event.about().venue());
        boolean mustAct = event.state() == HealthState.REAUTH_NEEDED;
        draft.subject(
                        mustAct
                                ? "Action needed: your " + venue + " API key still does not work"
                                : "Your " + venue + " connection still fails")
                .headline(
                        mustAct
                                ? "Your API key still needs you"
                                : "Your connection still does not work");
        return trouble(draft, event, venue, mustAct);
    }

    private static Sheet trouble(SheetDraft draft, KeyHealth event, String venue, boolean mustAct) {
        Reason reason = event.reason();
        Instant since = event.firstFailureAt() == null ? event.at() : event.firstFailureAt();
        draft.happened(
                        "Since %s we cannot use your API key for %s.%s"
                                .formatted(
                                        Words.moment(since),
                                        venue,
                                        reason == null ? "" : " " + Words.quote(reason.detail())))
                .meaning(
                        mustAct
                                ? "Strategies on this connection are paused until the key works"
                                        + " again."
                                : "Strategies on this connection are paused. We keep checking, and"
                                        + " they resume by themselves as soon as it works.")
                .task(reason == null ? "Sign in and look at the connection." : Words.task(reason))
                .connectionButton(
                        mustAct ? "Repair the connection" : "See the connection", event.about());
        if (reason != null) {
            draft.venueSaid(venue, reason);
        }
        draft.bots().connection(event.about(), null).key(null);
        if (reason != null) {
            draft.fact("Reason", reason.fault().name());
        }
        if (event.lastProofAt() != null) {
            draft.fact("Last worked", Words.moment(event.lastProofAt()));
        }
        return draft.finish();
    }

    static Sheet recovered(SheetDraft draft, KeyHealth event) {
        String venue = VenueNames.of(event.about().venue());
        Reason repaired = event.repaired();
        if (repaired != null && repaired.fault() == Fault.VENUE_INCIDENT) {
            return incidentOver(
                    draft,
                    event,
                    venue + " had trouble, and it is over",
                    venue
                            + " refused many people's API keys or did not answer, yours among"
                            + " them.");
        }
        if (repaired != null && repaired.fault() == Fault.VENUE_MAINTENANCE) {
            return incidentOver(
                    draft,
                    event,
                    venue + " was under maintenance, and it is over",
                    venue + " was under maintenance and took no keys.");
        }
        if (repaired != null && repaired.fault() == Fault.OUR_TROUBLE) {
            return incidentOver(
                    draft,
                    event,
                    "We had trouble of our own, and it is over",
                    "trouble of our own kept us from using your API key for " + venue + ".");
        }
        return draft.subject("Your " + venue + " connection works again")
                .headline("Your connection works again")
                .happened(
                        "%s accepts your API key again since %s."
                                .formatted(venue, Words.moment(event.at())))
                .meaning("Strategies that were paused because of it resume by themselves.")
                .task("Nothing.")
                .connectionButton("See the connection", event.about())
                .bots()
                .connection(event.about(), null)
                .key(null)
                .finish();
    }

    /** Nobody was told when it began: this letter tells all of it. */
    private static Sheet incidentOver(
            SheetDraft draft, KeyHealth event, String headline, String what) {
        Instant since = event.firstFailureAt() == null ? event.at() : event.firstFailureAt();
        return draft.subject(headline)
                .headline(headline)
                .happened(
                        "From %s to %s %s"
                                .formatted(Words.moment(since), Words.moment(event.at()), what))
                .meaning(
                        "Your key was and is in order. Strategies on this connection were paused"
                                + " and resume by themselves.")
                .task("Nothing.")
                .connectionButton("See the connection", event.about())
                .bots()
                .connection(event.about(), null)
                .key(null)
                .finish();
    }

    static Sheet expiring(SheetDraft draft, KeyExpiring event, String consoleUrl) {
        String venue = VenueNames.of(event.about().venue());
        return draft.subject(
                        "Your %s API key expires on %s"
                                .formatted(venue, Words.day(event.expiresAt())))
                .headline("Your API key expires soon")
                .happened(
                        "Your API key for %s expires on %s. %s"
                                .formatted(
                                        venue,
                                        Words.moment(event.expiresAt()),
                                        source(venue, event.expiryReported())))
                .meaning("From then on, strategies on this connection cannot trade.")
                .task(
                        "Make a new key at %s and hand it over with Refresh API before that day. Keep the old key until we write that the new one is in use."
                                .formatted(venue))
                .refreshButton("Refresh API", event.about())
                .bots()
                .connection(event.about(), event.label())
                .key(null)
                .fact("Expires", Words.moment(event.expiresAt()))
                .unsubscribe()
                .calendar(CalendarFile.of(event, consoleUrl))
                .finish();
    }

    static Sheet expired(SheetDraft draft, KeyExpired event) {
        String venue = VenueNames.of(event.about().venue());
        return draft.subject("Your " + venue + " API key has expired")
                .headline("Your API key has expired")
                .happened(
                        "Your API key for %s expired on %s. %s"
                                .formatted(
                                        venue,
                                        Words.moment(event.expiresAt()),
                                        source(venue, event.expiryReported())))
                .meaning("Strategies on this connection cannot trade with it any more.")
                .task("Make a new key at %s and hand it over with Refresh API.".formatted(venue))
                .refreshButton("Refresh API", event.about())
                .bots()
                .connection(event.about(), event.label())
                .key(null)
                .fact("Expired", Words.moment(event.expiresAt()))
                .finish();
    }

    private static String source(String venue, boolean reported) {
        return reported
                ? venue + " tells this date."
                : venue + " tells no date, so our own limit for such keys counts.";
    }
}
