package io.sequence.mailer;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.sequence.events.AlertKind;
import io.sequence.events.AlertReported;
import io.sequence.events.AlertRequested;
import io.sequence.events.AlertWishes;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelLost;
import io.sequence.events.EventJson;
import io.sequence.events.MailReported.Delivery;
import io.sequence.mailer.domain.Samples;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealMailbox;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What channels are for: changed, removed, hung, refusing, gone, quiet at night, tested. */
@QuarkusTest
@TestProfile(AlertStory.Profile.class)
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "mailer"))
@WithTestResource(RealMailbox.class)
class AlertChannelsTest extends AlertStory {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    @Test
    void newestCountsAndWhatWasRemovedStaysSo() {
        UUID id = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        channels(
                hook(id, false, Samples.NOON.plusSeconds(5)),
                hook(id, true, Samples.NOON),
                hook(id, false, Samples.NOON.plusSeconds(9)),
                chat(other, false));
        await().until(
                        () ->
                                rows("select * from channel where channel_id = ?", id).stream()
                                        .allMatch(row -> (boolean) row.get("removed")));
        Post.say(topics, fails(about));
        got(chat, AlertKind.FAILING);
        assertThat(rows("select event from channel where channel_id = ?", id).getFirst())
                .containsEntry("event", null);
        assertThat(receiver.calls(hook)).isZero();
    }

    @Test
    void channelThatIsGoneIsSaidAndNotTriedAgain() {
        receiver.answer(push, 410);
        UUID id = UUID.randomUUID();
        channels(push(id), chat(UUID.randomUUID(), false));
        Post.say(topics, fails(about));
        got(chat, AlertKind.FAILING);
        var seen =
                topics.await(
                        "channel.lost", lost -> about.accountId().toString().equals(lost.key()));
        assertThat(EventJson.read(seen.value(), ChannelLost.class))
                .returns(id, ChannelLost::channelId)
                .returns("it is not subscribed any more", ChannelLost::reason);
        Post.say(topics, works(about));
        got(chat, AlertKind.FAILING, AlertKind.RECOVERED);
        assertThat(receiver.calls(push)).isEqualTo(1);
    }

    @Test
    void channelThatHangsDoesNotStopTheOthers() {
        CountDownLatch answer = receiver.hang(hook);
        try {
            channels(hook(UUID.randomUUID(), false, Samples.NOON), chat(UUID.randomUUID(), false));
            Post.say(topics, fails(about));
            got(chat, AlertKind.FAILING);
            Post.say(topics, works(about));
            got(chat, AlertKind.FAILING, AlertKind.RECOVERED);
            assertThat(receiver.taken(hook)).isEmpty();
        } finally {
            answer.countDown();
        }
        got(hook, AlertKind.FAILING, AlertKind.RECOVERED);
    }

    @Test
    void webhookIsTriedForDaysAndThenGivenUp() {
        receiver.answer(hook, 500);
        UUID id = UUID.randomUUID();
        channels(hook(id, false, Samples.NOON));
        Post.say(topics, fails(about));
        await().until(() -> receiver.calls(hook) > 0);
        for (int hour = 0; hour < 5; hour++) {
            long before = receiver.calls(hook);
            // The try is written down first: how long it may last is judged by the clock.
            await().until(() -> (int) deliveries().getFirst().get("attempts") >= before);
            TestClock.moveOn(Duration.ofHours(15));
            await().until(() -> receiver.calls(hook) > before);
        }
        topics.await(
                "channel.lost",
                lost -> lost.value() != null && lost.value().contains(id.toString()));
        allTold();
        assertThat(deliveries().getFirst()).containsEntry("state", "failed");
        // What is queued a moment after the channel was given up ends without a try.
        assertThat(deliveries())
                .allMatch(row -> "failed".equals(row.get("state")) || endedUntried(row));
        assertThat(receiver.taken(hook)).isEmpty();
    }

