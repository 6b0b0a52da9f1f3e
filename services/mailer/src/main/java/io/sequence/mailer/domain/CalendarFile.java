package io.sequence.mailer.domain;

import io.sequence.events.KeyExpiring;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The expiry of a key as an iCalendar file (RFC 5545) with an alarm a day before. */
final class CalendarFile {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    static String of(KeyExpiring event, String consoleUrl) {
        String venue = VenueNames.of(event.about().venue());
        String label = Words.label(event.label());
        Instant end = event.expiresAt();
        return Stream.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Sequence Connect//Mailer//EN",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        // The same for every reminder of this key, so that a later one replaces it.
                        "UID:%s-%s@sequence-connect"
                                .formatted(
                                        event.about().connectionId(),
                                        event.about().credentialVersion()),
                        // Calendars keep the highest; minutes rise even when a ladder starts again.
                        "SEQUENCE:" + event.at().getEpochSecond() / 60,
                        "DTSTAMP:" + UTC.format(event.at()),
                        "DTSTART:" + UTC.format(end.minus(Duration.ofHours(1))),
                        "DTEND:" + UTC.format(end),
                        "SUMMARY:" + text(venue + " API key expires: refresh it (" + label + ")"),
                        "DESCRIPTION:"
                                + text(
                                        "Make a new key at %s, then hand it over with Refresh API:\n%s/submit?type=refresh&connection=%s"
                                                .formatted(
                                                        venue,
                                                        consoleUrl,
                                                        event.about().connectionId())),
                        "TRANSP:TRANSPARENT",
                        "BEGIN:VALARM",
                        "ACTION:DISPLAY",
                        "DESCRIPTION:" + text(venue + " API key expires tomorrow (" + label + ")"),
                        "TRIGGER:-P1D",
                        "END:VALARM",
                        "END:VEVENT",
                        "END:VCALENDAR")
                .map(CalendarFile::folded)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String text(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private static String folded(String line) {
        if (line.getBytes(StandardCharsets.UTF_8).length <= LONGEST_LINE) {
            return line;
        }
        var folded = new StringBuilder();
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            String character = Character.toString(point);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.toString();
    }
}
