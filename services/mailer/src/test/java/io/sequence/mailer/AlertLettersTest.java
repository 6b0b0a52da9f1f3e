package io.sequence.mailer;

import static io.sequence.events.HealthState.CONNECTED;
import static io.sequence.events.HealthState.ERROR;
import static io.sequence.events.HealthState.REAUTH_NEEDED;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.events.AlertRequested;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.KeyHealth;
import io.sequence.events.MailReported;
import io.sequence.events.MailReported.Delivery;
import io.sequence.events.SubmissionType;
import io.sequence.mailer.domain.Samples;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealMailbox;
import io.sequence.vocabulary.ConnectionId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Mail as a channel for alerts: many at once are one letter, and it can be tested. */
@QuarkusTest
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "mailer"))
@WithTestResource(RealMailbox.class)
class AlertLettersTest extends MailStory {
    private About another() {
        return new About(
                about.accountId(),
                ConnectionId.next(),
                about.credentialVersion(),
                1,
                about.venue(),
                about.mode());
    }

    private void mails(String... subjects) {
        await().untilAsserted(
                        () ->
                                assertThat(mailbox.mailsTo(ada.email()).stream().map(Post::subject))
                                        .containsExactlyInAnyOrder(subjects));
    }

    @Test
    void connectionsThatFailTogetherAreOneLetterAndSoIsTheirRecovery() {
        Post.say(topics, Samples.submitted(about, SubmissionType.ADD, ada));
        mails(RECEIVED);
        List<About> all = List.of(about, another(), another(), another());
        Post.say(
                topics,
                all.stream()
                        .map(each -> Samples.health(each, ERROR, CONNECTED))
                        .toArray(KeyHealth[]::new));
        mails(RECEIVED, "4 connections are failing");
        Post.say(
                topics,
                all.stream()
                        .map(each -> Samples.health(each, CONNECTED, ERROR))
                        .toArray(KeyHealth[]::new));
        mails(RECEIVED, "4 connections are failing", "4 connections work again");
        assertThat(Post.text(mailbox.mailsTo(ada.email()).get(1)))
                .contains("Main account (Bybit): fails.");
        await().untilAsserted(
                        () ->
                                assertThat(mailRows())
                                        .allSatisfy(
                                                row ->
                                                        assertThat(row)
                                                                .containsEntry("event", null)));
        assertThat(reports(22))
                .filteredOn(report -> report.delivery() == Delivery.EXPIRED)
                .hasSize(8)
                .extracting(MailReported::template, MailReported::reason)
                .contains(
                        tuple("failing", "told in one mail with others"),
                        tuple("recovered", "told in one mail with others"));
    }

    @Test
    void fewConnectionsHaveALetterEach() {
        Post.say(topics, Samples.submitted(about, SubmissionType.ADD, ada));
        Post.say(
                topics,
                Samples.health(about, ERROR, CONNECTED),
                Samples.health(another(), REAUTH_NEEDED, CONNECTED));
        mails(
                RECEIVED,
                "Your Bybit connection is failing (Main account)",
                "Action needed: your Bybit API key stopped working");
    }

    @Test
    void testOfTheMailIsALetter() {
        Post.say(topics, Samples.submitted(about, SubmissionType.ADD, ada));
        mails(RECEIVED);
        var request =
                new AlertRequested(about.accountId(), UUID.randomUUID(), null, TestClock.now());
        Post.say(topics, request, request);
        mails(RECEIVED, "Test alert from Sequence Connect");
        assertThat(reports(4))
                .filteredOn(report -> report.template().equals("test_alert"))
                .extracting(MailReported::mailId, MailReported::delivery)
                .containsExactly(
                        tuple("test_alert." + request.alertId(), Delivery.WAITING),
                        tuple("test_alert." + request.alertId(), Delivery.SENT));
    }
}
