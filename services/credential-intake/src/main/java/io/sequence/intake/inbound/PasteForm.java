package io.sequence.intake.inbound;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/venues/{venue}/check-paste}.
 *
 * @param credentials by the venue's field names, as they were pasted
 */
public record PasteForm(@Nullable Map<String, @Nullable String> credentials) {
    /** What was sent stays out of logs. */
    @Override
    public String toString() {
        return "PasteForm[…]";
    }
}
