package io.sequence.mailer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.AlertWishes.QuietHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietSpellTest {
    private static final QuietHours BERLIN = new QuietHours("22:30", "07:00", "Europe/Berlin");

    private static Instant end(QuietHours hours, String moment) {
        return QuietSpell.endAt(hours, Instant.parse(moment));
    }

    private static Instant local(String moment, String zone) {
        return LocalDateTime.parse(moment).atZone(ZoneId.of(zone)).toInstant();
    }

    @Test
    void goOverMidnightByTheClockOnTheWall() {
        Instant morning = local("2026-11-21T07:00", "Europe/Berlin");
        assertThat(end(BERLIN, "2026-11-20T21:29:59Z")).isNull();
        assertThat(end(BERLIN, "2026-11-20T21:30:00Z")).isEqualTo(morning);
        assertThat(end(BERLIN, "2026-11-21T05:59:59Z")).isEqualTo(morning);
        assertThat(end(BERLIN, "2026-11-21T06:00:00Z")).isNull();
        assertThat(end(BERLIN, "2026-11-21T12:00:00Z")).isNull();
    }

    @Test
    void mayBeWithinADayAndInAnyZone() {
        var nap = new QuietHours("13:00", "14:15", "Asia/Kathmandu");
        assertThat(end(nap, "2026-11-20T07:15:00Z"))
                .isEqualTo(local("2026-11-20T14:15", "Asia/Kathmandu"));
        assertThat(end(nap, "2026-11-20T08:30:00Z")).isNull();
        var kiribati = new QuietHours("23:00", "06:00", "Pacific/Kiritimati");
        assertThat(end(kiribati, "2026-11-20T10:00:00Z"))
                .isEqualTo(local("2026-11-21T06:00", "Pacific/Kiritimati"));
    }

    @Test
    void endInTheNightThatIsAnHourShorterAndInTheOneThatIsLonger() {
        assertThat(end(BERLIN, "2026-03-28T22:00:00Z")).isEqualTo("2026-03-29T05:00:00Z");
        assertThat(end(BERLIN, "2026-10-24T21:00:00Z")).isEqualTo("2026-10-25T06:00:00Z");
        // 02:30 does not exist on that day; the next hour that does begins at once.
        var gap = new QuietHours("23:00", "02:30", "Europe/Berlin");
        assertThat(end(gap, "2026-03-29T00:59:00Z")).isEqualTo("2026-03-29T01:30:00Z");
        // 02:30 comes twice on that day; the first time counts.
        assertThat(end(gap, "2026-10-25T00:29:00Z")).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(end(gap, "2026-10-25T01:10:00Z")).isNull();
    }

    @Test
    void everyEndIsAheadAndWithinADay() {
        for (String zone : new String[] {"UTC", "America/St_Johns", "Australia/Lord_Howe"}) {
            for (String from : new String[] {"00:00", "01:45", "12:00", "23:59"}) {
                for (String until : new String[] {"00:00", "02:15", "08:00", "23:58"}) {
                    var hours = new QuietHours(from, until, zone);
                    Instant at = Instant.parse("2026-01-01T00:00:00Z");
                    for (int i = 0; i < 365 * 6; i++, at = at.plus(Duration.ofHours(4))) {
                        Instant end = QuietSpell.endAt(hours, at);
                        if (end != null) {
                            assertThat(end).isAfter(at);
                            assertThat(Duration.between(at, end)).isLessThan(Duration.ofHours(26));
                            assertThat(QuietSpell.endAt(hours, end)).isNull();
                        }
                    }
                }
            }
        }
    }

    @Test
    void areNoneWithoutAWishOrALength() {
        assertThat(end(null, "2026-11-20T00:00:00Z")).isNull();
        assertThat(end(new QuietHours("07:00", "07:00", "UTC"), "2026-11-20T07:00:00Z")).isNull();
    }
}
