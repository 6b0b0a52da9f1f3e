package io.sequence.mailer;

import static io.sequence.testing.Eventually.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.sequence.events.AccountChanged;
import io.sequence.events.AlertKind;
import io.sequence.events.AlertReported;
import io.sequence.events.AlertWishes;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelKind;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.mailer.domain.Samples;
import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** What every story of alerts has: channels of Ada's, and connections that fail. */
abstract class AlertStory extends MailStory {
    final AlertReceiver receiver = AlertReceiver.open();
    final String place = about.accountId().toString();
    final String hook = "hook-" + place;
    final String push = "push-" + place;
    final long chatId = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    final String chat = "chat-" + chatId;

    /** A house of its own, whose clock moves and whose doors lead to the receiver. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sequence.test.doors", "true");
        }
    }

    ChannelChanged hook(UUID id, boolean removed, Instant at) {
        return new ChannelChanged(
                about.accountId(),
                id,
                ChannelKind.WEBHOOK,
                removed,
                true,
                false,
                null,
                null,
                removed ? null : new ChannelChanged.WebhookTarget(receiver.url(hook), 1, null),
                at);
    }

    ChannelChanged chat(UUID id, boolean urgentOnly) {
        return new ChannelChanged(
                about.accountId(),
                id,
                ChannelKind.TELEGRAM,
                false,
                true,
                urgentOnly,
                new ChannelChanged.TelegramChat(chatId),
                null,
                null,
                Samples.NOON);
    }

    ChannelChanged push(UUID id) {
        return new ChannelChanged(
                about.accountId(),
                id,
                ChannelKind.WEB_PUSH,
                false,
                true,
                false,
                null,
                new ChannelChanged.PushSubscription(receiver.url(push), "key", "auth"),
                null,
                Samples.NOON);
    }

    /** Says channels and waits until they are known. */
    void channels(ChannelChanged... channels) {
        Post.say(topics, channels);
        await().until(
                        () ->
                                rows(
                                                        "select 1 from channel where account_id ="
                                                                + " ?",
                                                        about.accountId().value())
                                                .size()
                                        >= Stream.of(channels)
                                                .map(ChannelChanged::channelId)
                                                .distinct()
                                                .count());
    }

    void wishes(AlertWishes wishes) {
        Post.say(
                topics,
                new AccountChanged(
                        about.accountId(), ada, List.of(), null, wishes, TestClock.now()));
        await().until(() -> addressee().get("persist_minutes") != null);
    }

    About another() {
        return new About(
                about.accountId(),
                ConnectionId.next(),
                about.credentialVersion(),
                1,
                about.venue(),
                about.mode());
    }

    static KeyHealth fails(About about) {
        return health(about, HealthState.ERROR, HealthState.CONNECTED, null);
    }

    static KeyHealth works(About about) {
        return health(about, HealthState.CONNECTED, HealthState.ERROR, null);
    }

    static KeyHealth health(About about, HealthState state, HealthState previous, UUID incident) {
        Instant now = TestClock.now();
        return new KeyHealth(
                about,
                state,
                previous,
                state == HealthState.CONNECTED
                        ? null
                        : Reason.of(Fault.UNREACHABLE, "It does not answer."),
                now.minusSeconds(90),
                now.minusSeconds(150),
                now,
                null,
                incident);
    }

    void got(String where, AlertKind... kinds) {
        await().until(() -> receiver.kinds(where), List.of(kinds)::equals);
    }

    List<Map<String, Object>> deliveries() {
        return rows(
                "select d.* from alert_delivery d join alert a using (alert_id) where a.account_id"
                        + " = ? order by delivery_id",
                about.accountId().value());
    }

    /** Nothing waits for this account, gathering or queued. */
    void allTold() {
        await().until(
                        () ->
                                rows(
                                                        "select 1 from tiding where account_id = ?",
                                                        about.accountId().value())
                                                .isEmpty()
                                        && deliveries().stream()
                                                .noneMatch(
                                                        row -> "waiting".equals(row.get("state"))));
    }

    /** Something stands in a delivery's way, and that is told. */
    void hindered() {
        await().until(() -> reported().stream().anyMatch(report -> report.reason() != null));
    }

    List<AlertReported> alertReports(int atLeast) {
        await().until(() -> reported().size() >= atLeast);
        return reported();
    }

    private List<AlertReported> reported() {
        return topics.eachOnce("alert.reported").stream()
                .filter(seen -> about.accountId().toString().equals(seen.key()))
                .map(seen -> EventJson.read(seen.value(), AlertReported.class))
                .toList();
    }
}
