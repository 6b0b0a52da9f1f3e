package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A JSON value as the signature spells it: members in ascending order, each its name and then its
 * value; elements of a list one after the other; nothing in between. Numbers, {@code true}, {@code
 * false} and {@code null} are spelled as they stand in the body, text without its quotes and
 * escapes. Source: the documentation's "Digital Signature"; its samples stop after three levels and
 * differ on the case of booleans, its own methods use neither.
 */
sealed interface CryptoComParams {
    /** Adds the spelling. */
    void spell(StringBuilder to);

    /** Text, a number, a boolean or null. */
    record Word(String text) implements CryptoComParams {
        @Override
        public void spell(StringBuilder to) {
            to.append(text);
        }
    }

    /** A list. */
    record Elements(List<CryptoComParams> all) implements CryptoComParams {
        @Override
        public void spell(StringBuilder to) {
            all.forEach(one -> one.spell(to));
        }
    }

    /** An object. */
    record Members(SortedMap<String, CryptoComParams> all) implements CryptoComParams {
        @Override
        public void spell(StringBuilder to) {
            all.forEach(
                    (name, value) -> {
                        to.append(name);
                        value.spell(to);
                    });
        }
    }

    /** Reads the value that the parser stands on, to its end. */
    static CryptoComParams read(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            var members = new TreeMap<String, CryptoComParams>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, read(parser));
            }
            return new Members(members);
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            var elements = new ArrayList<CryptoComParams>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(read(parser));
            }
            return new Elements(elements);
        }
        return new Word(parser.getText());
    }
}
