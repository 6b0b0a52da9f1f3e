package io.sequence.health.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyValidated;
import io.sequence.health.domain.Differences;
import io.sequence.health.domain.InspectionBook;
import io.sequence.health.domain.KeyReading;
import io.sequence.health.domain.Turn;
import io.sequence.health.domain.Watched;
import io.sequence.messaging.Outbox;
import io.sequence.venues.Venues;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.outlook.Cautions;
import io.sequence.venues.outlook.KeyLife;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What keys are known to be, and how that changes. What is known and what is said of it are one
 * transaction, so each difference is told once, whoever watches the connection.
 */
@ApplicationScoped
public class InspectionLedger {
    private final ReadingTable readings;
    private final OwnerTable owners;
    private final Outbox outbox;
    private final InspectionBook book;
    private final List<String> ours;

    InspectionLedger(
            ReadingTable readings,
            OwnerTable owners,
            Outbox outbox,
            InspectionBook book,
            @ConfigProperty(name = "sequence.egress-ips") Optional<List<String>> ours) {
        this.readings = readings;
        this.owners = owners;
        this.outbox = outbox;
        this.book = book;
        this.ours = List.copyOf(ours.orElse(List.of()));
    }

    /** A key was accepted: that is how it is known from now on; in the caller's transaction. */
    void accept(KeyValidated event, int shard) {
        KeyReading reading = KeyReading.accepted(event);
        readings.accept(event.about(), shard, reading.accountUid(), reading);
    }

    /** A connection has ended; in the caller's transaction. */
    void end(ConnectionId connection) {
        readings.end(connection);
    }

    /** Remembers what is known of the keys of shards that were taken over. */
    public void load(Set<Integer> gained) {
        QuarkusTransaction.requiringNew().run(() -> readings.load(gained, book));
    }

    /**
     * Compares what a venue says with what is known, and tells what changed.
     *
     * @param turn the turn that confirmed it
     * @param version the credential that was inspected
     * @return what was told; empty when nothing was to be
     */
    public List<Change> settle(Turn turn, CredentialVersion version, KeyFacts facts, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> settled(turn, version, facts, at));
    }

    private List<Change> settled(Turn turn, CredentialVersion version, KeyFacts facts, Instant at) {
        Watched watched = turn.watched();
        if (!owners.owned().contains(watched.shard())) {
            return List.of();
        }
        KeyReading told = KeyReading.of(facts);
        ReadingTable.Row row = readings.lock(watched.id());
        if (row == null) {
            // Watched since before readings were kept: it is taken as it is.
            readings.accept(watched.about(), watched.shard(), told.accountUid(), told.unheard());
            row = readings.lock(watched.id());
        }
        if (row == null
                || row.revision() != watched.about().revision()
                || !row.version().equals(version)) {
            // Of another key than the one that is known: that one is heard of in a moment.
            return List.of();
        }
        VenueProfile profile =
                Venues.find(watched.about().venue())
                        .orElseThrow(() -> new IllegalStateException("an unknown venue answered"))
                        .profile();
        KeyReading now = told.over(row.reading(), profile.expiry());
        String accepted = row.acceptedUid() == null ? told.accountUid() : row.acceptedUid();
        List<Change> changes =
                new Differences(
                                profile.displayName(),
                                watched.market(),
                                ours,
                                Cautions.ofMissingList(facts),
                                accepted)
                        .between(row.reading(), now);
        readings.settle(watched.id(), told.print(), accepted, now);
        if (!changes.isEmpty()) {
            outbox.append(event(turn, version, facts, profile, changes, now, at));
        }
        book.put(watched.id(), told.print(), accepted);
        return changes;
    }

    private static KeyDrifted event(
            Turn turn,
            CredentialVersion version,
            KeyFacts facts,
            VenueProfile profile,
            List<Change> changes,
            KeyReading now,
            Instant at) {
        About about = turn.watched().with(version).about();
        var life = new KeyLife(now.expiresAt(), now.expiryReported());
        return new KeyDrifted(
                about,
                changes,
                now.rights(),
                now.ipAllowList(),
                now.expiresAt(),
                now.expiryReported(),
                at,
                Cautions.of(profile, turn.watched().market(), facts, life, at),
                tellsHealth(turn, changes));
    }

    /** A key that is used until now and must not be any more makes a transition of its own. */
    private static boolean tellsHealth(Turn turn, List<Change> changes) {
        boolean grave =
                changes.stream()
                        .map(Change::gravity)
                        .anyMatch(one -> one == Gravity.QUARANTINE || one == Gravity.ACT);
        return grave && turn.standing().state() != HealthState.REAUTH_NEEDED;
    }
}
