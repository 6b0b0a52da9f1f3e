package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The body of a private call: members in their order, each value exactly as it was written, because
 * what is signed is the text that is sent.
 */
final class CryptoComEnvelope {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Set<String> TELLING = Set.of("method", "params");
    private static final Set<String> NAMES =
            Set.of("id", "method", "params", "api_key", "sig", "nonce");

    private final Map<String, String> members;
    private final String otherwiseParams;

    private CryptoComEnvelope(Map<String, String> members, String otherwiseParams) {
        this.members = members;
        this.otherwiseParams = otherwiseParams;
    }

    /**
     * Reads a body: a whole envelope, a part of one, or the bare {@code params}; empty text is an
     * envelope with nothing in it.
     *
     * @throws IllegalArgumentException when it is no JSON object
     */
    static CryptoComEnvelope read(String body) {
        var given = body.isBlank() ? new LinkedHashMap<String, String>() : members(body);
        boolean envelope =
                given.keySet().stream().anyMatch(TELLING::contains)
                        || NAMES.containsAll(given.keySet());
        if (envelope) {
            // What is null is not there: the venue wants params as {} and the rest filled in.
            given.values().removeIf("null"::equals);
            return new CryptoComEnvelope(given, "{}");
        }
        return new CryptoComEnvelope(Map.of(), body.strip());
    }

    private static LinkedHashMap<String, String> members(String body) {
        var members = new LinkedHashMap<String, String>();
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("the body is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                members.put(name, body.substring(start, end));
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the body is more than one JSON object");
            }
            return members;
        } catch (IOException notJson) {
            // Its message quotes the body.
            throw new IllegalArgumentException("the body is no JSON object");
        }
    }

    /** The same with this JSON where the member is missing. */
    CryptoComEnvelope or(String name, String json) {
        return members.containsKey(name) ? this : with(name, json);
    }

    /** The same with the bare params, or with none, where they are missing. */
    CryptoComEnvelope orParams() {
        return or("params", otherwiseParams);
    }

    /** The same with this JSON, in the member's place or at the end. */
    CryptoComEnvelope with(String name, String json) {
        var more = new LinkedHashMap<>(members);
        more.put(name, json);
        return new CryptoComEnvelope(more, otherwiseParams);
    }

    /** A member as the signature spells it; empty when there is none. */
    String spelled(String name) {
        String json = members.get(name);
        if (json == null) {
            return "";
        }
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            var text = new StringBuilder();
            CryptoComParams.read(parser).spell(text);
            return text.toString();
        } catch (IOException notJson) {
            throw new IllegalArgumentException("the body is no JSON object");
        }
    }

    /** A text as JSON. */
    static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /** The body as it is sent. */
    String json() {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
