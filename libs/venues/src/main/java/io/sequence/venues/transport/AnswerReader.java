package io.sequence.venues.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How one venue says yes and no. Pure. */
@FunctionalInterface
public interface AnswerReader {
    /** Reads a JSON answer, whatever its status. */
    Reading read(JsonNode body, WireResponse response);

    /**
     * What a page that is no JSON means, when this venue says it in words; null leaves it to the
     * profile's row {@code http:<status>} and then to the status itself.
     */
    default @Nullable Fault readPage(WireResponse response, String words) {
        return null;
    }

    /** How long a ban of our address lasts when the answer does not say; null when unknown. */
    default @Nullable Duration banLasts() {
        return null;
    }

    /**
     * What to ask, unsigned, to learn the venue's clock after it refused ours; null when its
     * ordinary answers tell the time.
     */
    default @Nullable WireRequest clockRequest(String host) {
        return null;
    }

    /** A yes or a no. */
    sealed interface Reading {}

    /**
     * A yes.
     *
     * @param payload the part of the answer that the client reads
     */
    record Payload(JsonNode payload) implements Reading {}

    /**
     * A no.
     *
     * @param code the venue's own; looked up in the profile's {@code faultsByCode}
     * @param words the venue's own
     * @param fault what the words say beyond the code, which then counts; null when the code is
     *     enough
     * @param retryAfter how long the venue asks us to wait, where it says so in its own way
     */
    record Refusal(String code, String words, @Nullable Fault fault, @Nullable Duration retryAfter)
            implements Reading {
        /** A refusal that its code tells. */
        public Refusal(String code, String words) {
            this(code, words, null, null);
        }
    }
}
