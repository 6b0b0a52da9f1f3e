package io.sequence.validation.outbound;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeySubmitted;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.validation.domain.Examination;
import io.sequence.validation.domain.Verdict;
import io.sequence.validation.domain.Verdict.NotYet;
import io.sequence.vault.Opener;
import io.sequence.vault.SealBroken;
import io.sequence.vault.VaultTable;
import io.sequence.vault.VaultTable.Sealed;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueTransport;
import io.sequence.vocabulary.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The way to venues: opens a sealed candidate in memory, has it examined, wipes it. Holds no
 * database transaction while a venue is asked.
 */
@ApplicationScoped
public class VenueDoor {
    private static final Logger LOG = Logger.getLogger(VenueDoor.class);

    private final VaultTable vault;
    private final Opener opener;
    private final VenueTransport transport;
    private final InstantSource clock;
    private final boolean sandbox;

    VenueDoor(
            VaultTable vault,
            Opener opener,
            VenueTransport transport,
            InstantSource clock,
            @ConfigProperty(name = "sequence.venues.simulator-url") Optional<URI> simulator) {
        this.vault = vault;
        this.opener = opener;
        this.transport = transport;
        this.clock = clock;
        this.sandbox = simulator.isPresent();
    }

    /** Examines the submission's credential; empty when it is no longer in the vault. */
    public Optional<Verdict> examine(KeySubmitted submission) {
        About about = submission.about();
        return vault.load(about.connectionId(), about.credentialVersion())
                .map(kept -> examine(submission, kept));
    }

    private Verdict examine(KeySubmitted submission, Sealed kept) {
        Optional<Venue> venue = Venues.find(submission.about().venue());
        if (venue.isEmpty()) {
            return ours("this version knows no such venue");
        }
        if (submission.about().mode() == Mode.SANDBOX && !sandbox) {
            // Sandbox keys are the simulator's: showing them to a real venue could only do harm.
            return ours("no simulator is configured for sandbox keys");
        }
        VenueTransport way = transport.on(submission.about().connectionId());
        try (Credential credential = open(venue.get(), kept)) {
            return new Examination(
                            venue.get().profile(),
                            submission,
                            host -> venue.get().connect(credential.on(host), way),
                            clock.instant())
                    .verdict();
        } catch (SealBroken broken) {
            LOG.errorf(broken, "submission %s waits for its keyset", submission.submissionId());
            return ours("the sealed key cannot be opened at the moment");
        }
    }

    private Credential open(Venue venue, Sealed kept) {
        return new Credential(
                venue.profile().venue(),
                venue.profile().defaultHost(),
                opener.open(kept.sealed(), kept.address()));
    }

    private static NotYet ours(String detail) {
        return new NotYet(Reason.of(Fault.UNREACHABLE, detail), null);
    }
}
