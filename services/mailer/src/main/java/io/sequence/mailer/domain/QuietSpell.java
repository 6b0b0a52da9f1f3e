package io.sequence.mailer.domain;

import io.sequence.events.AlertWishes.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Whether somebody is not to be disturbed, by the clock on their wall. */
public final class QuietSpell {
    private QuietSpell() {}

    /**
     * When the quiet hours that go on at a moment end; null when it is not quiet. On the days when
     * clocks change, an hour that does not exist ends them at the next that does, and one that
     * comes twice begins and ends them the first time.
     */
    public static @Nullable Instant endAt(@Nullable QuietHours hours, Instant moment) {
        if (hours == null || hours.start().equals(hours.end())) {
            return null;
        }
        ZoneId zone = hours.zoneId();
        LocalDate today = moment.atZone(zone).toLocalDate();
        for (LocalDate day : new LocalDate[] {today.minusDays(1), today}) {
            boolean overMidnight = hours.end().isBefore(hours.start());
            Instant begin = at(day, hours.start(), zone);
            Instant end = at(overMidnight ? day.plusDays(1) : day, hours.end(), zone);
            if (!moment.isBefore(begin) && moment.isBefore(end)) {
                return end;
            }
        }
        return null;
    }

    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
