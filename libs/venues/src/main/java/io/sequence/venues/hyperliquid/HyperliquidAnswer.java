package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import io.sequence.venues.transport.VenueWords;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"status":"ok","response":{…}}} or {@code {"status":"err","response":"text"}}, both under
 * HTTP 200; an order's refusal stands inside an {@code ok}. Reads answer with what was asked for.
 * Source: "Exchange endpoint" and "Error responses" of the documentation.
 */
final class HyperliquidAnswer implements AnswerReader {
    private final Supplier<String> agent;

    /**
     * Reads the answers to one credential.
     *
     * @param agent tells the address that signs, asked for only when the venue names one
     */
    HyperliquidAnswer(Supplier<String> agent) {
        this.agent = agent;
    }

    @Override
    public Reading read(JsonNode body, WireResponse response) {
        JsonNode said = body.path("response");
        if (body.path("status").asText().equals("err")) {
            return refusal(said.isTextual() ? said.asText() : said.toString());
        }
        if (response.status() >= 400) {
            return new Refusal("", VenueWords.trimmed(body.toString()));
        }
        if (!body.path("status").asText().equals("ok") || said.isMissingNode()) {
            return new Payload(body);
        }
        Optional<String> refused = error(said);
        return refused.isPresent() ? refusal(refused.get()) : new Payload(said);
    }

    private static Optional<String> error(JsonNode said) {
        for (JsonNode status : said.path("data").path("statuses")) {
            if (status.hasNonNull("error")) {
                return Optional.of(status.path("error").asText());
            }
        }
        JsonNode alone = said.path("data").path("status").path("error");
        return alone.isTextual() ? Optional.of(alone.asText()) : Optional.empty();
    }

    private Refusal refusal(String words) {
        return HyperliquidFaults.code(words)
                .map(code -> new Refusal(code, words, beyond(code, words), null))
                .orElseGet(() -> new Refusal(VenueWords.trimmed(words), words));
    }

    private @Nullable Fault beyond(String code, String words) {
        try {
            return HyperliquidFaults.beyondCode(code, words, agent.get());
        } catch (CredentialUnusable unsigned) {
            return null;
        }
    }
}
