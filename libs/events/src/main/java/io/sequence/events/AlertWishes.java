package io.sequence.events;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a user wants to be alerted.
 *
 * @param persistMinutes how long trouble lasts before the second alert; 5 unless changed
 * @param quiet when only urgent alerts are told; null when never
 */
public record AlertWishes(int persistMinutes, @Nullable QuietHours quiet) {
    /** What counts for who wished nothing. */
    public static final AlertWishes USUAL = new AlertWishes(5, null);

    /** Long enough to mean something. */
    public AlertWishes {
        if (persistMinutes < 1 || persistMinutes > Duration.ofDays(1).toMinutes()) {
            throw new IllegalArgumentException("persist_minutes is 1 to 1440");
        }
    }

    /**
     * A part of each day, over midnight when {@code until} is before {@code from}.
     *
     * @param from first quiet minute, {@code HH:mm}
     * @param until first minute that is not, {@code HH:mm}
     * @param zone where the user's clock is, a name of the time zone database
     */
    public record QuietHours(String from, String until, String zone) {
        /** Times and a zone that exist. */
        public QuietHours {
            LocalTime.parse(from);
            LocalTime.parse(until);
            ZoneId.of(zone);
        }

        /** First quiet minute. */
        public LocalTime start() {
            return LocalTime.parse(from);
        }

        /** First minute that is not. */
        public LocalTime end() {
            return LocalTime.parse(until);
        }

        /** Where the user's clock is. */
        public ZoneId zoneId() {
            return ZoneId.of(zone);
        }
    }
}
