package io.sequence.vocabulary;

import java.util.regex.Pattern;

/**
 * The one alphabet of identifiers that people give to declared things: venues, strategies, fields.
 */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]{0,63}");

    private Names() {}

    static String check(String value, String what) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must match " + NAME.pattern());
        }
        return value;
    }
}
