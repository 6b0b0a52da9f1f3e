package io.sequence.health.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.CheckRequested;
import io.sequence.events.KeyDisconnected;
import io.sequence.events.KeyHealth;
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
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Watched connections, their transitions and their proofs: row and event in one transaction. */
@ApplicationScoped
public class HealthLedger {
    private static final Logger LOG = Logger.getLogger(HealthLedger.class);
    private static final Duration CHECK_LIFETIME = Duration.ofMinutes(1);
    private static final int PROOFS_AN_EVENT = 500;

    private final WatchTable watches;
    private final CheckTable checks;
    private final Outbox outbox;
    private final Shards.Naming shards;
    private final InstantSource clock;

    HealthLedger(
            WatchTable watches,
            CheckTable checks,
            Outbox outbox,
            Shards.Naming shards,
            InstantSource clock) {
        this.watches = watches;
        this.checks = checks;
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
        watches.watch(validated, shards.shardOf(validated.about().connectionId()));
        LOG.infof("connection %s is watched", validated.about().connectionId());
    }

    /** Ends a watch for good; in the caller's transaction. */
    public void end(KeyDisconnected ended) {
        watches.end(ended.about(), shards.shardOf(ended.about().connectionId()));
    }

    /** Notes a check for the shard's owner; in the caller's transaction. */
    public void request(CheckRequested check) {
        if (isRecent(check.requestedAt())) {
            checks.insert(check, shards.shardOf(check.about().connectionId()));
        }
    }

    /** Everything that is watched in the shards. */
    public List<Known> load(Set<Integer> owned) {
        return QuarkusTransaction.requiringNew().call(() -> known(watches.load(owned)));
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
                            if (!watches.move(watched, transition.from(), after)) {
                                return false;
                            }
                            outbox.append(
                                    new KeyHealth(
                                            watched.about(),
                                            transition.to(),
                                            transition.from(),
                                            after.reason(),
                                            transition.troubleSince(),
                                            after.lastProofAt(),
                                            clock.instant(),
                                            transition.repaired(),
                                            transition.incident()));
                            return true;
                        });
    }

    /** Writes what pings proved, and says it. */
    public void prove(List<Proof> proofs) {
        Map<ConnectionId, Instant> worked = new HashMap<>();
        proofs.stream()
                .filter(Proof::worked)
                .forEach(proof -> worked.put(proof.connectionId(), proof.at()));
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            if (!worked.isEmpty()) {
                                watches.prove(worked);
                            }
                            for (int from = 0; from < proofs.size(); from += PROOFS_AN_EVENT) {
                                int to = Math.min(from + PROOFS_AN_EVENT, proofs.size());
                                outbox.append(
                                        new KeyProven(
                                                TimeOrderedUuid.next(),
                                                List.copyOf(proofs.subList(from, to))));
                            }
                        });
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
