package io.sequence.mailer.outbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sequence.events.EventJson;

/** Records in columns of text, written as events are. */
final class Json {
    private Json() {}

    static String write(Object words) {
        try {
            return EventJson.mapper().writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + words.getClass().getSimpleName(), e);
        }
    }

    /**
     * The record again.
     *
     * @throws IllegalArgumentException when the text is no such record
     */
    static <T> T read(String json, Class<T> type) {
        try {
            return EventJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            // The parser's message quotes what it read.
            throw new IllegalArgumentException("no " + type.getSimpleName());
        }
    }
}
