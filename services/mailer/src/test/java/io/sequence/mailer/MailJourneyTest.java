package io.sequence.mailer;

import static io.restassured.RestAssured.given;
import static io.sequence.events.HealthState.CONNECTED;
import static io.sequence.events.HealthState.ERROR;
import static io.sequence.events.HealthState.REAUTH_NEEDED;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.MailReported;
import io.sequence.events.MailReported.Delivery;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.Reason;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.faults.Fault;
import io.sequence.mailer.domain.Samples;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealMailbox;
import io.sequence.vocabulary.ConnectionId;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Facts on real Kafka become mails at a real SMTP server, once each. */
@QuarkusTest
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "mailer"))
@WithTestResource(RealMailbox.class)
class MailJourneyTest extends MailStory {
    @Test
    void everyFactOfAJourneyIsOneMailHoweverOftenItIsDelivered() throws Exception {
        About next = Samples.as(about, 2);
        MimeMessage first = mailOf(Samples.submitted(about, SubmissionType.ADD, ada), RECEIVED);
        Post.say(topics, Samples.validated(about, SubmissionType.ADD, ada));
        MimeMessage launched =
                mailOf(
                        Samples.launched(about),
                        "Strategy launched: BTC accumulation runs on Bybit (Main account)");
        mailOf(
                Samples.health(about, ERROR, CONNECTED),
                "Your Bybit connection is failing (Main account)");
        mailOf(
                Samples.health(about, REAUTH_NEEDED, ERROR),
                "Action needed: your Bybit API key stopped working (Main account)");
        mailOf(
                Samples.health(about, CONNECTED, ERROR),
                "Your Bybit connection works again (Main account)");
        MimeMessage reminder =
                mailOf(
                        Samples.expiring(about),
                        "Your Bybit API key expires on 30 November 2026 (Main account)");
        mailOf(Samples.expired(about), "Your Bybit API key has expired (Main account)");
        mailOf(
                Samples.submitted(next, SubmissionType.REFRESH, ada),
                "We received your new Bybit API key (Main account)");
        mailOf(
                Samples.rejected(
                        next, SubmissionType.REFRESH, Reason.of(Fault.INVALID_KEY, "", ""), ada),
                "Rejected: your new Bybit API key was not accepted (Main account)");
        MimeMessage refreshed =
                mailOf(
                        Samples.refreshed(next),
                        "API refreshed: your new Bybit key is in use (Main account)");
        mailOf(
                Samples.disconnected(Samples.as(about, 3), ada),
                "Disconnected: your Bybit connection was ended (Main account)");

        assertThat("Subject: " + Post.subject(first) + "\n\n" + Post.text(first))
                .isEqualToIgnoringNewLines(
                        Files.readString(Path.of("src/previews/received.txt"))
                                .replace(
                                        Samples.submission(Samples.ABOUT).toString(),
                                        Samples.submission(about).toString()));
        assertThat(Post.text(launched)).contains("BOT ID: " + Samples.BOT + "\n");
        assertThat(Post.html(launched)).contains("<strong>blue heron</strong>", Samples.BOT);
        assertThat(Post.calendar(reminder)).contains("BEGIN:VEVENT");
        assertThat(Post.text(refreshed))
                .contains("You may now delete the old API key (ends in Xy9Z) at Bybit.");
        assertThat(first.getHeader("Message-ID")[0]).matches("<received\\.[0-9a-f-]{36}@.+>");
        assertThat(first.getFrom()[0].toString())
                .isEqualTo("Sequence Connect <support@sequence.example>");
        assertThat(mailbox.mailsTo(ada.email())).hasSize(11);
        await().untilAsserted(
                        () ->
                                assertThat(mailRows())
                                        .hasSize(11)
                                        .allSatisfy(
                                                row ->
                                                        assertThat(row)
                                                                .containsEntry("state", "sent")
                                                                .containsEntry("event", null)));
    }

