package io.sequence.venues.transport;

import io.sequence.venues.api.WireResponse;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a venue wrote an answer, by its own clock.
 *
 * @param earliest the moment, as early as it may have been
 * @param precisionMillis how much later it may have been
 */
record ServerTime(Instant earliest, long precisionMillis) {
    /** An outermost {@code "time"} in milliseconds, as the last field of the answer. */
    private static final Pattern LAST_FIELD =
            Pattern.compile("\"time\"\\s*:\\s*(\\d{13})\\s*}\\s*$");

    private static final int TAIL = 64;
    private static final long DATE_PRECISION_MS = 1000;

    /** From the answer's own milliseconds, else from its {@code Date} header; null without both. */
    static @Nullable ServerTime of(WireResponse response) {
        Instant date = RetryAfter.date(response.header("Date"));
        String body = response.body();
        Matcher field = LAST_FIELD.matcher(body.substring(Math.max(0, body.length() - TAIL)));
        if (field.find()) {
            Instant exact = Instant.ofEpochMilli(Long.parseLong(field.group(1)));
            // A cached or replayed body would mislead; its Date header gives it away.
            if (date == null || Math.abs(exact.toEpochMilli() - date.toEpochMilli()) < 5000) {
                return new ServerTime(exact, 0);
            }
        }
        return date == null ? null : new ServerTime(date, DATE_PRECISION_MS);
    }
}
