package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.sequence.access.AccessTokens;
import io.sequence.events.OwnTrouble;
import io.sequence.events.Reason;
import io.sequence.events.VenueIncident;
import io.sequence.faults.Fault;
import io.sequence.testing.Eventually;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.VenueId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class IncidentJourneyTest {
    private static final Instant BEGAN = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant OVER = BEGAN.plusSeconds(600);

    TestHouse house;
    @Inject AccessTokens tokens;

    private Operator grace;
    private Topic topic;

    @BeforeEach
    void arrive() {
        grace = Operator.fresh(house, tokens);
        topic = new Topic(house.events());
    }

    @Test
    void tellsOperatorsOnceOfTheBeginningAndOnceOfTheEnd() {
        UUID id = UUID.randomUUID();
        topic.tell(incident(id, null));
        topic.tell(incident(id, null));
        awaitMails(1);
        topic.tell(incident(id, OVER));
        topic.tell(incident(id, OVER));
        topic.settle(house);
        List<JsonNode> mails = awaitMails(2);
        assertThat(mails.get(0).at("/template").asText()).isEqualTo("operator_alert");
        assertThat(mails.get(0).at("/subject").asText()).isEqualTo("okx is under maintenance");
        assertThat(mails.get(0).at("/text").asText())
                .contains("Since 20 November, 08:00:00 UTC.", "until 20 November, 09:00:00 UTC.");
        assertThat(mails.get(1).at("/subject").asText())
                .isEqualTo("Over: okx is under maintenance");

        Map<String, Object> shown = shown(id);
        assertThat(shown)
                .containsEntry("venue", "okx")
                .containsEntry("origin", "planned")
                .containsEntry("expected_until", "2026-11-20T09:00:00Z")
                .containsEntry("ended_at", "2026-11-20T08:10:00Z");
    }

    @Test
    void tellsOfTroubleOfOurs() {
        UUID id = UUID.randomUUID();
        topic.tell(
                new OwnTrouble(
                        id,
                        OwnTrouble.Kind.EGRESS_ADDRESS,
                        "Keys of several accounts at kucoin refuse our address.",
                        BEGAN,
                        null,
                        3));
        List<JsonNode> mails = awaitMails(1);
        assertThat(mails.getFirst().at("/subject").asText())
                .isEqualTo("Trouble of ours, our address is refused");
        Map<String, Object> shown = shown(id);
        assertThat(shown)
                .containsEntry("venue", null)
                .containsEntry("origin", "own")
                .containsEntry("kind", "egress_address")
                .containsEntry("ended_at", null);
    }

    private Map<String, Object> shown(UUID id) {
        JsonPath all = grace.get("incidents?limit=100").jsonPath();
        return all.getMap("incidents.find { it.incident_id == '" + id + "' }");
    }

    private static VenueIncident incident(UUID id, @Nullable Instant until) {
        return new VenueIncident(
                id,
                new VenueId("okx"),
                Reason.of(Fault.VENUE_MAINTENANCE, "50001", "upgrade"),
                BEGAN,
                until,
                12,
                VenueIncident.Origin.PLANNED,
                BEGAN.plusSeconds(3600));
    }

    private List<JsonNode> awaitMails(int many) {
        Eventually.await()
                .untilAsserted(() -> assertThat(mails()).hasSizeGreaterThanOrEqualTo(many));
        assertThat(mails()).hasSize(many);
        return mails();
    }

    private List<JsonNode> mails() {
        return house.events().eachOnce("notice.requested").stream()
                .filter(seen -> grace.account().toString().equals(seen.key()))
                .map(seen -> Visitor.json(String.valueOf(seen.value())))
                .toList();
    }
}