    @Test
    void everyRequestOfAnAccountIsOneMailAndItsCodeIsForgotten() {
        Instant soon = TestClock.now().plusSeconds(600);
        mailOf(
                request(MailRequested.Template.WELCOME, "20z816", soon),
                "Welcome to Sequence Connect");
        MimeMessage code =
                mailOf(
                        request(MailRequested.Template.SIGN_IN_CODE, "91z302", soon),
                        "Your sign-in code");
        mailOf(
                notice(NoticeRequested.NoticeTemplate.ALREADY_REGISTERED),
                "You already have an account");
        mailOf(
                notice(NoticeRequested.NoticeTemplate.SESSIONS_ENDED),
                "All your sessions were ended");
        assertThat(Post.text(code)).contains("Code: 91z302").doesNotContain("http");
        await().until(() -> mailRows().stream().allMatch(row -> row.get("state").equals("sent")));
        assertThat(mailRows().toString()).doesNotContain("20z816", "91z302");
    }

    @Test
    void codeThatRanOutIsNotSentAndForgotten() {
        Post.say(
                topics,
                request(
                        MailRequested.Template.SIGN_IN_CODE,
                        "77z204",
                        TestClock.now().minusSeconds(1)));
        await().until(() -> mailRows().stream().anyMatch(r -> r.get("state").equals("expired")));
        assertThat(mailRows().toString()).doesNotContain("77z204");
        assertThat(mailbox.mailsTo(ada.email())).isEmpty();
        assertThat(reports(2).getLast().delivery()).isEqualTo(Delivery.EXPIRED);
    }

    @Test
    void whatAVenueSaysIsShownAndNotObeyed() {
        MimeMessage mail =
                mailOf(
                        Samples.rejected(
                                about,
                                SubmissionType.ADD,
                                Reason.of(
                                        Fault.INVALID_KEY,
                                        "10003",
                                        "<img src=x>\r\n"
                                                + "Bcc: other@example.org\r\n\r\n"
                                                + "https://evil.example"),
                                ada),
                        "Rejected: your Bybit API key was not accepted (Main account)");
        assertThat(Post.html(mail))
                .doesNotContain("<img")
                .contains("&lt;img src=x&gt; Bcc: other@example[.]org https[:]//evil[.]example");
        assertThat(mailbox.mailsTo("other@example.org")).isEmpty();
    }

    @Test
    void delaysOfOneSubmissionAreOneMail() {
        mailOf(Samples.submitted(about, SubmissionType.ADD, ada), RECEIVED);
        String subject = "Bybit is unavailable, we are still trying (Main account)";
        mailOf(Samples.delayed(about), subject);
        // Same connection, same partition: when the later submission's mail is here, the earlier
        // delay was heard.
        Post.say(topics, Samples.delayed(about));
        mailOf(Samples.delayed(Samples.as(about, 2)), subject);
        assertThat(mailbox.mailsTo(ada.email())).hasSize(3);
    }

    @Test
    void mailWaitsForItsRecipient() {
        Post.say(topics, Samples.launched(about));
        await().until(
                        () ->
                                mailRows().stream()
                                        .anyMatch(r -> "recipient".equals(r.get("hindrance"))));
        Post.say(topics, Samples.submitted(about, SubmissionType.ADD, ada));
        await().until(() -> mailbox.mailsTo(ada.email()).size() == 2);
        assertThat(mailbox.mailsTo(ada.email()).stream().map(Post::subject))
                .containsExactlyInAnyOrder(
                        RECEIVED,
                        "Strategy launched: BTC accumulation runs on Bybit (Main account)");
    }

    @Test
    void newestAddressCountsWhateverComesLast() {
        var moved = new Recipient("new-" + ada.email(), ada.name(), ada.clientId(), "red kite");
        Post.say(
                topics,
                Samples.submitted(about, SubmissionType.ADD, moved, Samples.NOON.plusSeconds(60)));
        mailbox.await(mail -> mailbox.mailsTo("new-" + ada.email()).contains(mail));
        Post.say(
                topics,
                Samples.submitted(Samples.as(about, 2), SubmissionType.REFRESH, ada, Samples.NOON));
        await().until(() -> mailbox.mailsTo("new-" + ada.email()).size() == 2);
        assertThat(Post.text(mailbox.mailsTo("new-" + ada.email()).get(1))).contains("red kite");
    }

