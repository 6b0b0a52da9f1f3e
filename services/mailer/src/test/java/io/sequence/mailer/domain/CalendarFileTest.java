package io.sequence.mailer.domain;

import static io.sequence.mailer.domain.Samples.ABOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.KeyExpiring;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calendar file of a reminder, by the rules of RFC 5545. */
class CalendarFileTest {
    private static final Instant END = Instant.parse("2026-11-30T12:00:00Z");

    private static List<String> lines(String label, int days, Instant at) {
        String file =
                CalendarFile.of(
                        new KeyExpiring(ABOUT, label, END, days, true, at),
                        "http://localhost:8080");
        assertThat(file).endsWith("END:VCALENDAR\r\n");
        assertThat(file.replace("\r\n", "")).doesNotContain("\r", "\n");
        for (String line : file.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        }
        // 3.1: unfolding is taking line end and one blank out.
        return List.of(file.replace("\r\n ", "").split("\r\n"));
    }

    private static String value(List<String> lines, String name) {
        return lines.stream()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1);
    }

    @Test
    void isAnEventThatEndsWithTheKeyAndRingsADayBefore() {
        assertThat(lines("Main account", 10, Samples.NOON))
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0")
                .containsSubsequence(
                        "BEGIN:VEVENT",
                        "DTSTAMP:20261120T120000Z",
                        "DTSTART:20261130T110000Z",
                        "DTEND:20261130T120000Z",
                        "SUMMARY:Bybit API key expires: refresh it (Main account)",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "TRIGGER:-P1D",
                        "END:VALARM",
                        "END:VEVENT");
    }

    @Test
    void laterReminderOfAKeyReplacesTheEarlierOne() {
        List<String> first = lines("Main account", 10, Samples.NOON);
        List<String> second = lines("Renamed", 3, Samples.NOON.plusSeconds(7 * 86_400));
        assertThat(value(second, "UID")).isEqualTo(value(first, "UID"));
        assertThat(Integer.parseInt(value(second, "SEQUENCE")))
                .isGreaterThan(Integer.parseInt(value(first, "SEQUENCE")));
        var next = new KeyExpiring(Samples.as(ABOUT, 2), "Main", END, 10, true, Samples.NOON);
        assertThat(CalendarFile.of(next, "http://localhost:8080"))
                .doesNotContain(value(first, "UID"));
    }

    @Test
    void labelsAreTextAndFoldedByOctetsNotInsideOfACharacter() {
        List<String> lines = lines("a;b,c\\d\r\nEND:VEVENT ☂☂☂☂ДДДДДДДД", 1, Samples.NOON);
        assertThat(value(lines, "SUMMARY"))
                .isEqualTo(
                        "Bybit API key expires: refresh it (a\\;b\\,c\\\\d END:VEVENT"
                                + " ☂☂☂☂ДДДДДДДД)");
        assertThat(lines).containsOnlyOnce("END:VEVENT");
    }
}
