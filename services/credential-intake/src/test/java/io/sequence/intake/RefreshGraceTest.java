package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.intake.domain.account.RefreshToken;
import io.sequence.testing.EventProbe;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class RefreshGraceTest {
    private static final String COOKIE = "sequence_refresh";

    EventProbe events;
    @Inject SteppedClock clock;

    private Visitor ada;
    private String first;

    @BeforeEach
    void arrive() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        ada = Visitor.fresh(events);
        first = ada.arrive().cookie(COOKIE);
    }

    @RepeatedTest(3)
    void keepsTwoTabsSignedInThatRefreshAtOnce() throws Exception {
        List<Response> tabs = atOnce(2);

        assertThat(tabs).extracting(Response::statusCode).containsOnly(200);
        assertThat(tabs.get(0).cookie(COOKIE)).isNotEqualTo(tabs.get(1).cookie(COOKIE));
        for (Response tab : tabs) {
            assertThat(isIn(tab)).isTrue();
        }
        // The browser keeps the cookie that came last, whichever that is.
        clock.step(Duration.ofMinutes(14));
        Response next = Visitor.refresh(tabs.get(0).cookie(COOKIE));
        assertThat(next.statusCode()).isEqualTo(200);
        assertThat(ada.mails()).doesNotContain("SESSIONS_ENDED");
    }

    @Test
    void goesOnWhenAnAnswerWasLost() {
        Visitor.refresh(first);
        clock.step(Duration.ofSeconds(29));

        Response again = Visitor.refresh(first);

        assertThat(again.statusCode()).isEqualTo(200);
        clock.step(Duration.ofMinutes(14));
        assertThat(Visitor.refresh(again.cookie(COOKIE)).statusCode()).isEqualTo(200);
    }

    @Test
    void givesTwoSuccessorsAtMostHoweverManyAskAtOnce() throws Exception {
        List<Response> all = atOnce(8);

        assertThat(all).filteredOn(one -> one.statusCode() == 200).hasSize(2);
        assertThat(all).filteredOn(one -> one.statusCode() == 401).hasSize(6);
        for (Response one : all) {
            if (one.statusCode() == 200) {
                assertEnded(Visitor.refresh(one.cookie(COOKIE)));
                assertThat(isIn(one)).isFalse();
            }
        }
        ada.notice("SESSIONS_ENDED");
        assertThat(ada.mails()).containsOnlyOnce("SESSIONS_ENDED");
    }

    @Test
    void endsTheSessionWhenTheTokenComesLate() {
        Response second = Visitor.refresh(first);
        clock.step(RefreshToken.GRACE);

        assertEnded(Visitor.refresh(first));
        assertEnded(Visitor.refresh(second.cookie(COOKIE)));
        assertThat(isIn(second)).isFalse();
    }

    @Test
    void endsTheSessionForAnOlderTokenAtOnce() {
        Response second = Visitor.refresh(first);
        Response third = Visitor.refresh(second.cookie(COOKIE));

        assertEnded(Visitor.refresh(first));
        assertEnded(Visitor.refresh(third.cookie(COOKIE)));
    }

    @Test
    void letsAThiefNotGoOnBesideTheOwner() {
        String owners = Visitor.refresh(first).cookie(COOKIE);
        String thiefs = Visitor.refresh(first).cookie(COOKIE);
        clock.step(Duration.ofMinutes(7));
        Response thief = Visitor.refresh(thiefs);
        assertThat(thief.statusCode()).isEqualTo(200);
        clock.step(Duration.ofMinutes(7));

        assertEnded(Visitor.refresh(owners));

        assertEnded(Visitor.refresh(thief.cookie(COOKIE)));
        assertThat(isIn(thief)).isFalse();
        ada.notice("SESSIONS_ENDED");
    }

    private List<Response> atOnce(int times) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(pool.submit(() -> Visitor.refresh(first)));
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private static boolean isIn(Response tokens) {
        return given().auth().oauth2(tokens.path("access_token")).get("/v1/me").statusCode() == 200;
    }

    private static void assertEnded(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
