package io.sequence.health.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.CheckRequested;
import io.sequence.events.HealthState;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyHealth;
import io.sequence.events.KeyPaused;
import io.sequence.events.KeyProven;
import io.sequence.events.KeyProven.Proof;
import io.sequence.events.KeyValidated;
import io.sequence.health.domain.HealthMachine.Transition;
import io.sequence.health.domain.Shards;
import io.sequence.health.domain.Standing;
import io.sequence.health.domain.Watched;
import io.sequence.messaging.Outbox;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.TimeOrderedUuid;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watched connections, their transitions and their proofs: row and event in one transaction. */
@Singleton
public class HealthLedger {
    private static final Logger LOG = Logger.getLogger(HealthLedger.class);
    private static final Duration CHECK_LIFETIME = Duration.ofMinutes(1);

    /**
     * Proofs and balances in one event: some hundred kilobytes, where the broker takes a million.
     */
    private static final int LARGEST_EVENT = 1_000;

    private final WatchTable watches;
    private final CheckTable checks;
    private final OwnerTable owners;
    private final InspectionLedger inspections;
    private final Outbox outbox;
    private final Shards.Naming shards;
    private final InstantSource clock;

    HealthLedger(
            WatchTable watches,
            CheckTable checks,
            OwnerTable owners,
            InspectionLedger inspections,
            Outbox outbox,
            Shards.Naming shards,
            InstantSource clock) {
        this.watches = watches;
        this.checks = checks;
        this.owners = owners;
        this.inspections = inspections;
        this.outbox = outbox;
        this.shards = shards;
        this.clock = clock;
    }

    /**
     * A watched connection as the table has it.
     *
     * @param id which
     * @param watched null when it has ended
     * @param standing how it stands
     */
    public record Known(ConnectionId id, @Nullable Watched watched, Standing standing) {}

    /** A check that a user waits for. */
    public record Check(UUID id, ConnectionId connection) {}

    /** Watches a connection, unless something newer is known; in the caller's transaction. */
    public void watch(KeyValidated validated) {
        int shard = shards.shardOf(validated.about().connectionId());
        watches.watch(validated, shard);
        inspections.accept(validated, shard);
        LOG.infof("connection %s is watched", validated.about().connectionId());
    }

    /** Ends a watch for good; in the caller's transaction. */
    public void end(KeyDisconnected ended) {
        watches.end(ended.about(), shards.shardOf(ended.about().connectionId()));
        inspections.end(ended.about().connectionId());
    }

    /** Notes its owner's wish, unless a newer one is known; in the caller's transaction. */
    public void pause(KeyPaused wish) {
        watches.pause(wish, shards.shardOf(wish.about().connectionId()));
    }

    /** Notes a check for the shard's owner; in the caller's transaction. */
    public void request(CheckRequested check) {
        if (isRecent(check.requestedAt())) {
            checks.insert(check, shards.shardOf(check.about().connectionId()));
        }
    }

    /**
     * Takes shards over and gives everything that is watched in them: whoever had them tells
     * nothing of them from now on.
     */
    public List<Known> takeOver(Set<Integer> gained) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            owners.claim(gained);
                            return known(watches.load(gained));
                        });
    }

    /** What listeners changed in the shards since it was asked last. */
    public List<Known> takeChanged(Set<Integer> owned) {
        return QuarkusTransaction.requiringNew().call(() -> known(watches.takeChanged(owned)));
    }

    /** The checks that wait in the shards; whoever takes them answers them. */
    public List<Check> takeChecks(Set<Integer> owned) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () ->
                                checks.take(owned).stream()
                                        .filter(check -> isRecent(check.requestedAt()))
                                        .map(check -> new Check(check.id(), check.connection()))
                                        .toList());
    }

    /** Writes a transition and says it; false when the connection has moved on meanwhile. */
    public boolean move(Watched watched, Standing after, Transition transition) {
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            if (!owners.owned().contains(watched.shard())
                                    || !watches.move(watched, transition.from(), after)) {
                                return false;
                            }
                            outbox.append(
                                    new KeyHealth(
                                            watched.about(),
                                            transition.to(),
                                            transition.late()
                                                    ? HealthState.CONNECTED
                                                    : transition.from(),
                                            after.reason(),
                                            transition.troubleSince(),
                                            after.lastProofAt(),
                                            clock.instant(),
                                            transition.repaired(),
                                            transition.incident(),
                                            transition.quiet() ? true : null));
                            return true;
                        });
    }

    /**
     * Writes what pings proved, and says it; not of shards that another has taken over, but for the
     * checks that users wait for.
     */
    public void prove(List<Proof> proofs) {
        QuarkusTransaction.requiringNew().run(() -> proveOwn(proofs));
    }

    private void proveOwn(List<Proof> proofs) {
        Set<Integer> owned = owners.owned();
        Map<ConnectionId, Instant> worked = new HashMap<>();
        List<Proof> event = new ArrayList<>();
        int size = 0;
        for (Proof proof : proofs) {
            boolean own = owned.contains(shards.shardOf(proof.connectionId()));
            if (!own && proof.checkId() == null) {
                continue;
            }
            if (own && proof.worked()) {
                worked.put(proof.connectionId(), proof.at());
            }
            event.add(proof);
            size += 1 + (proof.balances() == null ? 0 : proof.balances().size());
            if (size >= LARGEST_EVENT) {
                say(event);
                event.clear();
                size = 0;
            }
        }
        if (!worked.isEmpty()) {
            watches.prove(worked);
        }
        say(event);
    }

    private void say(List<Proof> proofs) {
        if (!proofs.isEmpty()) {
            outbox.append(new KeyProven(TimeOrderedUuid.next(), List.copyOf(proofs)));
        }
    }

    private boolean isRecent(Instant requestedAt) {
        return clock.instant().isBefore(requestedAt.plus(CHECK_LIFETIME));
    }

    private static List<Known> known(List<WatchTable.Row> rows) {
        return rows.stream()
                .map(row -> new Known(row.id(), row.watched(), row.standing()))
                .toList();
    }
}
