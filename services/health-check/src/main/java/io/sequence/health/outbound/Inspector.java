package io.sequence.health.outbound;

import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Drift;
import io.sequence.health.domain.InspectionBook;
import io.sequence.health.domain.KeyReading;
import io.sequence.health.domain.Observation;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Observation.Worked;
import io.sequence.health.domain.Turn;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueTransport;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what a key that works may do: with every ping where the ping tells, else once an hour in
 * a call of its own, so many at once, out of health's share of the venue's budget.
 */
@Singleton
public class Inspector {
    private static final Duration TRY_AGAIN = Duration.ofMinutes(5);

    private final InspectionBook book;
    private final VenueTransport transport;
    private final InstantSource clock;
    private final Semaphore free;

    Inspector(
            InspectionBook book,
            VenueTransport transport,
            InstantSource clock,
            @ConfigProperty(name = "sequence.health.inspections-in-flight", defaultValue = "32")
                    int inFlight) {
        this.book = book;
        this.transport = transport;
        this.clock = clock;
        this.free = new Semaphore(inFlight);
    }

    /**
     * What a ping that worked comes to, with what is known of the key.
     *
     * @param facts what the venue says of the key; null when it was not asked, or did not say
     */
    public record Seen(Observation observation, @Nullable KeyFacts facts) {}

    /** Looks, if it is time to. */
    Seen look(Turn turn, Venue venue, Credential credential, @Nullable KeyFacts told) {
        if (told != null) {
            return judged(turn, told);
        }
        return switch (book.need(turn, clock.instant())) {
            case NONE -> new Seen(new Worked(), null);
            case DUE -> {
                if (!free.tryAcquire()) {
                    yield new Seen(new Worked(), null);
                }
                yield ask(turn, venue, credential);
            }
            case MUST -> {
                free.acquireUninterruptibly();
                yield ask(turn, venue, credential);
            }
        };
    }

    private Seen ask(Turn turn, Venue venue, Credential credential) {
        try {
            VenueTransport way = transport.on(turn.watched().id()).sparing();
            return switch (venue.connect(credential, way).inspectKey()) {
                case Yes<KeyFacts>(KeyFacts facts) -> judged(turn, facts);
                case No<KeyFacts> no -> refused(turn, no);
                case Unknown<KeyFacts> unknown ->
                        nothing(turn, Reason.of(Fault.UNKNOWN_OUTCOME, "", unknown.why()), null);
            };
        } finally {
            free.release();
        }
    }

    private Seen judged(Turn turn, KeyFacts facts) {
        if (book.isSettled(turn.watched().id(), facts)) {
            return new Seen(new Worked(), facts);
        }
        Optional<Reason> objection =
                Drift.of(facts, turn.watched().market())
                        .or(
                                () ->
                                        book.isOther(turn.watched().id(), KeyReading.of(facts))
                                                ? Optional.of(Drift.otherAccount())
                                                : Optional.empty());
        book.inspected(turn.watched().id(), objection.isPresent(), clock.instant());
        return new Seen(
                objection
                        .<Observation>map(reason -> new Failed(reason, null))
                        .orElseGet(Worked::new),
                facts);
    }

    /** The ping worked, so only a plain word about the key's rights speaks against it. */
    private Seen refused(Turn turn, No<KeyFacts> no) {
        Fault fault = no.fault() == Fault.PERMISSION_DENIED ? Fault.READ_MISSING : no.fault();
        Reason reason = Reason.of(fault, no.venueCode(), no.venueWords());
        if (fault != Fault.READ_MISSING && fault != Fault.TRADE_MISSING) {
            return nothing(turn, reason, no.retryAfter());
        }
        book.inspected(turn.watched().id(), true, clock.instant());
        return new Seen(new Failed(reason, no.retryAfter()), null);
    }

    /** What was found before stands until an inspection says otherwise. */
    private Seen nothing(Turn turn, Reason reason, @Nullable Duration retryAfter) {
        book.later(turn.watched().id(), clock.instant().plus(TRY_AGAIN));
        if (!book.stands(turn)) {
            return new Seen(new Worked(), null);
        }
        // The ping has just shown that the key itself is taken.
        Reason trouble =
                reason.fault().refusesCredential()
                        ? Reason.of(
                                Fault.VENUE_UNAVAILABLE, reason.venueCode(), reason.venueWords())
                        : reason;
        return new Seen(new Failed(trouble, retryAfter), null);
    }
}
