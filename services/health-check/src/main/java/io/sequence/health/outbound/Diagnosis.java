package io.sequence.health.outbound;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Doubts;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Patience;
import io.sequence.health.domain.Turn;
import io.sequence.health.outbound.VenueDoor.Asked;
import io.sequence.vault.SealBroken;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueTransport;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Looks into refusals that a venue does not explain, before anybody is blamed: a few further
 * questions out of health's share of the budget, for few keys at once.
 */
@Singleton
public class Diagnosis {
    private static final int AT_ONCE = 16;

    private final KeyRing keys;
    private final VenueTransport transport;
    private final Patience patience;
    private final Semaphore free = new Semaphore(AT_ONCE);

    Diagnosis(KeyRing keys, VenueTransport transport, Patience patience) {
        this.keys = keys;
        this.transport = transport;
        this.patience = patience;
    }

    /**
     * What a ping showed, with a sharper reason where one was found; the same when the venue's
     * other answers say nothing more, or when it is not the time to ask.
     *
     * @param incident whether keys of the venue fail together: then it is not this key
     */
    public Asked sharpen(Turn turn, Asked asked, boolean incident, Instant now) {
        if (incident
                || !Doubts.worthAsking(turn.standing(), asked.observation(), patience, now)
                || !(asked.observation() instanceof Failed failed)
                || !free.tryAcquire()) {
            return asked;
        }
        try {
            return Venues.find(turn.watched().about().venue())
                    .flatMap(venue -> ask(turn, asked, failed, venue))
                    .map(reason -> asked.because(reason))
                    .orElse(asked);
        } catch (SealBroken unopened) {
            return asked;
        } finally {
            free.release();
        }
    }

    private Optional<Reason> ask(Turn turn, Asked asked, Failed failed, Venue venue) {
        Reason reason = failed.reason();
        No<Pulse> refusal =
                new No<>(
                        reason.fault(),
                        reason.venueCode(),
                        reason.venueWords(),
                        failed.retryAfter());
        Optional<VenueAnswer<Pulse>> answer =
                keys.use(
                        turn.watched(),
                        asked.version(),
                        opened ->
                                venue.connect(
                                                opened.credential(),
                                                transport.on(turn.watched().id()).sparing())
                                        .diagnose(refusal));
        return answer.map(
                told ->
                        switch (told) {
                            // The key is taken: what refused it was the moment.
                            case Yes<Pulse> works ->
                                    Reason.of(
                                            Fault.VENUE_UNAVAILABLE,
                                            reason.venueCode(),
                                            reason.venueWords());
                            // We were not to ask at the moment: nothing more is known.
                            case No<Pulse> no when VenueDoor.isOverAsked(no.fault()) -> reason;
                            case No<Pulse> no ->
                                    Reason.of(no.fault(), no.venueCode(), no.venueWords());
                            case Unknown<Pulse> unknown -> reason;
                        });
    }
}
