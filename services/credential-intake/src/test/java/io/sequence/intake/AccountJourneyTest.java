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
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
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
class AccountJourneyTest {
    private static final String COOKIE = "sequence_refresh";

    EventProbe events;
    TestHouse house;

    @Inject SteppedClock clock;

    @BeforeEach
    void beNow() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void registersAndSignsInWithTheWelcomeCode() {
        Visitor ada = Visitor.fresh(events);

        Response registered = ada.register();
        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(registered.path("client_id").toString())
                .matches("0x[0-9A-F]{3,} / Ada Lovelace");
        Response verified = Visitor.verify(registered.path("challenge_id"), ada.code("WELCOME", 1));

        assertThat(verified.statusCode()).isEqualTo(200);
        assertThat((int) verified.path("expires_in")).isEqualTo(900);
        assertThat(verified.path("token_type").toString()).isEqualTo("Bearer");
        assertThat(verified.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Strict", "Path=/v1/auth", "Max-Age=2592000")
                .doesNotContain("Secure");
        Response me = me(verified.path("access_token"));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.path("account_id").toString())
                .isEqualTo(registered.path("account_id").toString());
        assertThat(me.path("email").toString()).isEqualTo(ada.email);
        assertThat(me.path("support_clearance").toString()).isEqualTo("not_needed");
    }

    @Test
    void signsInWithPasswordAndMailedCode() {
        Visitor ada = Visitor.fresh(events);
        ada.arrive();

        Response challenge = ada.signIn(Visitor.PASSWORD);
        assertThat(challenge.statusCode()).isEqualTo(202);
        String code = ada.code("SIGN_IN_CODE", 1);
        assertThat(code).matches("[0-9]{6}");

        assertThat(Visitor.verify(challenge.path("challenge_id"), code).statusCode())
                .isEqualTo(200);
        assertRefused(Visitor.verify(challenge.path("challenge_id"), code));
    }

    @Test
    void rotatesTheRefreshTokenAndEndsTheSessionWhenAnOldOneComes() {
        Visitor ada = Visitor.fresh(events);
        String first = ada.arrive().cookie(COOKIE);

        Response second = Visitor.refresh(first);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(me(second.path("access_token")).statusCode()).isEqualTo(200);
        assertThat(second.cookie(COOKIE)).isNotEqualTo(first);
        clock.step(RefreshToken.GRACE);

        assertRefused(Visitor.refresh(first));
        assertRefused(Visitor.refresh(second.cookie(COOKIE)));
        ada.notice("SESSIONS_ENDED");
        assertThat(ada.mails()).containsOnlyOnce("SESSIONS_ENDED");
    }

    @Test
    void endsTheSessionAtSignOut() {
        String cookie = Visitor.fresh(events).arrive().cookie(COOKIE);

        Response out = given().cookie(COOKIE, cookie).post("/v1/auth/sign-out");

        assertThat(out.statusCode()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        assertRefused(Visitor.refresh(cookie));
    }

    @Test
    void answersAlikeWhetherOrNotAnAddressExists() {
        Visitor ada = Visitor.fresh(events);
        Response first = ada.register();
        Response again = ada.register();

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body().jsonPath().getMap("").keySet())
                .isEqualTo(first.body().jsonPath().getMap("").keySet());
        assertThat(again.path("account_id").toString())
                .isNotEqualTo(first.path("account_id").toString());
        ada.notice("ALREADY_REGISTERED");

        Response right = ada.signIn(Visitor.PASSWORD);
        Response wrong = ada.signIn("not-her-password-77");
        Response nobody = Visitor.fresh(events).signIn(Visitor.PASSWORD);
        assertThat(List.of(right.statusCode(), wrong.statusCode(), nobody.statusCode()))
                .containsOnly(202);
        ada.code("SIGN_IN_CODE", 1);
        assertThat(ada.mails()).containsOnlyOnce("SIGN_IN_CODE");
        assertThat(refusal(Visitor.verify(wrong.path("challenge_id"), "000000")))
                .isEqualTo(refusal(Visitor.verify(UUID.randomUUID().toString(), "000000")))
                .isEqualTo(refusal(Visitor.verify("no id at all", "x")));
    }