    @Test
    void mailsOfAnOutageArriveAfterItAndTheServiceStaysReady() {
        mailbox.goAway();
        try {
            Post.say(topics, Samples.submitted(about, SubmissionType.ADD, ada));
            await().until(() -> mailRows().stream().anyMatch(r -> (int) r.get("attempts") >= 2));
            assertThat(mailRows().getFirst()).containsEntry("hindrance", "smtp");
            await().untilAsserted(
                            () ->
                                    given().get("/q/health/ready")
                                            .then()
                                            .statusCode(200)
                                            .body(containsString("away_since")));
            given().get("/q/metrics").then().body(containsString("sequence_mail_smtp_up 0.0"));
        } finally {
            mailbox.comeBack();
        }
        await().until(() -> mailbox.mailsTo(ada.email()).size() == 1);
        await().until(() -> mailRows().getFirst().get("state").equals("sent"));
        assertThat(mailbox.mailsTo(ada.email())).hasSize(1);
        // However often it was tried, the hindrance is told once.
        assertThat(reports(3))
                .extracting(MailReported::delivery)
                .containsExactly(Delivery.WAITING, Delivery.WAITING, Delivery.SENT);
        given().get("/q/metrics")
                .then()
                .body(containsString("sequence_mails_total{"))
                .body(containsString("sequence_mail_queue_depth"));
    }

    @Test
    void addressThatCannotBeUsedFailsAfterFewTriesAndHoldsNobodyUp() {
        About other = Samples.fresh();
        Post.say(
                topics,
                Samples.submitted(
                        other,
                        SubmissionType.ADD,
                        new Recipient("nobody at\r\nBcc: x@y.example", "N", "0x001 / N", null)));
        mailOf(Samples.submitted(about, SubmissionType.ADD, ada), RECEIVED);
        String failed = "select * from mail where account_id = ? and state = 'failed'";
        await().until(() -> rows(failed, other.accountId().value()).size() == 1);
        assertThat(rows(failed, other.accountId().value()).getFirst())
                .containsEntry("reason", "the address cannot be used")
                .containsEntry("refusals", 2);
        topics.await(
                "mail.reported",
                seen ->
                        other.accountId().toString().equals(seen.key())
                                && seen.value().contains("\"failed\"")
                                && seen.value().contains("the address cannot be used"));
    }

    @Test
    void letterThatWasSentAndNotMarkedGoesOutAgainUnderTheSameName() {
        var event = Samples.submitted(about, SubmissionType.ADD, ada);
        MimeMessage first = mailOf(event, RECEIVED);
        await().until(() -> mailRows().getFirst().get("state").equals("sent"));
        // As if the process had died in between: the lease is over, the letter still waits.
        rows(
                "update mail set state = 'waiting', event = ?, leased_until = ? where account_id ="
                        + " ?",
                EventJson.write(event),
                TestClock.now().atOffset(ZoneOffset.UTC),
                about.accountId().value());
        await().until(() -> mailbox.mailsTo(ada.email()).size() == 2);
        assertThat(Post.messageId(mailbox.mailsTo(ada.email()).get(1)))
                .isEqualTo(Post.messageId(first));
    }

    @Test
    void poisonGoesToTheDeadLettersAndThePartitionGoesOn() {
        UUID poison = UUID.randomUUID();
        String key = about.connectionId().toString();
        topics.publish(
                "key.submitted", key, "{\"about\":7}", Post.headers(poison, "key.submitted"));
        UUID bare = UUID.randomUUID();
        Post.say(topics, bare, request(MailRequested.Template.SIGN_IN_CODE, null, TestClock.now()));
        mailOf(Samples.submitted(about, SubmissionType.ADD, ada), RECEIVED);
        topics.await(
                "key.submitted.dead-letter",
                seen -> poison.toString().equals(seen.headers().get("ce_id")));
        topics.await(
                "mail.requested.dead-letter",
                seen -> bare.toString().equals(seen.headers().get("ce_id")));
    }

    @Test
    void connectionsOfOneAccountShareItsAddress() {
        mailOf(Samples.submitted(about, SubmissionType.ADD, ada), RECEIVED);
        var second =
                new About(
                        about.accountId(),
                        ConnectionId.next(),
                        about.credentialVersion(),
                        1,
                        about.venue(),
                        about.mode());
        mailOf(Samples.health(second, ERROR, CONNECTED), "Your Bybit connection is failing");
    }
}
