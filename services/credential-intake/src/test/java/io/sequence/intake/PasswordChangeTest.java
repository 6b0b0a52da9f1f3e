package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.testing.EventProbe;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class PasswordChangeTest {
    private static final String NEXT = "quiet-lantern-2718";

    EventProbe events;
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
    void changesItAndEndsWhateverTheOldOneOpened() {
        Response there = ada.enter(Visitor.PASSWORD, 1);
        String waiting = ada.signIn(Visitor.PASSWORD).path("challenge_id");
        String code = ada.code("SIGN_IN_CODE", 2);

        assertThat(change(here, Visitor.PASSWORD, NEXT).statusCode()).isEqualTo(204);

        assertThat(me(here)).isEqualTo(200);
        assertThat(me(there)).isEqualTo(401);
        assertThat(Visitor.refresh(there.cookie("sequence_refresh")).statusCode()).isEqualTo(401);
        assertThat(Visitor.refresh(here.cookie("sequence_refresh")).statusCode()).isEqualTo(200);
        assertThat(Visitor.verify(waiting, code).statusCode()).isEqualTo(401);
        ada.notice("PASSWORD_CHANGED");
        ada.signIn(Visitor.PASSWORD);
        ada.enter(NEXT, 3);
        assertThat(ada.mails()).filteredOn("SIGN_IN_CODE"::equals).hasSize(3);
    }

    @Test
    void refusesAWrongCurrentOneAndChangesNothing() {
        Response refused = change(here, "not-her-password-77", NEXT);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getList("error.details.field"))
                .containsExactly("current_password");
        assertThat(refused.asString()).doesNotContain("not-her", NEXT);
        ada.enter(Visitor.PASSWORD, 1);
        assertThat(ada.mails()).doesNotContain("PASSWORD_CHANGED");
    }

    @Test
    void refusesNewOnesThatAreNone() {
        for (String weak :
                List.of("", "short", "Password1234!", ada.email, "tidal\u0000harbour-9461")) {
            Response refused = change(here, Visitor.PASSWORD, weak);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.jsonPath().getList("error.details.field"))
                    .containsExactly("new_password");
        }
        assertThat(change(here, Visitor.PASSWORD, Visitor.PASSWORD).statusCode()).isEqualTo(422);
    }

    @Test
    void letsOneOfTwoChangesAtOnceWin() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String next = NEXT + i;
                running.add(pool.submit(() -> change(here, Visitor.PASSWORD, next)));
            }
            for (Future<Response> one : running) {
                statuses.add(one.get().statusCode());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(204, 422, 422);
        ada.notice("PASSWORD_CHANGED");
        assertThat(ada.mails()).containsOnlyOnce("PASSWORD_CHANGED");
    }

    @Test
    void limitsTries() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            statuses.add(change(here, "not-her-password-77", NEXT).statusCode());
        }

        assertThat(statuses).contains(422, 429);
        assertThat(change(here, Visitor.PASSWORD, NEXT).header("Retry-After")).isNotNull();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(
                        given().auth()
                                .oauth2(here.path("access_token"))
                                .contentType(ContentType.JSON)
                                .body("{}")
                                .put("/v1/me/password")
                                .jsonPath()
                                .getList("error.details.field"))
                .containsExactly("current_password", "new_password");
        assertThat(
                        given().contentType(ContentType.JSON)
                                .body("{}")
                                .put("/v1/me/password")
                                .statusCode())
                .isEqualTo(401);
    }

    private static int me(Response tokens) {
        return given().auth().oauth2(tokens.path("access_token")).get("/v1/me").statusCode();
    }

    private static Response change(Response tokens, String current, String next) {
        return given().auth()
                .oauth2(tokens.path("access_token"))
                .contentType(ContentType.JSON)
                .body(Map.of("current_password", current, "new_password", next))
                .put("/v1/me/password");
    }
}
