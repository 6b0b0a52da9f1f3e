package io.sequence.health.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.Reason;
import io.sequence.events.VenueIncident;
import io.sequence.faults.Fault;
import io.sequence.health.OftenPinged;
import io.sequence.health.domain.CrowdRule;
import io.sequence.health.domain.Observation;
import io.sequence.health.domain.Observation.Failed;
import io.sequence.health.domain.Observation.Worked;
import io.sequence.health.domain.OwnWatch;
import io.sequence.health.domain.Standing;
import io.sequence.health.domain.VenueMood;
import io.sequence.health.domain.VenueMood.Incident;
import io.sequence.health.domain.VenueWatch;
import io.sequence.health.domain.Watched;
import io.sequence.messaging.Outbox;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealKeysets;
import io.sequence.testing.RealSimulator;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Market;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.TimeOrderedUuid;
import io.sequence.vocabulary.VenueId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two instances, each with its own keys of one venue, and one database. */
@QuarkusTest
@TestProfile(OftenPinged.class)
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "health-check"))
@WithTestResource(RealSimulator.class)
@WithTestResource(RealKeysets.class)
class SharedIncidentsTest {
    TestHouse house;
    @Inject IncidentTable table;
    @Inject Outbox outbox;
    @Inject StatusDoor status;

    private Instant now = Instant.now();
    private final InstantSource clock = () -> now;

    private final class Instance {
        private final OwnWatch own =
                new OwnWatch(Duration.ofSeconds(60), Duration.ofSeconds(5), TimeOrderedUuid::next);
        private final VenueWatch watch =
                new VenueWatch(
                        CrowdRule.standard(Duration.ofSeconds(60)), TimeOrderedUuid::next, own);
        private final IncidentLedger ledger =
                new IncidentLedger(table, outbox, watch, status, clock);
        private final VenueId venue;

        Instance(VenueId venue) {
            this.venue = venue;
        }

        VenueMood see(Watched key, Observation observation) {
            watch.see(key, Standing.FRESH, observation, now, now).news().forEach(ledger::tell);
            return watch.mood(venue, observation, now);
        }
    }

    @Test
    void speakOfOneIncidentThatBeginsOnceAndEndsOnce() {
        var venue = new VenueId("polymarket");
        var one = new Instance(venue);
        var other = new Instance(venue);
        List<Watched> first = keys(venue);
        List<Watched> second = keys(venue);
        first.forEach(key -> one.see(key, refusal()));
        Incident theirs = (Incident) one.watch.mood(venue, refusal(), now);
        second.forEach(key -> other.see(key, refusal()));
        assertThat(other.watch.mood(venue, refusal(), now)).isEqualTo(theirs);
        assertThat(other.watch.held()).containsEntry(venue, theirs);

        now = now.plusSeconds(70);
        first.forEach(key -> one.see(key, new Worked()));
        one.ledger.confer();
        // Over for the one, and still going on for the other: so it is for both.
        assertThat(one.watch.mood(venue, refusal(), now)).isEqualTo(theirs);
        assertThat(one.watch.held()).isEmpty();
        second.forEach(key -> other.see(key, new Worked()));
        one.ledger.confer();
        assertThat(one.watch.mood(venue, refusal(), now)).isEqualTo(VenueMood.CALM);

        house.events().await("venue.incident", seen -> isEndOf(seen.value(), theirs));
        assertThat(told(venue)).hasSize(2).allMatch(theirs.incident()::equals);
    }

    @Test
    void takeOverWhatAnotherSeesAndEndItWhenThatOneHasDied() throws Exception {
        var venue = new VenueId("hyperliquid");
        var one = new Instance(venue);
        var other = new Instance(venue);
        keys(venue).forEach(key -> one.see(key, refusal()));
        other.ledger.confer();
        VenueMood taken = other.see(keys(venue).getFirst(), refusal());
        assertThat(taken).isEqualTo(one.watch.mood(venue, refusal(), now));
        assertThat(other.watch.held()).isEmpty();

        try (var connection = house.dataSource("health-check").getConnection();
                var age =
                        connection.prepareStatement(
                                "update incident_holder set seen_at = now() - interval '2 minutes'"
                                        + " where incident_id = ?")) {
            age.setObject(1, ((Incident) taken).incident());
            age.executeUpdate();
        }
        other.ledger.confer();
        house.events().await("venue.incident", seen -> isEndOf(seen.value(), (Incident) taken));
    }

    private List<UUID> told(VenueId venue) {
        return house.events().eachOnce("venue.incident").stream()
                .map(seen -> EventJson.read(seen.value(), VenueIncident.class))
                .filter(event -> event.venue().equals(venue))
                .map(VenueIncident::incidentId)
                .toList();
    }

    private static boolean isEndOf(String json, Incident incident) {
        var event = EventJson.read(json, VenueIncident.class);
        return event.incidentId().equals(incident.incident()) && event.until() != null;
    }

    private static Observation refusal() {
        return new Failed(Reason.of(Fault.INVALID_KEY, "10003", "words"), null);
    }

    private static List<Watched> keys(VenueId venue) {
        return IntStream.range(0, 4).mapToObj(i -> key(venue)).toList();
    }

    private static Watched key(VenueId venue) {
        return new Watched(
                new About(
                        new AccountId(UUID.randomUUID()),
                        new ConnectionId(UUID.randomUUID()),
                        CredentialVersion.FIRST,
                        1,
                        venue,
                        Mode.LIVE),
                Market.SPOT,
                "main",
                0);
    }
}
