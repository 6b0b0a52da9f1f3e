package io.sequence.venues.sign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/**
 * A member of a JSON object as it was written, less the white space: numbers and escapes keep their
 * spelling, because what is signed is text.
 */
final class CompactJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private CompactJson() {}

    /** The text of an outermost member, or empty when there is none. */
    static Optional<String> member(String object, String name) {
        try (JsonParser parser = FACTORY.createParser(object)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = name.equals(parser.currentName());
                parser.nextToken();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                if (wanted) {
                    int end = (int) parser.currentLocation().getCharOffset();
                    return Optional.of(compact(object.substring(start, end)));
                }
            }
            return Optional.empty();
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static String compact(String json) {
        var text = new StringBuilder(json.length());
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\') {
                text.append(c).append(json.charAt(++i));
                continue;
            }
            if (c == '"') {
                inText = !inText;
            }
            if (inText || " \t\r\n".indexOf(c) < 0) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
