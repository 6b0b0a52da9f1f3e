package io.sequence.mailer;

import static io.restassured.RestAssured.given;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sequence.events.AlertKind;
import io.sequence.events.AlertReported;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.MailReported.Delivery;
import io.sequence.events.SubmissionType;
import io.sequence.mailer.domain.Samples;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealMailbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Facts on real Kafka become alerts on every channel, step by step. */
@QuarkusTest
@TestProfile(AlertStory.Profile.class)
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "mailer"))
@WithTestResource(RealMailbox.class)
class AlertJourneyTest extends AlertStory {
    @Test
    void failureIsToldOnEveryChannelAndAgainWhenItLastsAndWhenItIsOver() {
        channels(
                hook(UUID.randomUUID(), false, Samples.NOON),
                chat(UUID.randomUUID(), true),
                push(UUID.randomUUID()));
        Post.say(topics, Samples.submitted(about, SubmissionType.ADD, ada));
        Post.say(topics, Samples.launched(about));
        // Other topics have an order of their own, and the alert names both.
        await().until(
                        () ->
                                !rows(
                                                "select 1 from bot where connection_id = ?",
                                                about.connectionId().value())
                                        .isEmpty());
        await().until(
                        () ->
                                !rows(
                                                "select 1 from connection where connection_id = ?"
                                                        + " and label is not null",
                                                about.connectionId().value())
                                        .isEmpty());
        KeyHealth begins = fails(about);
        UUID id = UUID.randomUUID();
        Post.say(topics, id, begins);
        Post.say(topics, id, begins);
        // Another envelope around the same: the inbox takes it for news, and it is none.
        Post.say(topics, begins);
        for (String where : List.of(hook, chat, push)) {
            got(where, AlertKind.FAILING);
        }
        // What lasts is told where the beginning is known to have been told.
        allTold();
        TestClock.moveOn(Duration.ofMinutes(5));
        for (String where : List.of(hook, chat, push)) {
            got(where, AlertKind.FAILING, AlertKind.STILL_FAILING);
        }
        Post.say(topics, works(about));
        for (String where : List.of(hook, chat, push)) {
            got(where, AlertKind.FAILING, AlertKind.STILL_FAILING, AlertKind.RECOVERED);
        }
        assertThat(receiver.taken(chat).getFirst().words())
                .contains(
                        "Your Bybit connection is failing (Main account)",
                        "It does not answer.",
                        "Its bot is paused and resumes by itself",
                        "/connections/" + about.connectionId(),
                        "label=Main account",
                        "fault=UNREACHABLE");
        allTold();
        TestClock.moveOn(Duration.ofDays(1));
        List<AlertReported> reports = alertReports(18);
        assertThat(reports).hasSize(18);
        assertThat(reports)
                .filteredOn(report -> report.delivery() == Delivery.SENT)
                .hasSize(9)
                .allSatisfy(
                        report ->
                                assertThat(report.connections())
                                        .containsExactly(about.connectionId()));
        given().get("/q/metrics")
                .then()
                .body(containsString("sequence_alerts_total{channel=\"telegram\""))
                .body(containsString("sequence_alert_queue_depth"));
    }

    @Test
    void troubleOfADayIsMailedAgainAndNotWhenItIsOver() {
        Post.say(topics, Samples.submitted(about, SubmissionType.ADD, ada));
        Post.say(topics, fails(about));
        mails(RECEIVED, "Your Bybit connection is failing (Main account)");
        TestClock.moveOn(Duration.ofDays(1));
        mails(
                RECEIVED,
                "Your Bybit connection is failing (Main account)",
                "Your Bybit connection still fails (Main account)");
        Post.say(topics, works(about));
        await().until(() -> mailbox.mailsTo(ada.email()).size() == 4);
        assertThat(rows("select 1 from alarm where account_id = ?", about.accountId().value()))
                .isEmpty();
    }

    private void mails(String... subjects) {
        await().until(
                        () ->
                                mailbox.mailsTo(ada.email()).stream()
                                        .map(Post::subject)
                                        .sorted()
                                        .toList(),
                        java.util.stream.Stream.of(subjects).sorted().toList()::equals);
    }

    @Test
    void connectionsThatFailTogetherAreOneAlert() {
        channels(hook(UUID.randomUUID(), false, Samples.NOON), chat(UUID.randomUUID(), false));
        List<About> all = List.of(about, another(), another(), another());
        Post.say(topics, all.stream().map(AlertStory::fails).toArray(KeyHealth[]::new));
        got(chat, AlertKind.FAILING);
        assertThat(receiver.taken(chat).getFirst().words())
                .startsWith("4 connections are failing\n")
                .contains(all.stream().map(each -> each.connectionId().toString()).toList());
        allTold();
        TestClock.moveOn(Duration.ofMinutes(5));
        got(chat, AlertKind.FAILING, AlertKind.STILL_FAILING);
        Post.say(topics, all.stream().map(AlertStory::works).toArray(KeyHealth[]::new));
        got(chat, AlertKind.FAILING, AlertKind.STILL_FAILING, AlertKind.RECOVERED);
        got(hook, AlertKind.FAILING, AlertKind.STILL_FAILING, AlertKind.RECOVERED);
        assertThat(receiver.taken(hook).getLast().words()).startsWith("4 connections work again\n");
    }

