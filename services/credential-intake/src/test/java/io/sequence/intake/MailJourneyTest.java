package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.MailReported;
import io.sequence.events.MailReported.Delivery;
import io.sequence.intake.outbound.support.MailBook;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.ConnectionId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class MailJourneyTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject MailBook book;

    private Operator grace;
    private Trader ada;
    private Topic topic;

    @BeforeEach
    void arrive() {
        grace = Operator.fresh(house, tokens);
        ada = Trader.fresh(house, tokens);
        topic = new Topic(house.events());
    }

    @Test
    void showsHowAMailStands() {
        ConnectionId connection = ConnectionId.next();
        String mail = "expiring." + UUID.randomUUID();
        topic.tell(
                new MailReported(
                        mail,
                        ada.account(),
                        connection,
                        "expiring",
                        Delivery.WAITING,
                        2,
                        "The mail server does not answer.",
                        NOW,
                        NOW.plusSeconds(9)));
        topic.settle(house);

        Response mine = ada.request().get("/v1/mails");
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.<String>path("mails[0].mail_id")).isEqualTo(mail);
        assertThat(mine.<String>path("mails[0].template")).isEqualTo("expiring");
        assertThat(mine.<String>path("mails[0].title")).isEqualTo("Key expires soon");
        assertThat(mine.<String>path("mails[0].connection_id")).isEqualTo(connection.toString());
        assertThat(mine.<String>path("mails[0].delivery")).isEqualTo("waiting");
        assertThat(mine.<String>path("mails[0].reason")).contains("does not answer");
        assertThat(mine.<String>path("mails[0].queued_at")).isEqualTo(NOW.toString());
        assertThat(mine.<Object>path("next")).isNull();
        Trader eve = Trader.fresh(house, tokens);
        assertThat(eve.request().get("/v1/mails").<List<?>>path("mails")).isEmpty();
        Response all = grace.get("mails?delivery=waiting&account_id=" + ada.account());
        assertThat(all.<String>path("mails[0].email")).isEqualTo(ada.email());
        assertThat(all.<String>path("mails[0].client_id")).endsWith("/ Ada Lovelace");
        assertThat(all.<Integer>path("mails[0].attempts")).isEqualTo(2);
        assertThat(
                        grace.get("mails?delivery=sent&account_id=" + ada.account())
                                .<List<?>>path("mails"))
                .isEmpty();
    }

    @Test
    void keepsTheLatestOfReportsInAnyOrder() {
        MailReported queued = report("a", Delivery.WAITING, 0, null, 0);
        MailReported hindered = report("a", Delivery.WAITING, 3, "busy", 5);
        MailReported sent = report("a", Delivery.SENT, 4, null, 9);
        // Of another mail the end comes first, of a third the hindrance comes last and late.
        for (MailReported report :
                List.of(
                        hindered,
                        queued,
                        hindered,
                        named(sent, "b"),
                        named(queued, "b"),
                        named(report("a", Delivery.WAITING, 7, "later", 99), "b"),
                        named(report("a", Delivery.FAILED, 2, "unknown address", 7), "c"),
                        named(hindered, "c"))) {
            topic.tell(report);
        }
        topic.settle(house);

        assertThat(deliveries()).containsExactly("failed 2", "sent 4", "waiting 3");
        topic.tell(sent);
        topic.settle(house);
        assertThat(deliveries()).containsExactly("failed 2", "sent 4", "sent 4");
    }

    @Test
    void takesNoReportOfAnothersMail() {
        topic.tell(report("a", Delivery.WAITING, 1, "busy", 5));
        Trader eve = Trader.fresh(house, tokens);
        MailReported foreign = report("a", Delivery.SENT, 2, null, 9);
        topic.tell(
                new MailReported(
                        foreign.mailId(),
                        eve.account(),
                        null,
                        foreign.template(),
                        foreign.delivery(),
                        foreign.attempts(),
                        null,
                        NOW,
                        foreign.at()));
        topic.settle(house);
        // The two lie on different partitions, so either may have come first.
        List<String> mine = ada.request().get("/v1/mails").path("mails.delivery");
        List<String> hers = eve.request().get("/v1/mails").path("mails.delivery");
        assertThat(mine.size() + hers.size()).isEqualTo(1);
        assertThat(mine).doesNotContain("sent");
    }

    @Test
    void pagesThroughMailsOfTheSameMoment() {
        for (int i = 0; i < 5; i++) {
            topic.tell(report("m" + i, Delivery.SENT, 1, null, 1));
        }
        topic.settle(house);
        assertThat(grace.<String>walk("mails?account_id=" + ada.account(), "mails.mail_id"))
                .hasSize(5)
                .doesNotHaveDuplicates();
    }

    @Test
    void forgetsMailsAfterTheirTime() {
        topic.tell(report("a", Delivery.SENT, 1, null, 1));
        topic.settle(house);
        book.sweep(NOW.minus(Duration.ofDays(30)));
        assertThat(deliveries()).hasSize(1);
        book.sweep(NOW.plusSeconds(1));
        assertThat(deliveries()).isEmpty();
    }

    private List<String> deliveries() {
        Response all = grace.get("mails?account_id=" + ada.account());
        List<String> delivery = all.path("mails.delivery");
        List<Integer> attempts = all.path("mails.attempts");
        return java.util.stream.IntStream.range(0, delivery.size())
                .mapToObj(i -> delivery.get(i) + " " + attempts.get(i))
                .toList();
    }

    private MailReported report(
            String name, Delivery delivery, int attempts, @Nullable String reason, int after) {
        return new MailReported(
                name + "." + ada.account(),
                ada.account(),
                null,
                "welcome",
                delivery,
                attempts,
                reason,
                NOW,
                NOW.plusSeconds(after));
    }

    private MailReported named(MailReported like, String name) {
        return new MailReported(
                name + "." + ada.account(),
                like.accountId(),
                null,
                like.template(),
                like.delivery(),
                like.attempts(),
                like.reason(),
                like.queuedAt(),
                like.at());
    }
}
