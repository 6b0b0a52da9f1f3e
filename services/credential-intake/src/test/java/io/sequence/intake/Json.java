package io.sequence.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes bodies as they are, good or bad. */
final class Json {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    private Json() {}

    static String text(Object body) {
        try {
            return PLAIN.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
