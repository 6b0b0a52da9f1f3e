package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.HealthState;
import io.sequence.intake.EventStream.Heard;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class EventStreamTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;
    private Topic topic;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
        topic = new Topic(house.events());
    }

    @Test
    void tellsWhatHappensAsItHappens() {
        try (EventStream page = EventStream.fromNow(ada)) {
            await().until(() -> "connected".equals(page.comment()));
            assertThat(page.answer().statusCode()).isEqualTo(200);
            assertThat(page.answer().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            Taken taken = ada.submit();
            Facts facts = Facts.of(ada, taken);
            topic.tell(facts.validated(taken.submission(), 1));
            awaitTypes(page, "submission.accepted");
            topic.tell(facts.launched(Facts.AT));
            awaitTypes(page, "submission.accepted", "bot.launched");
            topic.tell(facts.health(1, HealthState.ERROR));
            awaitTypes(page, "submission.accepted", "bot.launched", "connection.health");
            topic.tell(facts.expiring(1));
            awaitTypes(
                    page,
                    "submission.accepted",
                    "bot.launched",
                    "connection.health",
                    "connection.expiring");

            Heard first = page.heard().getFirst();
            assertThat(first.data())
                    .contains("\"submission_id\": \"" + taken.submission() + "\"")
                    .contains(taken.connection().toString())
                    .contains("\"accepted\"");
            assertThat(page.heard())
                    .extracting(heard -> Long.parseLong(heard.id()))
                    .containsExactly(1L, 2L, 3L, 4L);
        }
    }

    @Test
    void endsWithTheTokenThatOpenedIt() {
        Trader late = ada.signedInUntil(Instant.now().plusSeconds(6), tokens);
        try (EventStream page = EventStream.fromNow(late)) {
            await().until(() -> "connected".equals(page.comment()));
            await().until(page::ended);
        }
    }

    @Test
    void goesOnWhereAPageLeftOffWithoutGapOrDouble() {
        Facts facts = connected(ada);
        topic.tell(facts.health(1, HealthState.ERROR));
        String seen;
        try (EventStream page = EventStream.after(ada, "0")) {
            awaitTypes(page, "submission.accepted", "connection.health");
            seen = page.lastId();
        }
        topic.tell(facts.health(1, HealthState.CONNECTED));
        topic.settle(house);
        topic.tell(facts.health(1, HealthState.REAUTH_NEEDED));
        try (EventStream page = EventStream.after(ada, seen)) {
            awaitTypes(page, "connection.health", "connection.health");
            assertThat(page.heard().getFirst().id()).isEqualTo("3");
            assertThat(page.heard().getFirst().data()).contains("\"connected\"");
            assertThat(page.heard().getLast().data()).contains("\"reauth_needed\"");
        }
    }

    @Test
    void losesNothingBetweenConnectingAndTheFirstEvent() {
        connected(ada);
        String id;
        try (EventStream page = EventStream.fromNow(ada)) {
            await().until(() -> page.comment() != null && !page.lastId().isEmpty());
            id = page.lastId();
            assertThat(page.heard()).isEmpty();
        }
        connected(ada);
        try (EventStream page = EventStream.after(ada, id)) {
            awaitTypes(page, "submission.accepted");
        }
    }

    @Test
    void bringsManyEventsInOrderToEveryPage() {
        List<EventStream> pages = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                pages.add(EventStream.fromNow(ada));
            }
            pages.forEach(page -> await().until(() -> page.comment() != null));
            Facts facts = connected(ada);
            for (int i = 1; i <= 30; i++) {
                topic.tell(facts.health(1, i % 2 == 0 ? HealthState.CONNECTED : HealthState.ERROR));
            }
            for (EventStream page : pages) {
                await().until(() -> page.heard().size() == 31);
                assertThat(page.heard())
                        .extracting(heard -> Long.parseLong(heard.id()))
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        } finally {
            pages.forEach(EventStream::close);
        }
    }

    @Test
    void tellsNothingOfOtherAccounts() {
        Trader bob = Trader.fresh(house, tokens);
        try (EventStream his = EventStream.after(bob, "0")) {
            await().until(() -> his.comment() != null);
            connected(ada);
            connected(bob);
            awaitTypes(his, "submission.accepted");
            assertThat(his.heard().getFirst().id()).isEqualTo("1");
        }
    }

    @Test
    void treatsANumberThatWasNeverGivenAsTheLatest() {
        connected(ada);
        for (String odd : List.of("999999999", "not-a-number", "-1")) {
            try (EventStream page = EventStream.after(ada, odd)) {
                await().until(() -> page.comment() != null);
                Facts facts = connected(ada);
                awaitTypes(page, "submission.accepted");
                assertThat(page.heard().getFirst().data()).contains(facts.connection().toString());
            }
        }
    }

    @Test
    void letsNobodyInWithoutAToken() {
        for (Response refused :
                List.of(
                        given().get("/v1/events"),
                        given().accept("text/event-stream").get("/v1/events"),
                        given().header("Authorization", "Bearer x.y.z")
                                .accept("text/event-stream")
                                .get("/v1/events"))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.contentType()).startsWith("application/json");
            assertThat(refused.<String>path("error.code")).isEqualTo("UNAUTHORIZED");
        }
    }

    private Facts connected(Trader trader) {
        return Facts.of(trader, trader.connected(topic));
    }

    private static void awaitTypes(EventStream page, String... types) {
        await().untilAsserted(() -> assertThat(page.types()).containsExactly(types));
    }
}