    @Test
    void matchesAddressesByLetterCase() {
        Visitor ada = Visitor.fresh(events);
        ada.arrive();
        Visitor lower = new Visitor(events, ada.email.toLowerCase(java.util.Locale.ROOT));

        lower.signIn(Visitor.PASSWORD);
        lower.arrive();

        assertThat(lower.mails()).containsExactly("WELCOME");
    }

    @Test
    void allowsFiveTries() {
        Visitor ada = Visitor.fresh(events);
        String challenge = ada.register().path("challenge_id");
        String code = ada.code("WELCOME", 1);
        for (int i = 0; i < 5; i++) {
            assertRefused(Visitor.verify(challenge, wrong(code)));
        }

        assertRefused(Visitor.verify(challenge, code));
    }

    @Test
    void countsTriesThatComeAtOnce() throws Exception {
        Visitor ada = Visitor.fresh(events);
        String challenge = ada.register().path("challenge_id");
        String code = ada.code("WELCOME", 1);

        List<Integer> statuses =
                atOnce(20, () -> Visitor.verify(challenge, wrong(code)).statusCode());

        assertThat(statuses).containsOnly(401);
        assertRefused(Visitor.verify(challenge, code));
        try (Connection admin = house.dataSource("credential-intake").getConnection();
                var query = admin.prepareStatement("select tries from challenge where id = ?")) {
            query.setObject(1, UUID.fromString(challenge));
            ResultSet row = query.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(5);
        }
    }

    @Test
    void forgetsACodeAfterTenMinutes() {
        Visitor ada = Visitor.fresh(events);
        String challenge = ada.register().path("challenge_id");
        String code = ada.code("WELCOME", 1);

        clock.step(io.sequence.intake.domain.account.Challenge.CODE_LIFETIME);

        assertRefused(Visitor.verify(challenge, code));
    }

    @Test
    void mailsAnotherCodeAfterAWhileAndKillsTheOlder() {
        Visitor ada = Visitor.fresh(events);
        String challenge = ada.register().path("challenge_id");
        String first = ada.code("WELCOME", 1);

        assertThat(resend(challenge).statusCode()).isEqualTo(429);
        clock.step(Duration.ofSeconds(31));
        assertThat(resend(challenge).statusCode()).isEqualTo(202);
        String second = ada.code("SIGN_IN_CODE", 1);

        if (!second.equals(first)) {
            assertRefused(Visitor.verify(challenge, first));
        }
        assertThat(Visitor.verify(challenge, second).statusCode()).isEqualTo(200);
    }

    @Test
    void answersResendsOfDecoysAlike() {
        String decoy = Visitor.fresh(events).signIn(Visitor.PASSWORD).path("challenge_id");

        Response soon = resend(decoy);
        assertThat(soon.statusCode()).isEqualTo(429);
        assertThat(soon.header("Retry-After")).isNotNull();
        for (int i = 0; i < 3; i++) {
            clock.step(Duration.ofSeconds(31));
            assertThat(resend(decoy).statusCode()).isEqualTo(202);
        }
        clock.step(Duration.ofSeconds(31));
        assertThat(resend(decoy).statusCode()).isEqualTo(429);
    }

    @Test
    void limitsSignInsOfOneAddress() {
        Visitor nobody = Visitor.fresh(events);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            statuses.add(nobody.signIn("any-password-will-do").statusCode());
        }

        assertThat(statuses).contains(202, 429);
        Response refused = nobody.signIn("any-password-will-do");
        assertThat(refused.path("error.code").toString()).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
    }

    @Test
    void refusesWhoeverIsNotSignedIn() {
        assertRefused(given().get("/v1/me"));
        assertRefused(me("not.a.token"));
        assertRefused(given().post("/v1/auth/refresh"));
        assertRefused(Visitor.refresh("no-token-of-ours"));
    }

    private static Response me(String token) {
        return given().auth().oauth2(token).get("/v1/me");
    }

    private static Response resend(String challenge) {
        return Visitor.post("/v1/auth/resend", java.util.Map.of("challenge_id", challenge));
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private static String refusal(Response answer) {
        return answer.statusCode() + " " + answer.path("error.code") + answer.path("error.message");
    }

    private static void assertRefused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.path("error.code").toString()).isEqualTo("UNAUTHORIZED");
    }

    private static List<Integer> atOnce(int times, Callable<Integer> call) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                answers.add(pool.submit(call));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        }
    }
}
