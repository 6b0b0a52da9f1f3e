package io.sequence.mailer.domain;

import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;

/** Mails about bots. */
final class StrategyWords {
    private StrategyWords() {}

    static Sheet launched(SheetDraft draft, StrategyLaunched event) {
        String venue = VenueNames.of(event.about().venue());
        String strategy = Words.strategy(event.strategyId());
        return draft.subject("Strategy launched: " + strategy + " runs on " + venue)
                .headline(strategy + " was launched")
                .happened(
                        "%s accepted your API key, and your strategy was launched on %s."
                                .formatted(venue, Words.moment(event.at())))
                .meaning(
                        "It trades with this key from now on. We check the key every minute and"
                                + " write when something is wrong with it.")
                .task(
                        "Keep your Client ID and BOT ID: support asks for them. Keep the key at %s and do not use it in other programs."
                                .formatted(venue))
                .connectionButton("See your strategy", event.about())
                .bot(event.botId())
                .connection(event.about(), event.label())
                .fact("Market", event.market().wireName())
                .fact("Strategy", strategy)
                .key(null)
                .finish();
    }

    static Sheet paused(SheetDraft draft, StrategyPaused event) {
        String venue = VenueNames.of(event.about().venue());
        return draft.subject("Your strategy on " + venue + " is paused")
                .headline(Words.strategy(event.strategyId()) + " is paused")
                .happened(
                        "Your strategy on %s was paused on %s."
                                .formatted(venue, Words.moment(event.at())))
                .meaning("It sends no orders while it is paused. Your API key stays connected.")
                .task(
                        "Nothing, if you meant it. To let it trade again, make its connection"
                                + " active.")
                .connectionButton("See your strategy", event.about())
                .bot(event.botId())
                .connection(event.about(), null)
                .fact("Strategy", Words.strategy(event.strategyId()))
                .finish();
    }

    static Sheet resumed(SheetDraft draft, StrategyResumed event) {
        String venue = VenueNames.of(event.about().venue());
        return draft.subject("Your strategy on " + venue + " trades again")
                .headline(Words.strategy(event.strategyId()) + " trades again")
                .happened(
                        "Your strategy on %s was resumed on %s."
                                .formatted(venue, Words.moment(event.at())))
                .meaning("It trades as before the pause.")
                .task("Nothing, if you meant it.")
                .connectionButton("See your strategy", event.about())
                .bot(event.botId())
                .connection(event.about(), null)
                .fact("Strategy", Words.strategy(event.strategyId()))
                .finish();
    }
}
