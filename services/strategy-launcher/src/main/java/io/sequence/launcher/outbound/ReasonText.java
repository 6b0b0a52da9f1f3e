package io.sequence.launcher.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sequence.events.EventJson;
import io.sequence.events.Reason;
import org.jspecify.annotations.Nullable;

/** A reason as the JSON that events carry, for a column of text. */
final class ReasonText {
    private ReasonText() {}

    static @Nullable String write(@Nullable Reason reason) {
        try {
            return reason == null ? null : EventJson.mapper().writeValueAsString(reason);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a reason cannot be written", e);
        }
    }

    static @Nullable Reason read(@Nullable String text) {
        try {
            return text == null ? null : EventJson.mapper().readValue(text, Reason.class);
        } catch (JsonProcessingException e) {
            // The parser's message would quote the venue's words.
            throw new IllegalStateException("a reason cannot be read: " + e.getClass().getName());
        }
    }
}
