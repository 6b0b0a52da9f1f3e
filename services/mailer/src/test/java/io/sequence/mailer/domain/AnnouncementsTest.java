package io.sequence.mailer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.AlertKind;
import io.sequence.events.AlertWishes;
import io.sequence.events.AlertWishes.QuietHours;
import io.sequence.events.ChannelKind;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.mailer.domain.Announcements.Heard;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.vocabulary.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {
    private static final Instant NOON = Samples.NOON;
    private static final UUID CHAT = UUID.randomUUID();
    private static final UUID HOOK = UUID.randomUUID();
    private static final AlertWishes ALWAYS = AlertWishes.USUAL;
    private static final AlertWishes NIGHT =
            new AlertWishes(5, new QuietHours("11:00", "14:00", "UTC"));

    static AlertChannel chat(boolean urgentOnly) {
        return new AlertChannel(CHAT, ChannelKind.TELEGRAM, urgentOnly);
    }

    private static final AlertChannel WEBHOOK = new AlertChannel(HOOK, ChannelKind.WEBHOOK, false);

    static Tiding tiding(AlertKind kind, Part part, UUID thread, About about) {
        boolean works = part == Part.CLOSES;
        return Tiding.of(
                kind,
                part,
                thread,
                about,
                works ? HealthState.CONNECTED : HealthState.ERROR,
                works ? null : Reason.of(Fault.VENUE_UNAVAILABLE, "", ""),
                NOON,
                NOON);
    }

    private static Tiding failing(UUID thread) {
        return tiding(AlertKind.FAILING, Part.OPENS, thread, Samples.fresh());
    }

    private static Tiding recovered(UUID thread) {
        return tiding(AlertKind.RECOVERED, Part.CLOSES, thread, Samples.fresh());
    }

    private static Announcements to(AlertWishes wishes, AlertChannel... channels) {
        return new Announcements(List.of(channels), wishes, Set.of(), Map.of());
    }

    @Test
    void connectionsHitTogetherAreOneAlertOnEveryChannel() {
        var hit = new ArrayList<Tiding>();
        for (int i = 0; i < 12; i++) {
            hit.add(failing(UUID.randomUUID()));
        }
        List<Announcement> alerts = to(ALWAYS, chat(false), WEBHOOK).of(hit, NOON);
        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().tidings()).containsExactlyElementsOf(hit);
        assertThat(alerts.getFirst().channels()).containsOnlyKeys(CHAT, HOOK);
    }

    @Test
    void oneConnectionIsListedOnceHoweverOftenItFell() {
        About about = Samples.fresh();
        Tiding first = tiding(AlertKind.FAILING, Part.OPENS, UUID.randomUUID(), about);
        Tiding second = tiding(AlertKind.FAILING, Part.OPENS, UUID.randomUUID(), about);
        assertThat(to(ALWAYS, chat(false)).of(List.of(first, second), NOON).getFirst().tidings())
                .containsExactly(second);
    }

    @Test
    void recoveryGoesToExactlyTheChannelsThatWereAlarmed() {
        UUID thread = UUID.randomUUID();
        var told =
                new Announcements(
                        List.of(chat(true), WEBHOOK),
                        ALWAYS,
                        Set.of(thread),
                        Map.of(CHAT, Map.of(thread, Heard.TOLD)));
        List<Announcement> alerts = told.of(List.of(recovered(thread)), NOON);
        assertThat(alerts).hasSize(1);
        assertThat(alerts.getFirst().channels()).containsOnlyKeys(CHAT);
    }

    @Test
    void whatIsOverBeforeItWasToldIsForProgramsAlone() {
        UUID thread = UUID.randomUUID();
        var over =
                new Announcements(List.of(chat(false), WEBHOOK), ALWAYS, Set.of(thread), Map.of());
        List<Announcement> alerts = over.of(List.of(recovered(thread), failing(thread)), NOON);
        assertThat(alerts)
                .extracting(Announcement::kind)
                .containsExactly(AlertKind.FAILING, AlertKind.RECOVERED);
        assertThat(alerts).allSatisfy(alert -> assertThat(alert.channels()).containsOnlyKeys(HOOK));
    }

    @Test
    void peopleSleepWhenItIsNotUrgentAndProgramsDoNot() {
        UUID thread = UUID.randomUUID();
        var heard = Map.of(thread, Heard.TOLD);
        var night =
                new Announcements(
                        List.of(chat(false), WEBHOOK),
                        NIGHT,
                        Set.of(),
                        Map.of(CHAT, heard, HOOK, heard));
        Announcement good = night.of(List.of(recovered(thread)), NOON).getFirst();
        assertThat(good.channels())
                .containsEntry(CHAT, NOON.plus(Duration.ofHours(2)))
                .containsEntry(HOOK, NOON);
        Announcement bad = night.of(List.of(failing(UUID.randomUUID())), NOON).getFirst();
        assertThat(bad.channels()).containsEntry(CHAT, NOON);
        Announcement still =
                night.of(
                                List.of(
                                        tiding(
                                                AlertKind.STILL_FAILING,
                                                Part.LASTS,
                                                thread,
                                                Samples.fresh())),
                                NOON)
                        .getFirst();
        assertThat(still.channels()).containsEntry(CHAT, NOON);
    }

    @Test
    void channelForUrgentAlertsTakesNoOthers() {
        Tiding expiring =
                tiding(AlertKind.EXPIRING, Part.OPENS, UUID.randomUUID(), Samples.fresh());
        assertThat(to(ALWAYS, chat(true)).of(List.of(expiring), NOON)).isEmpty();
        assertThat(to(ALWAYS, chat(true)).of(List.of(failing(UUID.randomUUID())), NOON)).hasSize(1);
    }

    @Test
    void stepIsNotToldWhereTheFirstAlertStillWaits() {
        UUID thread = UUID.randomUUID();
        Tiding step = tiding(AlertKind.STILL_FAILING, Part.LASTS, thread, Samples.fresh());
        var waiting = Map.of(thread, Heard.WAITING);
        var alerts =
                new Announcements(
                                List.of(chat(false), WEBHOOK),
                                ALWAYS,
                                Set.of(),
                                Map.of(CHAT, waiting, HOOK, waiting))
                        .of(List.of(step), NOON);
        assertThat(alerts.getFirst().channels()).containsOnlyKeys(HOOK);
    }

    @Test
    void beyondSoManyAnHourAlertsGather() {
        var pace = new AlertPace(20, Duration.ofMinutes(10));
        assertThat(pace.next(19, NOON, NOON)).isEqualTo(NOON);
        assertThat(pace.next(20, NOON.minusSeconds(60), NOON))
                .isEqualTo(NOON.plus(Duration.ofMinutes(9)));
        assertThat(pace.next(26, NOON.minus(Duration.ofMinutes(11)), NOON)).isEqualTo(NOON);
    }

    @Test
    void pausesDoubleUpToAnHourAndHonourTheReceiver() {
        assertThat(AlertBackoff.after(AlertKind.FAILING, 1, null, 0))
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(AlertBackoff.after(AlertKind.FAILING, 4, null, 0))
                .isEqualTo(Duration.ofSeconds(40));
        assertThat(AlertBackoff.after(AlertKind.FAILING, 100, null, 0))
                .isEqualTo(Duration.ofHours(1));
        assertThat(AlertBackoff.after(AlertKind.FAILING, 1, null, 1))
                .isEqualTo(Duration.ofMillis(6250));
        assertThat(AlertBackoff.after(AlertKind.FAILING, 1, Duration.ofMinutes(3), 0))
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(AlertBackoff.after(AlertKind.FAILING, 1, Duration.ofDays(9), 0))
                .isEqualTo(Duration.ofHours(6));
        assertThat(AlertBackoff.after(AlertKind.TEST, 2, null, 0)).isEqualTo(Duration.ofSeconds(2));
    }

    static ConnectionId id(Tiding tiding) {
        return tiding.connectionId();
    }
}