    private static boolean endedUntried(Map<String, Object> row) {
        return row.get("state").equals("expired")
                && row.get("attempts").equals(0)
                && row.get("reason").equals("the channel is switched off");
    }

    @Test
    void whatIsNotUrgentWaitsForTheMorningUnlessItIsOvertaken() {
        channels(chat(UUID.randomUUID(), false));
        var now = TestClock.now();
        wishes(
                new AlertWishes(
                        5,
                        new AlertWishes.QuietHours(
                                TIME.format(now.minus(Duration.ofHours(1))),
                                TIME.format(now.plus(Duration.ofHours(6))),
                                "UTC")));
        Post.say(topics, fails(about));
        got(chat, AlertKind.FAILING);
        Post.say(topics, works(about));
        await().until(() -> deliveries().size() == 2);
        Post.say(topics, fails(about));
        got(chat, AlertKind.FAILING, AlertKind.FAILING);
        Post.say(topics, works(about));
        await().until(() -> deliveries().size() == 4);
        TestClock.moveOn(Duration.ofHours(8));
        got(chat, AlertKind.FAILING, AlertKind.FAILING, AlertKind.RECOVERED);
        allTold();
        assertThat(receiver.calls(chat)).isEqualTo(3);
    }

    @Test
    void testGoesToItsChannelAloneAndAtOnce() {
        UUID id = UUID.randomUUID();
        channels(chat(id, true), hook(UUID.randomUUID(), false, Samples.NOON));
        var request = new AlertRequested(about.accountId(), UUID.randomUUID(), id, TestClock.now());
        Post.say(topics, request, request);
        got(chat, AlertKind.TEST);
        assertThat(alertReports(2))
                .extracting(AlertReported::delivery)
                .containsExactly(Delivery.WAITING, Delivery.SENT);
        assertThat(alertReports(2).getFirst().alertId()).isEqualTo(request.alertId());
        assertThat(receiver.calls(chat)).isEqualTo(1);
        assertThat(receiver.calls(hook)).isZero();
    }

    @Test
    void testIsTriedFewTimesAndNeverTakesAStrangersChannel() {
        UUID id = UUID.randomUUID();
        receiver.answer(hook, 503);
        channels(hook(id, false, Samples.NOON));
        Post.say(
                topics,
                new AlertRequested(about.accountId(), UUID.randomUUID(), id, TestClock.now()));
        AlertReported end = alertReports(3).getLast();
        assertThat(end.delivery()).isEqualTo(Delivery.FAILED);
        assertThat(end.attempts()).isEqualTo(4);
        assertThat(receiver.calls(hook)).isEqualTo(4);

        var stranger = Samples.fresh();
        UUID alert = UUID.randomUUID();
        Post.say(topics, new AlertRequested(stranger.accountId(), alert, id, TestClock.now()));
        String its = "select * from alert_delivery where alert_id = ?";
        await().until(() -> !rows(its, alert).isEmpty());
        TestClock.moveOn(Duration.ofMinutes(2));
        await().until(() -> rows(its, alert).getFirst().get("state").equals("expired"));
        assertThat(receiver.calls(hook)).isEqualTo(4);
    }

    @Test
    void channelOfALaterChangeIsTriedAtOnce() {
        receiver.answer(hook, 503);
        UUID id = UUID.randomUUID();
        channels(hook(id, false, Samples.NOON));
        Post.say(topics, fails(about));
        await().until(() -> receiver.calls(hook) >= 2);
        String elsewhere = "elsewhere-" + place;
        Post.say(
                topics,
                new ChannelChanged(
                        about.accountId(),
                        id,
                        io.sequence.events.ChannelKind.WEBHOOK,
                        false,
                        true,
                        false,
                        null,
                        null,
                        new ChannelChanged.WebhookTarget(receiver.url(elsewhere), 1, null),
                        Samples.NOON.plusSeconds(3)));
        got(elsewhere, AlertKind.FAILING);
        allTold();
        assertThat(List.of(deliveries().getFirst().get("state"))).containsExactly("sent");
    }
}
