package io.sequence.intake;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submissions that wait for the database at the same moment, and so share a transaction. */
@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class TogetherTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;
    private House rows;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
        rows = new House(house);
        ada.submit();
    }

    @Test
    void takesEveryOneInWhole() throws Exception {
        List<Map<String, Object>> forms = forms(40);

        List<Response> answers = whileTheDatabaseHolds(forms);

        assertThat(answers).extracting(Response::statusCode).containsOnly(202);
        var connections = new HashSet<String>();
        answers.forEach(answer -> connections.add(answer.path("connection_id")));
        assertThat(connections).hasSize(40);
        for (String connection : connections) {
            UUID id = UUID.fromString(connection);
            assertThat(rows.count("credential_intake.connection where id = ?", id)).isEqualTo(1);
            assertThat(rows.count("credential_intake.submission where connection_id = ?", id))
                    .isEqualTo(1);
            assertThat(rows.count("vault.credential where connection_id = ?", id)).isEqualTo(1);
        }
    }

    @Test
    void refusesOnlyTheOneThatCannotBeWritten() throws Exception {
        List<Map<String, Object>> forms = forms(30);
        forms.get(7).put("label", "refuse me");
        rows.run(
                "create function public.refuse_one() returns trigger language plpgsql as $$ begin"
                        + " raise exception 'refused by the test'; end $$");
        rows.run(
                "create trigger refuse_one before insert on credential_intake.connection for each"
                        + " row when (new.label = 'refuse me') execute function"
                        + " public.refuse_one()");
        try {
            List<Response> answers = whileTheDatabaseHolds(forms);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).statusCode()).isEqualTo(i == 7 ? 500 : 202);
            }
        } finally {
            rows.run("drop function public.refuse_one() cascade");
        }
        // With the first, which was there before.
        for (String table :
                List.of(
                        "credential_intake.connection",
                        "credential_intake.submission",
                        "vault.credential")) {
            assertThat(rows.count(table + " where account_id = ?", ada.account().value()))
                    .isEqualTo(30);
        }
    }

    private List<Map<String, Object>> forms(int count) {
        List<Map<String, Object>> forms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            forms.add(ada.form());
        }
        return forms;
    }

    /** Sends all while nothing can be written, so that they wait. */
    private List<Response> whileTheDatabaseHolds(List<Map<String, Object>> forms) throws Exception {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Response>> running = new ArrayList<>();
            try (Connection admin = house.adminDataSource().getConnection();
                    Statement statement = admin.createStatement()) {
                admin.setAutoCommit(false);
                statement.execute("lock table credential_intake.connection in exclusive mode");
                forms.forEach(form -> running.add(many.submit(() -> ada.submit(form))));
                await().until(() -> waiting() > 0);
                admin.rollback();
            }
            List<Response> answers = new ArrayList<>();
            for (Future<Response> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private long waiting() {
        return rows.count(
                "pg_stat_activity where usename = 'credential_intake' and wait_event_type ="
                        + " 'Lock' and datname = current_database()");
    }
}
