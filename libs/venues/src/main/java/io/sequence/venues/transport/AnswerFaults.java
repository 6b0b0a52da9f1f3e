package io.sequence.venues.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueProfile;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.api.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a venue's answer into its payload or into a row of the fault catalogue. Looked at in this
 * order: what the venue's own reader says, the profile's row of the code (of the HTTP status where
 * there is no code), the HTTP status itself; what nobody knows is {@link Fault#UNRECOGNISED}.
 */
public final class AnswerFaults {
    private final VenueProfile profile;
    private final AnswerReader reader;

    /** For one venue. */
    public AnswerFaults(VenueProfile profile, AnswerReader reader) {
        this.profile = profile;
        this.reader = reader;
    }

    /** What to ask to learn the venue's clock; null when its ordinary answers tell the time. */
    @Nullable WireRequest clockRequest(String host) {
        return reader.clockRequest(host);
    }

    /** The payload or the fault of one answer. */
    public VenueAnswer<JsonNode> classify(WireResponse response, Instant now) {
        Optional<JsonNode> body = Json.parse(response.body()).filter(JsonNode::isContainerNode);
        if (body.isEmpty()) {
            return page(response, now);
        }
        return switch (reader.read(body.get(), response)) {
            case AnswerReader.Payload yes -> new Yes<>(yes.payload());
            case AnswerReader.Refusal no -> refusal(no, response, now);
        };
    }

    private No<JsonNode> refusal(AnswerReader.Refusal no, WireResponse response, Instant now) {
        String code = no.code().isEmpty() ? httpCode(response) : VenueWords.trimmed(no.code());
        Fault fault = fault(no, response);
        Duration wait =
                no.retryAfter() == null
                        ? wait(fault, response, now)
                        : RetryAfter.within(no.retryAfter());
        return new No<>(fault, code, VenueWords.trimmed(no.words()), wait);
    }

    private Fault fault(AnswerReader.Refusal no, WireResponse response) {
        if (no.fault() != null) {
            return no.fault();
        }
        Fault known =
                profile.faultsByCode().get(no.code().isEmpty() ? httpCode(response) : no.code());
        if (known != null) {
            return known;
        }
        int status = response.status();
        if (status == 429) {
            return Fault.RATE_LIMITED;
        }
        return status >= 500 ? Fault.VENUE_UNAVAILABLE : Fault.UNRECOGNISED;
    }

    /** HTML and plain text come from whatever stands before the venue, seldom from itself. */
    private No<JsonNode> page(WireResponse response, Instant now) {
        String words = VenueWords.ofPage(response.body());
        Fault fault = reader.readPage(response, words);
        if (fault == null) {
            fault = profile.faultsByCode().get(httpCode(response));
        }
        if (fault == null) {
            fault = byStatus(response.status(), words);
        }
        return new No<>(fault, httpCode(response), words, wait(fault, response, now));
    }

    private @Nullable Duration wait(Fault fault, WireResponse response, Instant now) {
        Duration asked = RetryAfter.of(response, now);
        return asked == null && fault == Fault.IP_BANNED ? reader.banLasts() : asked;
    }

    private static Fault byStatus(int status, String words) {
        return switch (status) {
            case 418 -> Fault.IP_BANNED;
            case 429 -> Fault.RATE_LIMITED;
            case 451 -> Fault.REGION_RESTRICTED;
            case 503 ->
                    words.toLowerCase(Locale.ROOT).contains("maintenance")
                            ? Fault.VENUE_MAINTENANCE
                            : Fault.VENUE_UNAVAILABLE;
            default -> Fault.VENUE_UNAVAILABLE;
        };
    }

    private static String httpCode(WireResponse response) {
        return "http:" + response.status();
    }
}
