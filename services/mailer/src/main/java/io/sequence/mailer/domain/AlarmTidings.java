package io.sequence.mailer.domain;

import io.sequence.events.AlertKind;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyExpired;
import io.sequence.events.KeyExpiring;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.mailer.domain.Tiding.Part;
import java.time.Instant;
import java.util.UUID;

/** What letters about dates and bots tell, as tidings for alerts. */
final class AlarmTidings {
    private static final String REFRESH = "Make a new key at %s and hand it over with Refresh API.";

    private AlarmTidings() {}

    static Tiding expiring(Letter.Expiring letter, HealthState state, UUID thread) {
        KeyExpiring event = letter.event();
        String venue = VenueNames.of(event.about().venue());
        return of(AlertKind.EXPIRING, Part.OPENS, thread, event.about(), state, event.at())
                .saying(
                        "It expires on " + Words.moment(event.expiresAt()) + ".",
                        REFRESH.formatted(venue));
    }

    static Tiding expired(Letter.Expired letter, HealthState state, UUID thread) {
        KeyExpired event = letter.event();
        String venue = VenueNames.of(event.about().venue());
        return of(AlertKind.EXPIRED, Part.OPENS, thread, event.about(), state, event.at())
                .saying(
                        "It expired on " + Words.moment(event.expiresAt()) + ".",
                        REFRESH.formatted(venue));
    }

    static Tiding paused(Letter.Paused letter, HealthState state, UUID thread) {
        StrategyPaused event = letter.event();
        return of(AlertKind.PAUSED, Part.OPENS, thread, event.about(), state, event.at())
                .saying(
                        Words.strategy(event.strategyId()) + " sends no orders while it is paused.",
                        "Nothing, if you meant it. To let it trade again, make its connection"
                                + " active.");
    }

    static Tiding resumed(Letter.Resumed letter, HealthState state, UUID thread) {
        StrategyResumed event = letter.event();
        return of(AlertKind.RESUMED, Part.CLOSES, thread, event.about(), state, event.at())
                .saying(
                        Words.strategy(event.strategyId()) + " trades as before the pause.",
                        "Nothing, if you meant it.");
    }

    private static Tiding of(
            AlertKind kind, Part part, UUID thread, About about, HealthState state, Instant at) {
        return Tiding.of(kind, part, thread, about, state, null, at, at);
    }
}
