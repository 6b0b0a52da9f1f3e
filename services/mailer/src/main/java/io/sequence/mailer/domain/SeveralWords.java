package io.sequence.mailer.domain;

import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.Reason;
import java.util.List;

/** Mails about several connections at one moment. */
final class SeveralWords {
    private static final int LONGEST_LIST = 10;

    private SeveralWords() {}

    static Sheet of(SheetDraft draft, Template template, List<Background.Other> several) {
        return template == Template.SEVERAL_RECOVERED
                ? recovered(draft, several)
                : failing(draft, several, template == Template.SEVERAL_STILL_FAILING);
    }

    private static Sheet failing(SheetDraft draft, List<Background.Other> several, boolean still) {
        long act =
                several.stream()
                        .filter(each -> each.health().state() == HealthState.REAUTH_NEEDED)
                        .count();
        int count = several.size();
        draft.subject(
                        (act == 0 ? "" : "Action needed: ")
                                + count
                                + (still ? " connections still fail" : " connections are failing"))
                .headline(
                        count
                                + (still
                                        ? " of your connections still do not work"
                                        : " of your connections do not work at the moment"))
                .happened(
                        (still
                                        ? "For a day or longer, %d of your connections have not"
                                                + " worked."
                                        : "Within moments, %d of your connections began to fail.")
                                .formatted(count))
                .meaning(
                        act == 0
                                ? "Strategies on them are paused. We keep checking, and they resume"
                                        + " by themselves as soon as it works."
                                : "Strategies on them are paused until they work again.")
                .task(
                        act == 0
                                ? "Nothing for now: we write when they work again."
                                : "Sign in and repair those that need you: %d of them."
                                        .formatted(act))
                .button("See the connections", "/connections");
        return listed(draft, several);
    }

    private static Sheet recovered(SheetDraft draft, List<Background.Other> several) {
        int count = several.size();
        draft.subject(count + " connections work again")
                .headline(count + " of your connections work again")
                .happened("The exchanges accept your API keys again.")
                .meaning("Strategies that were paused because of it resume by themselves.")
                .task("Nothing.")
                .button("See the connections", "/connections");
        return listed(draft, several);
    }

    private static Sheet listed(SheetDraft draft, List<Background.Other> several) {
        several.stream()
                .limit(LONGEST_LIST)
                .forEach(each -> draft.fact(name(each), state(each.health())));
        if (several.size() > LONGEST_LIST) {
            draft.fact("And", (several.size() - LONGEST_LIST) + " more");
        }
        return draft.finish();
    }

    private static String name(Background.Other each) {
        String venue = VenueNames.of(each.health().about().venue());
        String label = each.label();
        return label == null || label.isBlank() ? venue : Words.label(label) + " (" + venue + ")";
    }

    private static String state(KeyHealth health) {
        if (health.state() == HealthState.CONNECTED) {
            return "works again since " + Words.moment(health.at());
        }
        Reason reason = health.reason();
        String why = reason == null ? "" : " " + Words.quote(reason.detail());
        return (health.state() == HealthState.REAUTH_NEEDED ? "needs you." : "fails.") + why;
    }
}
