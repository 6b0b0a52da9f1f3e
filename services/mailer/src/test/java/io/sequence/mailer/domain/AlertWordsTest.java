package io.sequence.mailer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.AlertKind;
import io.sequence.events.HealthState;
import io.sequence.events.Reason;
import io.sequence.faults.Fault;
import io.sequence.mailer.domain.AlertWords.Known;
import io.sequence.mailer.domain.Tiding.Part;
import io.sequence.vocabulary.ConnectionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlertWordsTest {
    private static final Known MAIN = new Known("Main account", 1);

    private static Tiding tiding(AlertKind kind, Part part, HealthState state, Reason reason) {
        return Tiding.of(
                kind,
                part,
                UUID.randomUUID(),
                Samples.fresh(),
                state,
                reason,
                Samples.NOON,
                Samples.NOON.plusSeconds(30));
    }

    private static AlertText words(Known known, Tiding... tidings) {
        var connections = new HashMap<ConnectionId, Known>();
        for (Tiding tiding : tidings) {
            connections.put(tiding.connectionId(), known);
        }
        return AlertWords.of(
                new Announcement(tidings[0].kind(), tidings[0].part(), List.of(tidings), Map.of()),
                connections,
                Samples.NOON.plusSeconds(300));
    }

    @Test
    void tellWhatHappenedWhetherTheBotIsPausedAndTheOneFix() {
        Reason reason = Reason.of(Fault.IP_NOT_ALLOWED, "10010", "Unmatched IP");
        Tiding tiding = tiding(AlertKind.FAILING, Part.OPENS, HealthState.REAUTH_NEEDED, reason);
        AlertText text = words(MAIN, tiding);
        assertThat(text.title())
                .isEqualTo("Action needed: your Bybit API key stopped working (Main account)");
        assertThat(text.lines())
                .containsExactly(
                        "Since Friday, 20 November 2026, 12:00 UTC we cannot use your API key. "
                                + Fault.IP_NOT_ALLOWED.meaning(),
                        "Its bot is paused until the key works again.",
                        "What to do: " + Fault.IP_NOT_ALLOWED.fix());
        assertThat(text.path()).isEqualTo("/connections/" + tiding.connectionId());
    }

    @Test
    void doNotTalkOfBotsThatAreNotThere() {
        Reason reason = Reason.of(Fault.VENUE_UNAVAILABLE, "", "");
        AlertText text =
                words(
                        new Known(null, 0),
                        tiding(AlertKind.STILL_FAILING, Part.LASTS, HealthState.ERROR, reason));
        assertThat(text.title()).isEqualTo("Your Bybit connection still fails");
        assertThat(text.lines())
                .contains("No bot runs on this connection.")
                .first()
                .asString()
                .startsWith("For 5 minutes we have not been able to use your API key.");
    }

    @Test
    void everyKindHasWordsThatFit() {
        for (AlertKind kind : AlertKind.values()) {
            for (Part part : Part.values()) {
                for (HealthState state : HealthState.values()) {
                    Tiding tiding = tiding(kind, part, state, Reason.of(Fault.INVALID_KEY, "", ""));
                    for (AlertText text :
                            List.of(
                                    words(new Known("L".repeat(500), 1), tiding),
                                    words(MAIN, tiding, tiding))) {
                        assertThat(text.title()).isNotBlank().hasSizeLessThanOrEqualTo(80);
                        assertThat(text.lines()).isNotEmpty();
                        assertThat(text.lines()).allSatisfy(line -> assertThat(line).isNotBlank());
                    }
                }
            }
        }
    }

    @Test
    void wordsOfOthersAreOneLineAndNothingToClick() {
        Reason reason =
                new Reason(
                        Fault.UNRECOGNISED,
                        "See https://evil.example/x\r\nBcc: a\u202E" + "z".repeat(900),
                        "",
                        "",
                        "Go to www.evil.example now");
        AlertText text =
                words(
                        new Known("a\nb\u0007 www.evil.example", 1),
                        tiding(AlertKind.FAILING, Part.OPENS, HealthState.ERROR, reason));
        String all = text.title() + String.join("|", text.lines());
        assertThat(all).doesNotContain("\n", "\r", "\u0007", "\u202E", "https://", "evil.example");
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(400));
    }

    @Test
    void tenOfManyAreListedAndTheRestCounted() {
        var many = new ArrayList<Tiding>();
        for (int i = 0; i < 14; i++) {
            many.add(
                    tiding(
                            AlertKind.FAILING,
                            Part.OPENS,
                            i < 3 ? HealthState.REAUTH_NEEDED : HealthState.ERROR,
                            Reason.of(Fault.UNREACHABLE, "It does not answer.")));
        }
        AlertText text = words(MAIN, many.toArray(Tiding[]::new));
        assertThat(text.title()).isEqualTo("Action needed: 14 connections are failing");
        assertThat(text.lines())
                .hasSize(13)
                .contains(
                        "Main account (Bybit): It does not answer.",
                        "and 4 more",
                        "Their bots are paused.",
                        "Open the connections: 3 of them need you.");
        assertThat(text.path()).isEqualTo("/connections");
    }
}
