package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.sequence.testing.EventProbe;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.AccountId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class SessionTest {
    private static final String COOKIE = "sequence_refresh";
    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0";

    EventProbe events;
    TestHouse house;
    @Inject SteppedClock clock;

    private Visitor ada;
    private Response here;

    @BeforeEach
    void arrive() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        ada = Visitor.fresh(events);
        here = ada.arrive();
    }

    @Test
    void showsWhereTheAccountIsSignedIn() {
        clock.step(Duration.ofSeconds(60));
        Response there = ada.enter(Visitor.PASSWORD, 1);
        clock.step(Duration.ofSeconds(60));
        Response later =
                given().cookie(COOKIE, there.cookie(COOKIE))
                        .header("User-Agent", FIREFOX + " <script>")
                        .post("/v1/auth/refresh");

        Response list = as(here).get("/v1/sessions");

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.jsonPath().getList("sessions.current")).containsExactly(true, false);
        assertThat(list.<String>path("sessions[1].device")).isEqualTo("Firefox on Windows");
        assertThat(list.<String>path("sessions[1].address")).isEqualTo("127.0.0.1");
        assertThat(Instant.parse(list.path("sessions[1].last_used_at"))).isEqualTo(clock.instant());
        assertThat(Instant.parse(list.path("sessions[1].started_at")))
                .isEqualTo(clock.instant().minusSeconds(60));
        assertThat(list.asString()).doesNotContain("Mozilla", "script");
        Response theirs = as(later).get("/v1/sessions");
        assertThat(theirs.<String>path("sessions[0].session_id"))
                .isEqualTo(list.<String>path("sessions[1].session_id"));
        assertThat(theirs.<Boolean>path("sessions[0].current")).isTrue();
    }

    @Test
    void endsOneWithItsTokens() {
        Response there = ada.enter(Visitor.PASSWORD, 1);
        String id = as(there).get("/v1/sessions").path("sessions[0].session_id");

        assertThat(as(here).delete("/v1/sessions/" + id).statusCode()).isEqualTo(204);

        assertOut(there);
        assertThat(as(here).get("/v1/me").statusCode()).isEqualTo(200);
        assertThat(as(here).get("/v1/sessions").jsonPath().getList("sessions")).hasSize(1);
        assertThat(as(here).delete("/v1/sessions/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void endsAllOthers() {
        Response there = ada.enter(Visitor.PASSWORD, 1);
        Response elsewhere = ada.enter(Visitor.PASSWORD, 2);

        assertThat(as(there).delete("/v1/sessions").statusCode()).isEqualTo(204);

        assertOut(here);
        assertOut(elsewhere);
        assertThat(as(there).get("/v1/sessions").jsonPath().getList("sessions.current"))
                .containsExactly(true);
        assertThat(Visitor.refresh(there.cookie(COOKIE)).statusCode()).isEqualTo(200);
    }

    @Test
    void endsItself() {
        String id = as(here).get("/v1/sessions").path("sessions[0].session_id");

        assertThat(as(here).delete("/v1/sessions/" + id).statusCode()).isEqualTo(204);

        assertOut(here);
    }

    @Test
    void makesTokensUselessAtSignOut() {
        given().cookie(COOKIE, here.cookie(COOKIE)).post("/v1/auth/sign-out");

        assertOut(here);
    }

    @Test
    void refusesSubmissionsOfAnEndedSessionThatWereQuickBefore() {
        Trader trader = trader(here);
        trader.submit();
        trader.submit();

        given().cookie(COOKIE, here.cookie(COOKIE)).post("/v1/auth/sign-out");

        assertThat(trader.submit(trader.form()).statusCode()).isEqualTo(401);
    }

    @Test
    void hearsOfSessionsThatEndAtAnotherInstance() {
        assertThat(as(here).get("/v1/me").statusCode()).isEqualTo(200);
        UUID account = UUID.fromString(as(here).get("/v1/me").path("account_id"));
        try (EventStream page = EventStream.fromNow(trader(here))) {
            await().until(() -> "connected".equals(page.comment()));
            String told =
                    new House(house)
                            .column(
                                    String.class,
                                    "update credential_intake.session set ended_at = now(),"
                                            + " end_reason = 'ended' where account_id = ? returning"
                                            + " account_id || ' ' || id",
                                    account)
                            .getFirst();
            new House(house)
                    .column(String.class, "select pg_notify('session_ended', ?)::text", told);

            await().until(page::ended);
        }
        assertOut(here);
    }

    @Test
    void endsOpenEventStreamsOfTheSessionAndNoOthers() {
        Response there = ada.enter(Visitor.PASSWORD, 1);
        try (EventStream stays = EventStream.fromNow(trader(here));
                EventStream goes = EventStream.fromNow(trader(there))) {
            await().until(() -> stays.comment() != null && goes.comment() != null);

            as(here).delete("/v1/sessions");

            await().until(goes::ended);
            assertThat(stays.ended()).isFalse();
        }
    }

    @Test
    void knowsNothingOfOthersSessions() {
        Visitor eve = Visitor.fresh(events);
        Response evil = eve.arrive();
        String id = as(here).get("/v1/sessions").path("sessions[0].session_id");

        for (String none : new String[] {id, UUID.randomUUID().toString(), "no-id", "%00", "1"}) {
            Response refused = as(evil).urlEncodingEnabled(false).delete("/v1/sessions/" + none);
            assertThat(refused.statusCode()).as(none).isIn(400, 404);
        }
        assertThat(as(evil).delete("/v1/sessions/" + id).statusCode()).isEqualTo(404);
        as(evil).delete("/v1/sessions");
        assertThat(as(here).get("/v1/me").statusCode()).isEqualTo(200);
        assertThat(given().get("/v1/sessions").statusCode()).isEqualTo(401);
        assertThat(given().delete("/v1/sessions").statusCode()).isEqualTo(401);
    }

    private Trader trader(Response tokens) {
        return new Trader(
                AccountId.parse(as(tokens).get("/v1/me").path("account_id")),
                ada.email,
                tokens.path("access_token"));
    }

    private static RequestSpecification as(Response tokens) {
        return given().auth().oauth2(tokens.path("access_token"));
    }

    private static void assertOut(Response tokens) {
        assertThat(as(tokens).get("/v1/me").statusCode()).isEqualTo(401);
        assertThat(Visitor.refresh(tokens.cookie(COOKIE)).statusCode()).isEqualTo(401);
    }
}
