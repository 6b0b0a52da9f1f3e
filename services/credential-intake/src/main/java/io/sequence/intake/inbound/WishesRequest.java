package io.sequence.intake.inbound;

import io.sequence.events.AlertWishes;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /v1/alerts/wishes}.
 *
 * @param persistMinutes how long trouble lasts before the second alert, 1 to 1440
 * @param quietHours when only urgent alerts are told; null or left out for never
 */
public record WishesRequest(
        @Schema(required = true, implementation = Integer.class, minimum = "1", maximum = "1440")
                @Nullable Double persistMinutes,
        @Nullable QuietHours quietHours) {
    private static final int MOST_MINUTES = 1440;
    private static final Pattern TIME = Pattern.compile("(?:[01]\\d|2[0-3]):[0-5]\\d");

    /**
     * A part of each day.
     *
     * @param from first quiet minute, {@code HH:mm}
     * @param until first minute that is not, {@code HH:mm}; the next day's when before {@code from}
     * @param zone a name of the time zone database
     */
    public record QuietHours(
            @Schema(required = true, examples = "22:00") @Nullable String from,
            @Schema(required = true, examples = "07:00") @Nullable String until,
            @Schema(required = true, examples = "Europe/Vienna") @Nullable String zone) {}

    /** What is wrong, field by field; empty when nothing is. */
    Map<String, String> objections() {
        Map<String, String> found = new LinkedHashMap<>();
        if (persistMinutes == null) {
            found.put("persist_minutes", "is required: a number from 1 to 1440");
        } else if (!isMinutes(persistMinutes)) {
            found.put("persist_minutes", "must be a whole number from 1 to 1440");
        }
        if (quietHours != null) {
            refuseTime(found, "quiet_hours.from", quietHours.from());
            refuseTime(found, "quiet_hours.until", quietHours.until());
            if (found.isEmpty()
                    && quietHours.from() != null
                    && quietHours.from().equals(quietHours.until())) {
                found.put("quiet_hours.until", "must be another time than from");
            }
            if (quietHours.zone() == null
                    || !ZoneId.getAvailableZoneIds().contains(quietHours.zone())) {
                found.put(
                        "quiet_hours.zone", "must be the name of a time zone, e.g. Europe/Vienna");
            }
        }
        return found;
    }

    /** What is wished; asked for when there are no objections. */
    AlertWishes wishes() {
        return new AlertWishes(
                persistMinutes == null
                        ? AlertWishes.USUAL.persistMinutes()
                        : persistMinutes.intValue(),
                quietHours == null
                                || quietHours.from() == null
                                || quietHours.until() == null
                                || quietHours.zone() == null
                        ? null
                        : new AlertWishes.QuietHours(
                                quietHours.from(), quietHours.until(), quietHours.zone()));
    }

    private static boolean isMinutes(double given) {
        return given >= 1 && given <= MOST_MINUTES && given == Math.rint(given);
    }

    private static void refuseTime(
            Map<String, String> found, String field, @Nullable String given) {
        if (given == null || !TIME.matcher(given).matches()) {
            found.put(field, "must be a time of day, e.g. 22:00");
        }
    }
}
