package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.sequence.venues.api.RequestUnusable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The body of a private call: members in their order, each value exactly as it was written, because
 * what is signed is the text that is sent. Of one call, and not to be shared.
 */
final class CryptoComEnvelope {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Set<String> NAMES =
            Set.of("id", "method", "params", "api_key", "sig", "nonce");
    private static final Member NO_PARAMS = new Member("{}", "");

    private final Map<String, Member> members;
    private final Member otherwiseParams;

    private CryptoComEnvelope(Map<String, Member> members, Member otherwiseParams) {
        this.members = members;
        this.otherwiseParams = otherwiseParams;
    }

    /**
     * A value.
     *
     * @param json as it is sent
     * @param spelled as it is signed
     */
    private record Member(String json, String spelled) {}

    /**
     * Reads a body: a whole envelope, a part of one, or the bare {@code params}; empty text is an
     * envelope with nothing in it.
     *
     * @throws RequestUnusable when it is no JSON object
     */
    static CryptoComEnvelope read(String body) {
        Map<String, Member> given = body.isBlank() ? new LinkedHashMap<>() : members(body);
        boolean envelope =
                given.containsKey("method")
                        || given.containsKey("params")
                        || NAMES.containsAll(given.keySet());
        if (envelope) {
            // What is null is not there: the venue wants params as {} and the rest filled in.
            given.values().removeIf(member -> member.json().equals("null"));
            return new CryptoComEnvelope(given, NO_PARAMS);
        }
        var spelled = new LinkedHashMap<String, String>();
        given.forEach((name, member) -> spelled.put(name, member.spelled()));
        return new CryptoComEnvelope(
                new LinkedHashMap<>(), new Member(body.strip(), CryptoComParams.spelled(spelled)));
    }

    private static Map<String, Member> members(String body) {
        var members = new LinkedHashMap<String, Member>();
        try (JsonParser parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RequestUnusable("body", "is no JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                String spelled = CryptoComParams.spelled(parser);
                parser.finishToken();
                int end = (int) parser.currentLocation().getCharOffset();
                members.put(name, new Member(body.substring(start, end), spelled));
            }
            if (parser.nextToken() != null) {
                throw new RequestUnusable("body", "is more than one JSON object");
            }
            return members;
        } catch (IOException notJson) {
            // Its message quotes the body.
            throw new RequestUnusable("body", "is no JSON object");
        }
    }

    /** Writes a number where the member is missing. */
    CryptoComEnvelope orNumber(String name, String number) {
        members.putIfAbsent(name, new Member(number, number));
        return this;
    }

    /** Writes a text where the member is missing. */
    CryptoComEnvelope orText(String name, Supplier<String> text) {
        return members.containsKey(name) ? this : text(name, text.get());
    }

    /** Writes the bare params, or none, where they are missing. */
    CryptoComEnvelope orParams() {
        members.putIfAbsent("params", otherwiseParams);
        return this;
    }

    /** Writes a text in the member's place or at the end. */
    CryptoComEnvelope text(String name, String text) {
        members.put(name, new Member(quoted(text), text));
        return this;
    }

    /** A member as it is signed; the other text when it is missing. */
    String spelled(String name, String otherwise) {
        Member member = members.get(name);
        return member == null ? otherwise : member.spelled();
    }

    /** The body as it is sent. */
    String json() {
        var json = new StringBuilder(256).append('{');
        for (Map.Entry<String, Member> one : members.entrySet()) {
            json.append(json.length() == 1 ? "" : ",")
                    .append(quoted(one.getKey()))
                    .append(':')
                    .append(one.getValue().json());
        }
        return json.append('}').toString();
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                char[] escaped = JsonStringEncoder.getInstance().quoteAsString(text);
                return "\"" + new String(escaped) + "\"";
            }
        }
        return "\"" + text + "\"";
    }
}
