package io.sequence.health.outbound;

import io.sequence.events.Reason;
import io.sequence.events.WalletBalance;
import io.sequence.faults.Fault;
import io.sequence.health.domain.Observation;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Turn;
import io.sequence.health.domain.Watched;
import io.sequence.health.outbound.Inspector.Seen;
import io.sequence.health.outbound.KeyRing.Opened;
import io.sequence.vault.SealBroken;
import io.sequence.venues.Venues;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Venue;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.VenueTransport;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The way to venues: pings one connection with its credential, in memory only. */
@Singleton
public class VenueDoor {
    private static final Logger LOG = Logger.getLogger(VenueDoor.class);

    private final KeyRing keys;
    private final VenueTransport transport;
    private final Inspector inspector;
    private final boolean sandbox;

    VenueDoor(
            KeyRing keys,
            VenueTransport transport,
            Inspector inspector,
            @ConfigProperty(name = "sequence.venues.simulator-url") Optional<URI> simulator) {
        this.keys = keys;
        this.transport = transport;
        this.inspector = inspector;
        this.sandbox = simulator.isPresent();
    }

    /**
     * What a ping showed.
     *
     * @param observation whether it worked
     * @param version the credential that was used
     * @param took how long the venue took; zero when it was not reached
     * @param balances null when they were not read
     * @param facts what the venue says of the key; null when it was not asked for that
     */
    public record Asked(
            Observation observation,
            CredentialVersion version,
            Duration took,
            @Nullable List<WalletBalance> balances,
            @Nullable KeyFacts facts) {
        /** The same failure for a sharper reason. */
        Asked because(Reason reason) {
            Duration retryAfter = observation instanceof Failed failed ? failed.retryAfter() : null;
            return new Asked(new Failed(reason, retryAfter), version, took, balances, facts);
        }
    }

    /** Pings; empty when the vault has no credential of the connection any more. */
    public Optional<Asked> ping(Turn turn) {
        Watched watched = turn.watched();
        CredentialVersion version = watched.about().credentialVersion();
        Optional<Venue> venue = Venues.find(watched.about().venue());
        if (venue.isEmpty()) {
            return Optional.of(ours(version, "this version knows no such venue"));
        }
        if (watched.about().mode() == Mode.SANDBOX && !sandbox) {
            return Optional.of(ours(version, "no simulator is configured for sandbox keys"));
        }
        try {
            Optional<Asked> asked = ask(venue.get(), turn, version);
            if (asked.isPresent() && isRefusal(asked.get())) {
                // The key may have been replaced a moment ago: then the refusal is of the old one.
                CredentialVersion active = keys.active(watched.id()).orElse(null);
                if (active != null && !active.equals(asked.get().version())) {
                    return ask(venue.get(), turn, active);
                }
            }
            return asked;
        } catch (SealBroken broken) {
            LOG.errorf(broken, "connection %s cannot be pinged", watched.id());
            return Optional.of(ours(version, "the sealed key cannot be opened at the moment"));
        }
    }

    private Optional<Asked> ask(Venue venue, Turn turn, CredentialVersion version) {
        Watched watched = turn.watched();
        return keys.use(watched, version, opened -> ask(venue, turn, opened));
    }

    private Asked ask(Venue venue, Turn turn, Opened opened) {
        Market market = turn.watched().market();
        VenueTransport way =
                transport.on(turn.watched().id()).sparing().remembering(opened.memory());
        VenueClient client = venue.connect(opened.credential(), way);
        return switch (client.ping()) {
            case Yes<Pulse>(Pulse pulse) ->
                    worked(
                            inspector.look(turn, venue, opened.credential(), pulse.facts()),
                            opened.version(),
                            pulse.took(),
                            turn.withBalances() ? balances(client, market) : null);
            case No<Pulse> no when isOverAsked(no.fault()) ->
                    held(opened.version(), way, turn.watched(), no);
            case No<Pulse> no ->
                    failed(
                            opened.version(),
                            Reason.of(fault(no), no.venueCode(), no.venueWords()),
                            no.retryAfter());
            case Unknown<Pulse> unknown ->
                    failed(
                            opened.version(),
                            Reason.of(Fault.UNKNOWN_OUTCOME, "", unknown.why()),
                            null);
        };
    }

    /** A status that needs no key is about where we call from, and not the user's to mend. */
    private static Fault fault(No<Pulse> no) {
        boolean ofTheAddress =
                no.fault() == Fault.REGION_RESTRICTED && no.venueCode().startsWith("http:");
        return ofTheAddress ? Fault.VENUE_UNAVAILABLE : no.fault();
    }

    private static Asked worked(
            Seen seen,
            CredentialVersion version,
            Duration took,
            @Nullable List<WalletBalance> balances) {
        return new Asked(seen.observation(), version, took, balances, seen.facts());
    }

    /** Balances are good to know and no reason to fail. */
    private static @Nullable List<WalletBalance> balances(VenueClient client, Market market) {
        return client.balances(market) instanceof Yes<List<Balance>>(List<Balance> balances)
                ? balances.stream().map(VenueDoor::wallet).toList()
                : null;
    }

    private static WalletBalance wallet(Balance balance) {
        return new WalletBalance(
                balance.wallet(),
                balance.trades(),
                balance.asset(),
                balance.total(),
                balance.available());
    }

    private static boolean isRefusal(Asked asked) {
        return asked.observation() instanceof Failed failed
                && failed.reason().fault().refusesCredential();
    }

    /** Whether a refusal is about how often we ask, and not about the key. */
    static boolean isOverAsked(Fault fault) {
        return fault == Fault.HELD_BACK || fault == Fault.RATE_LIMITED || fault == Fault.IP_BANNED;
    }

    /** A venue that is asked too often by our address says nothing about a key. */
    private static Asked held(
            CredentialVersion version, VenueTransport way, Watched watched, No<Pulse> no) {
        Duration away = way.staysAwayFor(watched.about().venue());
        boolean ofKey = no.fault() != Fault.HELD_BACK && away.isZero();
        if (ofKey) {
            return failed(
                    version,
                    Reason.of(no.fault(), no.venueCode(), no.venueWords()),
                    no.retryAfter());
        }
        Duration asked = no.fault() == Fault.HELD_BACK ? no.retryAfter() : null;
        return failed(
                version,
                Reason.of(Fault.HELD_BACK, no.venueCode(), no.venueWords()),
                asked == null ? away : asked);
    }

    private static Asked ours(CredentialVersion version, String detail) {
        return failed(version, Reason.of(Fault.UNREACHABLE, detail), null);
    }

    private static Asked failed(
            CredentialVersion version, Reason reason, @Nullable Duration retryAfter) {
        return new Asked(new Failed(reason, retryAfter), version, Duration.ZERO, null, null);
    }
}
