package io.sequence.health.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.health.domain.InspectionBook.Look;
import io.sequence.health.domain.InspectionBook.Need;
import io.sequence.health.domain.Standing.Evidence;
import io.sequence.health.domain.Standing.Flaps;
import io.sequence.health.domain.Standing.Recovery;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.Rights;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InspectionBookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Watched WATCHED =
            new Watched(
                    new About(
                            AccountId.next(),
                            ConnectionId.next(),
                            CredentialVersion.FIRST,
                            1,
                            new VenueId("binance"),
                            Mode.LIVE),
                    Market.SPOT,
                    "global",
                    0);
    private static final ConnectionId ID = WATCHED.id();

    private final InspectionBook book = new InspectionBook(new Rhythm(HOUR));

    @Test
    void tellsNobodyBeforeTheSecondLook() {
        book.put(ID, 7, null);
        assertThat(book.look(ID, 7)).isEqualTo(Look.KNOWN);
        assertThat(book.look(ID, 8)).isEqualTo(Look.FIRST);
        assertThat(book.look(ID, 9)).isEqualTo(Look.FIRST);
        assertThat(book.look(ID, 9)).isEqualTo(Look.CONFIRMED);
        assertThat(book.look(ID, 9)).isEqualTo(Look.CONFIRMED);
        book.put(ID, 9, null);
        assertThat(book.look(ID, 9)).isEqualTo(Look.KNOWN);
    }

    @Test
    void forgetsADifferenceThatWasSeenOnce() {
        book.put(ID, 7, null);
        book.look(ID, 8);
        book.look(ID, 7);
        assertThat(book.look(ID, 8)).isEqualTo(Look.FIRST);
    }

    @Test
    void inspectsOnceAnHourAtAMomentOfItsOwn() {
        assertThat(book.need(turn(Standing.FRESH), NOW)).isEqualTo(Need.NONE);
        assertThat(book.need(turn(Standing.FRESH), NOW.plus(HOUR))).isEqualTo(Need.DUE);
        book.inspected(ID, false, NOW.plus(HOUR));
        assertThat(book.need(turn(Standing.FRESH), NOW.plus(HOUR))).isEqualTo(Need.NONE);
        assertThat(book.need(turn(Standing.FRESH), NOW.plus(HOUR).plus(HOUR))).isEqualTo(Need.DUE);
    }

    @Test
    void inspectsWithEveryPingWhileSomethingIsOpen() {
        book.put(ID, 7, null);
        book.look(ID, 8);
        assertThat(book.need(turn(Standing.FRESH), NOW)).isEqualTo(Need.MUST);
        book.put(ID, 8, null);
        book.inspected(ID, true, NOW);
        assertThat(book.need(turn(Standing.FRESH), NOW)).isEqualTo(Need.MUST);
        book.inspected(ID, false, NOW);
        assertThat(book.need(turn(Standing.FRESH), NOW)).isEqualTo(Need.NONE);
    }

    @Test
    void knowsAfterARestartWhatOnlyAnInspectionTakesBack() {
        assertThat(book.need(turn(blamedFor(Fault.WITHDRAW_GRANTED)), NOW)).isEqualTo(Need.MUST);
        assertThat(book.stands(turn(blamedFor(Fault.WITHDRAW_GRANTED)))).isTrue();
        assertThat(book.need(turn(blamedFor(Fault.INVALID_KEY)), NOW)).isEqualTo(Need.NONE);
    }

    @Test
    void knowsTheAccountThatWasConnected() {
        book.put(ID, 7, "40012345");
        assertThat(book.isOther(ID, of("40012345"))).isFalse();
        assertThat(book.isOther(ID, of("50099999"))).isTrue();
        assertThat(book.isOther(ID, of(null))).isFalse();
        book.put(ID, 7, null);
        assertThat(book.isOther(ID, of("50099999"))).isFalse();
    }

    @Test
    void takesFactsAsSettledUntilAnythingElseIsSeen() {
        KeyFacts facts = facts();
        assertThat(book.isSettled(ID, facts)).isFalse();
        book.put(ID, 7, null);
        book.settle(ID, facts, 7);
        assertThat(book.isSettled(ID, facts)).isTrue();
        assertThat(book.isSettled(ID, facts())).isFalse();

        book.look(ID, 8);
        assertThat(book.isSettled(ID, facts)).isFalse();
        book.settle(ID, facts, 7);
        book.put(ID, 8, null);
        assertThat(book.isSettled(ID, facts)).isFalse();
        book.settle(ID, facts, 7);
        assertThat(book.isSettled(ID, facts)).isFalse();
    }

    @Test
    void settlesNothingThatSomethingSpeaksAgainst() {
        KeyFacts facts = facts();
        book.put(ID, 7, null);
        book.settle(ID, facts, 7);
        book.inspected(ID, true, NOW);
        assertThat(book.isSettled(ID, facts)).isFalse();
        book.settle(ID, facts, 7);
        assertThat(book.isSettled(ID, facts)).isFalse();
    }

    private static KeyFacts facts() {
        return new KeyFacts(
                new Rights(Map.of()),
                "40012345",
                null,
                null,
                List.of(),
                new KeyExpiry.NotReported(),
                null,
                null,
                List.of());
    }

    private static KeyReading of(String uid) {
        return new KeyReading(new Rights(Map.of()), List.of(), uid, null, false);
    }

    private static Standing blamedFor(Fault fault) {
        return new Standing(
                Condition.REAUTH_NEEDED,
                Reason.of(fault, "", ""),
                NOW,
                NOW,
                Evidence.NONE,
                Recovery.NONE,
                Flaps.NONE);
    }

    private static Turn turn(Standing standing) {
        return new Turn(WATCHED, standing, NOW, List.<UUID>of(), false, 1);
    }
}
