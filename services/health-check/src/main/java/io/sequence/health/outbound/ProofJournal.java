package io.sequence.health.outbound;

import io.sequence.events.KeyProven.Proof;
import io.sequence.health.domain.OwnWatch;
import io.sequence.health.domain.VenueWatch.News;
import io.sequence.vocabulary.ConnectionId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * What pings proved since the last writing: the newest of each connection, and every answer to a
 * check. Written together; kept while the database is away.
 */
@Singleton
public class ProofJournal {
    private static final Logger LOG = Logger.getLogger(ProofJournal.class);

    private final HealthLedger ledger;
    private final OwnWatch own;
    private final IncidentLedger incidents;
    private final InstantSource clock;
    private final Map<ConnectionId, Proof> newest = new LinkedHashMap<>();
    private final List<Proof> answers = new ArrayList<>();

    ProofJournal(HealthLedger ledger, OwnWatch own, IncidentLedger incidents, InstantSource clock) {
        this.ledger = ledger;
        this.own = own;
        this.incidents = incidents;
        this.clock = clock;
    }

    /** Notes a proof. */
    public void note(Proof proof) {
        synchronized (newest) {
            if (proof.checkId() == null) {
                newest.merge(proof.connectionId(), proof, ProofJournal::withBalances);
            } else {
                answers.add(proof);
            }
        }
    }

    /** Writes what was noted; what cannot be written now is kept, unless newer proofs came. */
    public void write() {
        List<Proof> proofs = new ArrayList<>();
        synchronized (newest) {
            proofs.addAll(newest.values());
            proofs.addAll(answers);
            newest.clear();
            answers.clear();
        }
        if (proofs.isEmpty()) {
            return;
        }
        try {
            ledger.prove(proofs);
            wrote(true);
        } catch (RuntimeException e) {
            LOG.warnf("%d proofs not written yet: %s", proofs.size(), e.getMessage());
            keep(proofs);
            wrote(false);
        }
    }

    private void wrote(boolean written) {
        own.wrote(written, clock.instant()).map(News.Own::new).ifPresent(incidents::tell);
    }

    private void keep(List<Proof> proofs) {
        synchronized (newest) {
            for (Proof proof : proofs) {
                if (proof.checkId() == null) {
                    newest.merge(
                            proof.connectionId(),
                            proof,
                            (newer, kept) -> withBalances(kept, newer));
                } else {
                    answers.add(proof);
                }
            }
        }
    }

    /** Balances are read now and then only: a newer proof without them must not lose them. */
    private static Proof withBalances(Proof older, Proof newer) {
        return newer.balances() != null || older.balances() == null
                ? newer
                : new Proof(
                        newer.accountId(),
                        newer.connectionId(),
                        newer.credentialVersion(),
                        newer.checkId(),
                        newer.worked(),
                        newer.state(),
                        newer.reason(),
                        newer.tookMillis(),
                        older.balances(),
                        newer.at());
    }
}
