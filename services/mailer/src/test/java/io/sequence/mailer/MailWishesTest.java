package io.sequence.mailer;

import static io.sequence.events.HealthState.CONNECTED;
import static io.sequence.events.HealthState.ERROR;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.events.MailReported;
import io.sequence.events.MailReported.Delivery;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.Recipient;
import io.sequence.events.SubmissionType;
import io.sequence.mailer.domain.Samples;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealMailbox;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account wishes and asks for, and what is said about its mails. */
@QuarkusTest
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "mailer"))
@WithTestResource(RealMailbox.class)
class MailWishesTest extends MailStory {
    @Test
    void changesOfTheAccountAndWordsOfSupportAreMails() throws Exception {
        mailOf(
                notice(NoticeRequested.NoticeTemplate.PASSWORD_CHANGED),
                "Your password was changed");
        var renamed = new Recipient(ada.email(), ada.name(), ada.clientId(), "red kite");
        Post.say(topics, changed(renamed, List.of(), null, Samples.NOON.plusSeconds(9)));
        await().until(() -> addressee().get("anti_phishing_code"), "red kite"::equals);
        MimeMessage code =
                mailOf(
                        notice(NoticeRequested.NoticeTemplate.ANTI_PHISHING_CODE_CHANGED),
                        "Your anti-phishing code was changed");
        MimeMessage words =
                mailOf(
                        Samples.message(
                                about.accountId(),
                                ada,
                                "Grüße ☂\r\nBcc: other@example.org",
                                "One line\r\n"
                                        + ".\r\n"
                                        + "Bcc: other@example.org\n"
                                        + "http://localhost:8080/submit"),
                        "Support: Grüße ☂ Bcc: other@example[.]org");
        assertThat(Post.text(code)).contains("Your anti-phishing code: red kite\n");
        assertThat(Post.text(words))
                .contains("One line\n.\nBcc: other@example[.]org\nhttp://localhost:8080/submit\n");
        assertThat(code.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(words.getHeader("Auto-Submitted")).isNull();
        assertThat(words.getHeader("Bcc")).isNull();
        assertThat(mailbox.mailsTo("other@example.org")).isEmpty();
    }

    /** As {@code mail.requested} asked for it before {@code notice.requested} was there. */
    @Test
    void noticesOfOldAreStillMails() {
        mailOf(
                request(MailRequested.Template.PASSWORD_CHANGED, null, null),
                "Your password was changed");
        mailOf(
                request(MailRequested.Template.SESSIONS_ENDED, null, null),
                "All your sessions were ended");
    }

    @Test
    void noticeSaidTwiceIsOneMailAndReportedUnderItsId() {
        NoticeRequested notice =
                Samples.message(about.accountId(), ada, "Your account", "All is well.");
        mailOf(notice, "Support: Your account");
        // Another envelope, so the inbox takes it for news; what follows it shows that it was none.
        Post.say(topics, notice);
        mailOf(
                notice(NoticeRequested.NoticeTemplate.SESSIONS_ENDED),
                "All your sessions were ended");
        assertThat(mailbox.mailsTo(ada.email())).hasSize(2);
        assertThat(reports(4))
                .extracting(MailReported::mailId)
                .contains("support_message." + notice.noticeId());
    }

    @Test
    void reminderIsAProperMailThatOneClickSwitchesOff() throws Exception {
        Post.say(topics, changed(ada, List.of(), "/v1/mails/unsubscribe/k3Qm", Samples.NOON));
        MimeMessage reminder =
                mailOf(
                        Samples.expiring(about),
                        "Your Bybit API key expires on 30 November 2026 (Main account)");
        assertThat(reminder.getHeader("List-Unsubscribe"))
                .containsExactly("<http://localhost:8080/v1/mails/unsubscribe/k3Qm>");
        assertThat(reminder.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
        assertThat(reminder.getSentDate()).isNotNull();
        assertThat(Post.structure(reminder))
                .isEqualTo(
                        "multipart/mixed[multipart/alternative[text/plain,text/html],text/calendar]");
        assertThat(Post.text(reminder))
                .contains("\nhttp://localhost:8080/v1/mails/unsubscribe/k3Qm");
        MimeMessage failing =
                mailOf(
                        Samples.health(about, ERROR, CONNECTED),
                        "Your Bybit connection is failing (Main account)");
        assertThat(failing.getHeader("List-Unsubscribe")).isNull();
        assertThat(Post.structure(failing))
                .isEqualTo("multipart/alternative[text/plain,text/html]");
    }

    @Test
    void whatIsNotWantedIsNotSentAndWhatIsNotOptionalIs() {
        Post.say(
                topics,
                changed(
                        ada,
                        List.of("expiring", "received", "failing", "nonsense"),
                        null,
                        Samples.NOON));
        await().until(() -> addressee().get("wishes_as_of") != null);
        Post.say(topics, Samples.submitted(about, SubmissionType.ADD, ada));
        Post.say(topics, Samples.expiring(about));
        // Topics have no order: only then the label is known for sure.
        await().until(() -> mailRows().size() == 2);
        mailOf(
                Samples.health(about, ERROR, CONNECTED),
                "Your Bybit connection is failing (Main account)");
        await().until(() -> mailRows().size() == 3);
        assertThat(mailRows())
                .filteredOn(row -> !row.get("template").equals("failing"))
                .allSatisfy(row -> assertThat(row).containsEntry("state", "unwanted"))
                .allSatisfy(row -> assertThat(row).containsEntry("event", null));
        assertThat(mailbox.mailsTo(ada.email())).hasSize(1);
        // An older wish that comes late changes nothing, a newer one does.
        Post.say(topics, changed(ada, List.of(), null, Samples.NOON.minusSeconds(60)));
        Post.say(topics, changed(ada, List.of("received"), null, Samples.NOON.plusSeconds(60)));
        await().until(() -> addressee().get("unwanted").toString(), "{received}"::equals);
        mailOf(
                Samples.expiring(about),
                "Your Bybit API key expires on 30 November 2026 (Main account)");
    }

    @Test
    void wishThatComesWhileALetterWaitsStillCounts() {
        Post.say(topics, Samples.launched(about));
        await().until(
                        () ->
                                mailRows().stream()
                                        .anyMatch(r -> "recipient".equals(r.get("hindrance"))));
        Post.say(topics, changed(ada, List.of("launched"), null, Samples.NOON));
        await().until(() -> mailRows().getFirst().get("state").equals("unwanted"));
        assertThat(mailbox.mailsTo(ada.email())).isEmpty();
        assertThat(reports(3))
                .extracting(MailReported::delivery, MailReported::reason, MailReported::attempts)
                .containsExactly(
                        tuple(Delivery.WAITING, null, 0),
                        tuple(Delivery.WAITING, "recipient not known yet", 1),
                        tuple(
                                Delivery.EXPIRED,
                                "not wanted any more",
                                (int) mailRows().getFirst().get("attempts")));
    }

    @Test
    void mailsAreReportedQueuedAndSentAndNothingOfThemIsSaid() {
        mailOf(Samples.submitted(about, SubmissionType.ADD, ada), RECEIVED);
        reports(2);
        mailOf(
                request(
                        MailRequested.Template.SIGN_IN_CODE,
                        "40z817",
                        TestClock.now().plusSeconds(600)),
                "Your sign-in code");
        List<MailReported> reports = reports(4);
        assertThat(reports)
                .extracting(
                        MailReported::template,
                        MailReported::connectionId,
                        MailReported::delivery,
                        MailReported::attempts)
                .containsExactly(
                        tuple("received", about.connectionId(), Delivery.WAITING, 0),
                        tuple("received", about.connectionId(), Delivery.SENT, 1),
                        tuple("sign_in_code", null, Delivery.WAITING, 0),
                        tuple("sign_in_code", null, Delivery.SENT, 1));
        assertThat(reports.get(1).mailId()).isEqualTo(mailRows().getFirst().get("once"));
        assertThat(reports.get(1).queuedAt()).isEqualTo(reports.getFirst().queuedAt());
        assertThat(topics.eachOnce("mail.reported").toString())
                .doesNotContain("40z817", ada.email(), "blue heron");
    }
}
