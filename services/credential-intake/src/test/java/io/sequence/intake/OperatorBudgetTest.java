package io.sequence.intake;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.VenueBudget;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.VenueId;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class OperatorBudgetTest {
    private static final String PATH = "/v1/operator/budgets";

    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject SteppedClock clock;

    @Test
    void showsTheNewestOfEachBudgetUntilItsProcessHasBeenSilent() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        clock.set(now);
        Operator operator = Operator.fresh(house, tokens);
        Topic topic = new Topic(house.events());
        UUID one = UUID.randomUUID();
        topic.tell(budget(one, "203.0.113.7", 40, now));
        topic.tell(budget(one, "203.0.113.7", 10, now.minusSeconds(10)));
        topic.tell(budget(UUID.randomUUID(), "203.0.113.8", 0, now));

        await().until(() -> operator.get("budgets").<List<Object>>path("budgets").size() == 2);
        topic.settle(house);
        Response shown = operator.get("budgets");
        assertThat(shown.<List<Integer>>path("budgets.waiting")).containsExactly(40, 0);
        assertThat(shown.<String>path("budgets[0].venue")).isEqualTo("bybit");
        assertThat(shown.<String>path("budgets[0].address")).isEqualTo("203.0.113.7");
        assertThat(shown.<Integer>path("budgets[0].pings_wanted")).isEqualTo(5_200);
        assertThat(shown.<Integer>path("budgets[0].limits[0].others")).isEqualTo(7);
        assertThat(shown.<Float>path("budgets[0].limits[0].per_seconds")).isEqualTo(5);

        clock.set(now.plusSeconds(121));
        assertThat(operator.get("budgets").<List<Object>>path("budgets")).isEmpty();
        clock.set(now);
    }

    @Test
    void showsThemToOperatorsAlone() {
        clock.set(Instant.now());
        assertThat(Trader.fresh(house, tokens).request().get(PATH).statusCode()).isEqualTo(403);
    }

    private static VenueBudget budget(UUID id, String address, int waiting, Instant at) {
        return new VenueBudget(
                id,
                new VenueId("bybit"),
                address,
                UUID.randomUUID(),
                List.of(new VenueBudget.Window("", 5_000, 600, 300, 12, 40, 250, 3, 7)),
                5_200,
                5_200,
                3_600,
                waiting,
                null,
                0,
                null,
                at);
    }
}
