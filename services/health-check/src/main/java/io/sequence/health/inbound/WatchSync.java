package io.sequence.health.inbound;

import io.sequence.health.domain.InspectionBook;
import io.sequence.health.domain.Rhythm;
import io.sequence.health.domain.Shards;
import io.sequence.health.domain.VenueWatch;
import io.sequence.health.domain.Watched;
import io.sequence.health.domain.Watchlist;
import io.sequence.health.outbound.HealthLedger;
import io.sequence.health.outbound.HealthLedger.Check;
import io.sequence.health.outbound.HealthLedger.Known;
import io.sequence.health.outbound.InspectionLedger;
import io.sequence.health.outbound.KeyRing;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Keeps the watchlist in step with the shards that are owned and with the table. */
@ApplicationScoped
class WatchSync {
    private static final Logger LOG = Logger.getLogger(WatchSync.class);

    private final Shards shards;
    private final HealthLedger ledger;
    private final Watchlist watchlist;
    private final KeyRing keys;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final VenueWatch venues;
    private final InspectionLedger inspections;
    private final InspectionBook book;
    private final Map<Integer, Long> loaded = new HashMap<>();

    WatchSync(
            Shards shards,
            HealthLedger ledger,
            Watchlist watchlist,
            KeyRing keys,
            Rhythm rhythm,
            InstantSource clock,
            VenueWatch venues,
            InspectionLedger inspections,
            InspectionBook book) {
        this.shards = shards;
        this.ledger = ledger;
        this.watchlist = watchlist;
        this.keys = keys;
        this.rhythm = rhythm;
        this.clock = clock;
        this.venues = venues;
        this.inspections = inspections;
        this.book = book;
    }

    /** One look; called by one thread only. */
    void look() {
        Map<Integer, Long> tenures = shards.tenures();
        drop(tenures);
        load(tenures);
        Set<Integer> owned = tenures.keySet();
        if (owned.isEmpty()) {
            return;
        }
        for (Known known : ledger.takeChanged(owned)) {
            // What changed is pinged at once: a new key's first proof, a new version's.
            book.forget(known.id());
            put(known, clock.instant());
        }
        for (Check check : ledger.takeChecks(owned)) {
            if (!watchlist.ask(check.connection(), check.id(), clock.instant())) {
                LOG.infof("check %s: its connection is not watched", check.id());
            }
        }
    }

    /** What was lost, be it that it was gained again: another may have had it in between. */
    private void drop(Map<Integer, Long> tenures) {
        for (Map.Entry<Integer, Long> shard : Map.copyOf(loaded).entrySet()) {
            if (!shard.getValue().equals(tenures.get(shard.getKey()))) {
                watchlist.removeShard(shard.getKey()).forEach(this::forget);
                loaded.remove(shard.getKey());
            }
        }
    }

    private void load(Map<Integer, Long> tenures) {
        Set<Integer> gained = new HashSet<>(tenures.keySet());
        gained.removeAll(loaded.keySet());
        if (gained.isEmpty()) {
            return;
        }
        List<Known> all = ledger.takeOver(gained);
        inspections.load(gained);
        for (Known known : all) {
            // Taken over, not new: its turn comes at its own moment.
            Instant lastAt = known.standing().lastProofAt();
            put(known, rhythm.resume(known.id(), lastAt, clock.instant()));
        }
        gained.forEach(shard -> loaded.put(shard, tenures.getOrDefault(shard, 0L)));
        LOG.infof("watching %d connections", watchlist.size());
    }

    private void put(Known known, Instant dueAt) {
        Watched watched = known.watched();
        ConnectionId id = known.id();
        if (watched == null) {
            watchlist.remove(id);
            forget(id);
        } else {
            watchlist.put(watched, known.standing(), dueAt);
        }
    }

    private void forget(ConnectionId connection) {
        venues.forget(connection);
        keys.forget(connection);
        book.forget(connection);
    }
}
