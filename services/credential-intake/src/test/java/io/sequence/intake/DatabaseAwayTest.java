package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class DatabaseAwayTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    @AfterEach
    void bringTheDatabaseBack() {
        connections(-1);
        await().until(() -> given().get("/v1/health").statusCode() == 200);
    }

    @Test
    void saysSoWhileTheDatabaseIsAwayAndLosesNothing() {
        Trader ada = Trader.fresh(house, tokens);
        Taken taken = ada.submit();
        try (EventStream page = EventStream.fromNow(ada)) {
            await().until(() -> page.comment() != null);

            sendTheDatabaseAway();

            Response refused = ada.submit(ada.form(), "once");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.<String>path("error.code")).isEqualTo("SERVICE_UNAVAILABLE");
            assertThat(ada.connections().statusCode()).isEqualTo(503);
            assertThat(ada.disconnect(taken.connection()).statusCode()).isEqualTo(503);
            assertThat(given().get("/v1/health").statusCode()).isEqualTo(503);
            assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
            assertThat(given().get("/v1/venues").statusCode()).isEqualTo(200);
            new Topic(house.events()).tell(Facts.of(ada, taken).validated(taken.submission(), 1));
        }

        bringTheDatabaseBack();

        ada.awaitStatus(taken.submission(), "accepted");
        Taken later = Taken.of(ada.submit(ada.form(), "once"));
        new Topic(house.events()).await("key.submitted", later.connection());
        try (EventStream page = EventStream.after(ada, "0")) {
            await().until(() -> page.types().contains("submission.accepted"));
        }
    }

    private void sendTheDatabaseAway() {
        connections(0);
        admin().column(
                        Boolean.class,
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename ="
                                + " 'credential_intake' and datname = current_database()");
    }

    /** Of this house alone: the server has those of other tests, which run at the same time. */
    private void connections(int most) {
        admin().run(
                        "do $$ begin execute format('alter database %I connection limit "
                                + most
                                + "', current_database()); end $$");
    }

    private House admin() {
        return new House(house);
    }
}
