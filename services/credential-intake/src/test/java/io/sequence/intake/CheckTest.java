package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.CheckRequested;
import io.sequence.events.EventJson;
import io.sequence.intake.Trader.Taken;
import io.sequence.intake.outbound.connection.ConnectionSweeping;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
class CheckTest {
    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject ConnectionSweeping sweeping;

    private Trader ada;
    private Topic topic;
    private House rows;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
        topic = new Topic(house.events());
        rows = new House(house);
    }

    @Test
    void answersACheckWithWhatThePingShowed() throws Exception {
        Taken taken = ada.connected(topic);
        try (ExecutorService one = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Response> asked = one.submit(() -> ada.post(taken.connection(), "check"));
            var request =
                    EventJson.read(
                            topic.await("check.requested", taken.connection()).value(),
                            CheckRequested.class);
            assertThat(request.about()).isEqualTo(Facts.of(ada, taken).about(1));
            Instant at = Instant.parse("2027-01-02T00:00:00Z");
            topic.tell(Facts.of(ada, taken).proven(1, request.checkId(), at, "1700"));

            Response answer = asked.get();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.<String>path("last_sync_at")).isEqualTo("2027-01-02T00:00:00Z");
            assertThat(answer.<Object>path("balances[0].total").toString()).isEqualTo("1700");
        }
    }

    @Test
    void saysThatACheckIsUnderWayWhenNoAnswerComes() {
        Taken taken = ada.connected(topic);
        Response answer = ada.post(taken.connection(), "check");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.<String>path("connection_id")).isEqualTo(taken.connection().toString());
    }

    @Test
    void takesACheckForAnsweredOnlyByItsOwnConnection() {
        Taken taken = ada.connected(topic);
        Taken other = ada.connected(topic);
        UUID check = UUID.randomUUID();
        rows.run(
                "insert into credential_intake.asked_check (id, account_id, connection_id,"
                        + " asked_at) values (?, ?, ?, now())",
                check,
                ada.account().value(),
                taken.connection().value());
        topic.tell(Facts.of(ada, other).proven(1, check, Facts.AT, "1"));
        topic.settle(house);
        assertThat(told()).doesNotContain("connection.checked");
        topic.tell(Facts.of(ada, taken).proven(1, check, Facts.AT, "1"));
        topic.settle(house);
        assertThat(told()).containsOnlyOnce("connection.checked");
    }

    @Test
    void forgetsToldEventsAndGivenAnswersAfterTheirTime() {
        Taken.of(ada.submit(ada.form(), "k1"));
        ada.connected(topic);
        Instant later = Instant.now().plus(Duration.ofDays(7));

        sweeping.sweep(later.minus(Duration.ofHours(1)), Duration.ofDays(7), Duration.ofDays(7));
        assertThat(told()).containsExactly("submission.accepted");
        assertThat(answers()).isEqualTo(1);

        rows.run(
                "update credential_intake.account_event set at = at - interval '8 days' where"
                        + " account_id = ?",
                ada.account().value());
        rows.run(
                "update credential_intake.answered set created_at = created_at - interval '8 days'"
                        + " where account_id = ?",
                ada.account().value());
        sweeping.sweep(Instant.now(), Duration.ofDays(7), Duration.ofDays(7));
        assertThat(told()).isEmpty();
        assertThat(answers()).isZero();
    }

    private long answers() {
        return rows.count("credential_intake.answered where account_id = ?", ada.account().value());
    }

    private List<String> told() {
        return rows.column(
                String.class,
                "select type from credential_intake.account_event where account_id = ? order by"
                        + " sequence",
                ada.account().value());
    }
}
