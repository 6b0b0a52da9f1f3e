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
    /** An outermost time in milliseconds, as the last field of the answer. */
    private static final Pattern LAST_FIELD =
            Pattern.compile("\"(?:time|serverTime)\"\\s*:\\s*(\\d{13})\\s*}\\s*$");

    /**
     * An answer that is nothing but a time: {@code "data":…}, {@code "data":[{"ts":"…"}]} or {@code
     * "data":{"serverTime":"…"}}.
     */
    private static final Pattern ONLY_TIME =
            Pattern.compile(
                    "\\{[^{}\\[\\]]*\"data\"\\s*:\\s*"
                            + "(?:\\[?\\s*\\{\\s*\"(?:ts|serverTime)\"\\s*:\\s*)?"
                            + "\"?(\\d{13})\"?\\s*}?\\s*]?[^{}\\[\\]]*}\\s*");

    /** The end of both names of {@link #LAST_FIELD}. */
    private static final String TIME = "ime\"";

    private static final int TAIL = 64;
    private static final int SHORT = 200;
    private static final long DATE_PRECISION_MS = 1000;
    private static final long MOST_CONTRADICTION_MS = 5000;

    /** From the answer's own milliseconds, else from its {@code Date} header; null without both. */
    static @Nullable ServerTime of(WireResponse response) {
        Instant date = RetryAfter.date(response.header("Date"));
        Instant exact = milliseconds(response.body());
        // A cached or replayed body would mislead; its Date header gives it away.
        if (exact != null
                && (date == null
                        || Math.abs(exact.toEpochMilli() - date.toEpochMilli())
                                < MOST_CONTRADICTION_MS)) {
            return new ServerTime(exact, 0);
        }
        return date == null ? null : new ServerTime(date, DATE_PRECISION_MS);
    }

    private static @Nullable Instant milliseconds(String body) {
        // Most answers tell no time: looking for the word is cheaper than for the pattern.
        if (body.indexOf(TIME, Math.max(0, body.length() - TAIL)) >= 0) {
            Matcher last = LAST_FIELD.matcher(body.substring(Math.max(0, body.length() - TAIL)));
            if (last.find()) {
                return Instant.ofEpochMilli(Long.parseLong(last.group(1)));
            }
        }
        Matcher only = ONLY_TIME.matcher(body.length() > SHORT ? "" : body);
        return only.matches() ? Instant.ofEpochMilli(Long.parseLong(only.group(1))) : null;
    }
}
