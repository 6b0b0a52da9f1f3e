package io.sequence.venues.transport;

import io.sequence.venues.api.WireResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The {@code Retry-After} header (RFC 9110, 10.2.3): seconds, or a date. */
public final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(7);

    private RetryAfter() {}

    /** How long to wait by the header; null when there is none or it cannot be read. */
    public static @Nullable Duration of(WireResponse response, Instant now) {
        String header = response.header("Retry-After");
        if (header == null) {
            return null;
        }
        String text = header.strip();
        if (text.matches("\\d{1,9}")) {
            return within(Duration.ofSeconds(Long.parseLong(text)));
        }
        Instant when = date(text);
        Instant sent = date(response.header("Date"));
        return when == null ? null : within(Duration.between(sent == null ? now : sent, when));
    }

    /** A wait that is neither negative nor longer than a week. */
    public static Duration within(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /** An HTTP date; null when it is absent or none. */
    static @Nullable Instant date(@Nullable String text) {
        try {
            return text == null
                    ? null
                    : ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
