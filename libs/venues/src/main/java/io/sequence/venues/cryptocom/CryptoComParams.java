package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the signature spells a JSON value: members in ascending order, each its name and then its
 * value; elements of a list one after the other; nothing in between. Numbers, {@code true}, {@code
 * false} and {@code null} are spelled as they stand in the body, text without its quotes and
 * escapes. Source: the documentation's "Digital Signature"; its samples stop after three levels and
 * differ on the case of booleans, and its own methods need neither.
 */
final class CryptoComParams {
    private CryptoComParams() {}

    /** Spells the value that the parser stands on, to its end. */
    static String spelled(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var members = new TreeMap<String, String>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, spelled(parser));
            }
            return joined(members);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var elements = new StringBuilder();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.append(spelled(parser));
            }
            return elements.toString();
        }
        return parser.getText();
    }

    /** Spells an object whose values are spelled already. */
    static String spelled(Map<String, String> members) {
        return joined(new TreeMap<>(members));
    }

    private static String joined(TreeMap<String, String> members) {
        var text = new StringBuilder(128);
        for (Map.Entry<String, String> member : members.entrySet()) {
            text.append(member.getKey()).append(member.getValue());
        }
        return text.toString();
    }
}
