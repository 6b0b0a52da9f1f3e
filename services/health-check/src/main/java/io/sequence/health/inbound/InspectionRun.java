package io.sequence.health.inbound;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sequence.events.KeyDrifted.Change;
import io.sequence.health.domain.InspectionBook;
import io.sequence.health.domain.KeyReading;
import io.sequence.health.domain.Turn;
import io.sequence.health.outbound.InspectionLedger;
import io.sequence.health.outbound.VenueDoor.Asked;
import io.sequence.venues.api.KeyFacts;
import io.sequence.vocabulary.ConnectionId;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jboss.logging.Logger;

/** What became of a key: compared with every look, told when it is seen a second time. */
@Singleton
class InspectionRun {
    private static final Logger LOG = Logger.getLogger(InspectionRun.class);

    private final InspectionBook book;
    private final InspectionLedger ledger;
    private final MeterRegistry meters;

    InspectionRun(InspectionBook book, InspectionLedger ledger, MeterRegistry meters) {
        this.book = book;
        this.ledger = ledger;
        this.meters = meters;
        meters.gauge("sequence.health.inspected", book, InspectionBook::size);
    }

    /** Compares; while the database is away nothing is lost, the next look says the same. */
    void compare(Turn turn, Asked asked, Instant now) {
        KeyFacts facts = asked.facts();
        ConnectionId id = turn.watched().id();
        if (facts == null || book.isSettled(id, facts)) {
            return;
        }
        long print = KeyReading.of(facts).print();
        switch (book.look(id, print)) {
            case KNOWN -> book.settle(id, facts, print);
            case FIRST -> {}
            case CONFIRMED -> settle(turn, asked, facts, now);
        }
    }

    private void settle(Turn turn, Asked asked, KeyFacts facts, Instant now) {
        ConnectionId id = turn.watched().id();
        try {
            for (Change change : ledger.settle(turn, asked.version(), facts, now)) {
                LOG.infof(
                        "connection %s at %s: %s changed, %s",
                        id, turn.watched().about().venue(), change.what(), change.gravity());
                meters.counter(
                                "sequence.health.drifts",
                                Tags.of(
                                        "venue",
                                        turn.watched().about().venue().value(),
                                        "what",
                                        change.what().name(),
                                        "gravity",
                                        change.gravity().name()))
                        .increment();
            }
        } catch (RuntimeException e) {
            LOG.warnf("connection %s is compared again: %s", id, e.getClass().getName());
        }
    }
}
