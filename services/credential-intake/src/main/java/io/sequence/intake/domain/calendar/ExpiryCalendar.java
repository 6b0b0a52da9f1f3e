package io.sequence.intake.domain.calendar;

import io.sequence.vocabulary.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An account's expiry dates as an iCalendar object (RFC 5545), for calendars that subscribe to it.
 * An entry has the UID of the file that a reminder carries, so a calendar that has both shows one.
 * A pure function: what did not change is written alike.
 */
public final class ExpiryCalendar {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;
    private static final List<Integer> ALARM_DAYS = List.of(7, 3, 1);

    private ExpiryCalendar() {}

    /**
     * A key that expires.
     *
     * @param connection its connection
     * @param version which of the connection's keys
     * @param venue as people write it
     * @param label the user's name for the connection
     * @param expiresAt when it dies
     * @param reported whether that is the venue's word
     * @param told since when that is known
     */
    public record Entry(
            ConnectionId connection,
            int version,
            String venue,
            String label,
            Instant expiresAt,
            boolean reported,
            Instant told) {}

    /**
     * The calendar.
     *
     * @param consoleUrl where people sign in, without a trailing slash
     */
    public static String of(List<Entry> entries, String consoleUrl) {
        var lines = new ArrayList<String>();
        lines.add("BEGIN:VCALENDAR");
        lines.add("VERSION:2.0");
        lines.add("PRODID:-//Sequence Connect//Calendar//EN");
        lines.add("METHOD:PUBLISH");
        lines.add("NAME:API keys");
        lines.add("X-WR-CALNAME:API keys");
        lines.add("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        lines.add("X-PUBLISHED-TTL:PT6H");
        entries.forEach(entry -> add(lines, entry, consoleUrl));
        lines.add("END:VCALENDAR");
        return lines.stream()
                .map(ExpiryCalendar::folded)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static void add(List<String> lines, Entry entry, String consoleUrl) {
        Instant end = entry.expiresAt();
        lines.add("BEGIN:VEVENT");
        lines.add("UID:%s-%d@sequence-connect".formatted(entry.connection(), entry.version()));
        lines.add("SEQUENCE:" + entry.told().getEpochSecond() / 60);
        lines.add("DTSTAMP:" + UTC.format(entry.told()));
        lines.add("DTSTART:" + UTC.format(end.minus(Duration.ofHours(1))));
        lines.add("DTEND:" + UTC.format(end));
        lines.add(
                "SUMMARY:"
                        + text(
                                "%s API key expires: refresh it (%s)"
                                        .formatted(entry.venue(), entry.label())));
        lines.add("DESCRIPTION:" + text(description(entry, consoleUrl)));
        lines.add("TRANSP:TRANSPARENT");
        for (int days : ALARM_DAYS) {
            lines.add("BEGIN:VALARM");
            lines.add("ACTION:DISPLAY");
            lines.add(
                    "DESCRIPTION:"
                            + text(
                                    "%s API key expires in %d %s (%s)"
                                            .formatted(
                                                    entry.venue(),
                                                    days,
                                                    days == 1 ? "day" : "days",
                                                    entry.label())));
            lines.add("TRIGGER:-P%dD".formatted(days));
            lines.add("END:VALARM");
        }
        lines.add("END:VEVENT");
    }

    private static String description(Entry entry, String consoleUrl) {
        return "Make a new key at %s, then hand it over with Refresh API:\n%s/submit?type=refresh&connection=%s%s"
                .formatted(
                        entry.venue(),
                        consoleUrl,
                        entry.connection(),
                        entry.reported()
                                ? ""
                                : "\n%s tells no date: this is our own limit."
                                        .formatted(entry.venue()));
    }

    private static String text(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
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
