package io.sequence.mailer.outbound.doors;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how long a receiver asks to be left alone (RFC 9110, 10.2.3). */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Of an answer's headers; at most a day, null when it does not say. */
    static @Nullable Duration of(Map<String, String> headers, Instant now) {
        String text = headers.get("retry-after");
        if (text == null) {
            return null;
        }
        if (text.strip().matches("\\d{1,9}")) {
            return seconds(Long.parseLong(text.strip()));
        }
        try {
            Instant until =
                    ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            return seconds(Math.max(0, Duration.between(now, until).toSeconds()));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** So many, at most a day. */
    static Duration seconds(long seconds) {
        return seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
    }
}
