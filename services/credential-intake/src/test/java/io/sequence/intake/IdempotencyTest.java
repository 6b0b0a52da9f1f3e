package io.sequence.intake;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class IdempotencyTest {
    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;
    private House rows;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
        rows = new House(house);
    }

    @Test
    void answersTheSameToTheSameRequest() {
        Response first = ada.submit(ada.form(), "k1");
        Response second = ada.submit(ada.form(), "k1");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(submissions()).isEqualTo(1);
        assertThat(ada.submit(ada.form(), "k2").asString()).isNotEqualTo(first.asString());
    }

    @Test
    void refusesTheSameKeyWithAnotherBody() {
        Taken.of(ada.submit(ada.form(), "k1"));
        Map<String, Object> other = ada.form();
        other.put("label", "Second");

        Response refused = ada.submit(other, "k1");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("error.code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(submissions()).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfAccountsApart() {
        Trader bob = Trader.fresh(house, tokens);
        Taken hers = Taken.of(ada.submit(ada.form(), "k1"));
        Taken his = Taken.of(bob.submit(bob.form(), "k1"));
        assertThat(his.connection()).isNotEqualTo(hers.connection());
    }

    @Test
    void remembersNoRefusal() {
        Map<String, Object> form = ada.form();
        form.put("terms_accepted", false);
        assertThat(ada.submit(form, "k1").statusCode()).isEqualTo(422);
        Taken.of(ada.submit(ada.form(), "k1"));
    }

    @Test
    void takesOneOfTwentyThatComeAtOnce() throws Exception {
        List<String> answers = atOnce(20, ada.form());

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(answers.getFirst()).startsWith("202 ");
        assertThat(submissions()).isEqualTo(1);
        assertThat(rows.count("vault.credential where account_id = ?", ada.account().value()))
                .isEqualTo(1);
        assertThat(
                        rows.count(
                                "credential_intake.connection where account_id = ?",
                                ada.account().value()))
                .isEqualTo(1);
    }

    @Test
    void takesOneRefreshOfTenThatComeAtOnce() throws Exception {
        Taken taken = ada.submit();
        Topic topic = new Topic(house.events());
        topic.tell(Facts.of(ada, taken).validated(taken.submission(), 1));
        ada.awaitStatus(taken.submission(), "accepted");

        List<String> answers = atOnce(10, ada.refreshForm(taken.connection()));

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(answers.getFirst()).startsWith("202 ");
        assertThat(submissions()).isEqualTo(2);
        assertThat(
                        rows.column(
                                Integer.class,
                                "select version from credential_intake.connection where id = ?",
                                taken.connection().value()))
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "schlüssel"})
    void refusesAKeyThatIsNone(String key) {
        Response refused = ada.submit(ada.form(), key);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<List<String>>path("error.details.field"))
                .containsExactly("Idempotency-Key");
    }

    @Test
    void refusesAnEndlessKey() {
        assertThat(ada.submit(ada.form(), "k".repeat(256)).statusCode()).isEqualTo(422);
        Taken.of(ada.submit(ada.form(), "k".repeat(255)));
    }

    private List<String> atOnce(int times, Map<String, Object> form) throws Exception {
        String key = UUID.randomUUID().toString();
        String body = Json.text(form);
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(
                        many.submit(
                                () -> {
                                    Response answer = ada.submit(body, key);
                                    return answer.statusCode() + " " + answer.asString();
                                }));
            }
            List<String> answers = new ArrayList<>();
            for (Future<String> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private long submissions() {
        return rows.count(
                "credential_intake.submission where account_id = ?", ada.account().value());
    }
}
