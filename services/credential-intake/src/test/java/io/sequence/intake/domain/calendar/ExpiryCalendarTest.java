package io.sequence.intake.domain.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.intake.domain.calendar.ExpiryCalendar.Entry;
import io.sequence.vocabulary.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calendar of expiry dates, by the rules of RFC 5545. */
class ExpiryCalendarTest {
    private static final ConnectionId ID =
            ConnectionId.parse("0199f000-0000-7000-8000-000000000002");
    private static final Instant END = Instant.parse("2026-11-30T12:00:00Z");
    private static final Instant TOLD = Instant.parse("2026-09-01T12:00:00Z");

    @Test
    void isOneEventAKeyWithThreeAlarms() {
        assertThat(lines(entry("Main account", true), entry("Other", true)))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .containsSubsequence(
                        "BEGIN:VEVENT",
                        "UID:0199f000-0000-7000-8000-000000000002-1@sequence-connect",
                        "DTSTART:20261130T110000Z",
                        "DTEND:20261130T120000Z",
                        "SUMMARY:Bybit API key expires: refresh it (Main account)",
                        "TRIGGER:-P7D",
                        "TRIGGER:-P3D",
                        "TRIGGER:-P1D",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "END:VEVENT")
                .endsWith("END:VCALENDAR");
    }

    @Test
    void isAValidCalendarWhenNothingExpires() {
        assertThat(lines())
                .contains("BEGIN:VCALENDAR", "END:VCALENDAR")
                .doesNotContain("BEGIN:VEVENT");
    }

    @Test
    void labelsAreTextAndLinesAreFolded() {
        String file =
                ExpiryCalendar.of(
                        List.of(entry("a;b,c\\d\r\nEND:VEVENT ☂☂☂☂☂☂☂☂☂☂☂☂☂☂☂☂☂☂", true)),
                        "http://localhost:8080");
        for (String line : file.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(file.replace("\r\n ", "")).contains("(a\\;b\\,c\\\\d\\nEND:VEVENT ☂");
    }

    @Test
    void saysWhenTheDateIsOurs() {
        assertThat(String.join("\n", lines(entry("Main", false)))).contains("our own limit");
        assertThat(String.join("\n", lines(entry("Main", true)))).doesNotContain("our own limit");
    }

    @Test
    void doesNotPrintItsToken() {
        CalendarToken token = CalendarToken.make(new SecureRandom());
        assertThat(token.reveal()).matches("[0-9a-f]{32}");
        assertThat(token.toString()).doesNotContain(token.reveal());
        assertThat(CalendarToken.of(token.reveal()).orElseThrow().hash()).isEqualTo(token.hash());
        assertThat(CalendarToken.of(token.reveal() + "0")).isEmpty();
    }

    private static List<String> lines(Entry... entries) {
        String file = ExpiryCalendar.of(List.of(entries), "http://localhost:8080");
        assertThat(file).endsWith("\r\n");
        return List.of(file.replace("\r\n ", "").split("\r\n"));
    }

    private static Entry entry(String label, boolean reported) {
        return new Entry(ID, 1, "Bybit", label, END, reported, TOLD);
    }
}