    @Test
    void whatIsOverBeforeItCouldBeToldIsForProgramsAlone() {
        receiver.answer(chat, 503);
        channels(hook(UUID.randomUUID(), false, Samples.NOON), chat(UUID.randomUUID(), false));
        Post.say(topics, fails(about));
        got(hook, AlertKind.FAILING);
        hindered();
        Post.say(topics, works(about));
        got(hook, AlertKind.FAILING, AlertKind.RECOVERED);
        receiver.answer(chat, 200);
        TestClock.moveOn(Duration.ofMinutes(1));
        allTold();
        assertThat(receiver.taken(chat)).isEmpty();
        // The chat's alert ends before or after the good news gathered, which then ends as well.
        assertThat(alertReports(2 * deliveries().size() + 1))
                .filteredOn(report -> report.reason() != null)
                .extracting(AlertReported::delivery)
                .startsWith(Delivery.WAITING, Delivery.EXPIRED)
                .doesNotContain(Delivery.SENT, Delivery.FAILED);
    }

    @Test
    void alertThatWasTakenAndNotMarkedGoesOutAgainUnderTheSameId() {
        channels(hook(UUID.randomUUID(), false, Samples.NOON));
        Post.say(topics, fails(about));
        got(hook, AlertKind.FAILING);
        allTold();
        // As if the process had died in between: the lease is over, the alert still waits.
        rows(
                "update alert_delivery set state = 'waiting', leased_until = ? where alert_id in"
                        + " (select alert_id from alert where account_id = ?)",
                TestClock.now().atOffset(ZoneOffset.UTC),
                about.accountId().value());
        got(hook, AlertKind.FAILING, AlertKind.FAILING);
        assertThat(receiver.taken(hook).stream().map(AlertReceiver.Got::alertId).distinct())
                .hasSize(1);
    }

    @Test
    void incidentOfAVenueIsToldWhenItLastsAndWhenItIsOver() {
        channels(chat(UUID.randomUUID(), false));
        UUID incident = UUID.randomUUID();
        About second = another();
        Post.say(
                topics,
                health(about, HealthState.ERROR, HealthState.CONNECTED, incident),
                health(second, HealthState.ERROR, HealthState.CONNECTED, incident));
        await().until(
                        () ->
                                rows("select 1 from alarm where incident_id = ?", incident).size()
                                        == 2);
        TestClock.moveOn(Duration.ofMinutes(5));
        got(chat, AlertKind.VENUE_INCIDENT);
        Post.say(topics, works(about));
        Post.say(topics, works(second));
        got(chat, AlertKind.VENUE_INCIDENT, AlertKind.VENUE_INCIDENT);
        assertThat(receiver.taken(chat).getLast().words()).startsWith("Bybit works again\n");
        Post.say(topics, health(about, HealthState.ERROR, HealthState.CONNECTED, incident));
        UUID last = UUID.randomUUID();
        Post.say(topics, last, works(about));
        await().until(() -> !rows("select 1 from inbox where event_id = ?", last).isEmpty());
        allTold();
        TestClock.moveOn(Duration.ofMinutes(9));
        Instant seen = TestClock.now();
        await().until(() -> TestClock.now().isAfter(seen.plus(Duration.ofSeconds(3))));
        assertThat(receiver.calls(chat)).isEqualTo(2);
    }

    @Test
    void flappingConnectionIsToldTogetherBeyondSoManyAnHour() {
        channels(hook(UUID.randomUUID(), false, Samples.NOON));
        for (int i = 0; i < 20; i++) {
            rows(
                    "insert into alert values (?, ?, 'failing', 'opens', 't', '{}', '/', '[]',"
                            + " '{}', ?, ?, null)",
                    UUID.randomUUID(),
                    about.accountId().value(),
                    TestClock.now().atOffset(ZoneOffset.UTC),
                    TestClock.now().minusSeconds(30).atOffset(ZoneOffset.UTC));
        }
        Post.say(topics, fails(about), works(about), fails(about), works(about), fails(about));
        await().until(
                        () ->
                                rows(
                                                        "select 1 from tiding where account_id = ?"
                                                                + " and due_at > ?",
                                                        about.accountId().value(),
                                                        TestClock.now()
                                                                .plusSeconds(120)
                                                                .atOffset(ZoneOffset.UTC))
                                                .size()
                                        == 5);
        assertThat(receiver.calls(hook)).isZero();
        TestClock.moveOn(Duration.ofMinutes(10));
        await().until(() -> receiver.calls(hook) >= 2);
        assertThat(receiver.kinds(hook)).startsWith(AlertKind.FAILING);
        assertThat(receiver.calls(hook)).isLessThanOrEqualTo(3);
    }
}
