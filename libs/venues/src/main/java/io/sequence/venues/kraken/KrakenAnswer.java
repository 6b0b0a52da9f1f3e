package io.sequence.venues.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.WireResponse;
import io.sequence.venues.transport.AnswerReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Kraken's envelope: {@code {"error":[…],"result":…}} under HTTP 200 for yes and no alike. Entries
 * that begin with {@code W} are warnings and may stand beside a good result.
 */
final class KrakenAnswer implements AnswerReader {
    /** "A few minutes", say the present documents; an older article says fifteen. */
    private static final Duration LOCKOUT = Duration.ofMinutes(5);

    private static final Pattern THROTTLED_UNTIL =
            Pattern.compile(KrakenFaults.THROTTLED + ":\\s*(\\d{1,12})");

    private final InstantSource clock;

    KrakenAnswer(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Reading read(JsonNode body, WireResponse response) {
        List<String> errors = errors(body);
        JsonNode result = body.path("result");
        if (errors.isEmpty() && !result.isMissingNode()) {
            return new Payload(result);
        }
        if (errors.isEmpty()) {
            String warnings = String.join("; ", texts(body));
            // Without a result it is no yes, and without an error nobody knows what it is.
            return new Refusal("", warnings, Fault.UNRECOGNISED, null);
        }
        String telling = telling(errors);
        Fault fault = KrakenFaults.of(telling);
        return new Refusal(
                code(telling),
                String.join("; ", errors),
                fault == Fault.UNRECOGNISED ? null : fault,
                wait(errors));
    }

    /** Of several errors the first one that is known, else the first. */
    private static String telling(List<String> errors) {
        return errors.stream()
                .filter(text -> KrakenFaults.of(text) != Fault.UNRECOGNISED)
                .findFirst()
                .orElse(errors.getFirst());
    }

    private static List<String> errors(JsonNode body) {
        return texts(body).stream().filter(text -> !text.startsWith("W")).toList();
    }

    private static List<String> texts(JsonNode body) {
        var texts = new ArrayList<String>();
        body.path("error").forEach(entry -> texts.add(entry.asText()));
        return texts;
    }

    /** Category and description; what follows a second colon is about this one request. */
    private static String code(String text) {
        int second = text.indexOf(':', text.indexOf(':') + 1);
        return second < 0 ? text : text.substring(0, second);
    }

    private @Nullable Duration wait(List<String> errors) {
        for (String text : errors) {
            Matcher until = THROTTLED_UNTIL.matcher(text);
            if (until.lookingAt()) {
                Instant when = Instant.ofEpochSecond(Long.parseLong(until.group(1)));
                return Duration.between(clock.instant(), when);
            }
            if (text.startsWith(KrakenFaults.TEMPORARY_LOCKOUT)) {
                return LOCKOUT;
            }
        }
        return null;
    }
}
