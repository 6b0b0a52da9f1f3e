package io.sequence.venues.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a venue says of itself whether it is open: one unsigned question. Pure. */
public interface StatusReader {
    /** The question, unsigned. */
    WireRequest question();

    /**
     * When it is closed, now or later, by a JSON answer; empty when it is open and nothing is
     * planned. Says nothing of markets where keys go on working, such as those without matching.
     *
     * @param now the venue's clock
     * @throws RuntimeException when the answer cannot be read
     */
    List<Closure> closures(JsonNode answer, Instant now);

    /**
     * A time in which the venue does not serve keys.
     *
     * @param words the venue's own, empty when it says none
     * @param from when it begins, or began
     * @param until when the venue expects to be open again; null when it does not say
     */
    record Closure(String words, Instant from, @Nullable Instant until) {}
}
