package io.sequence.vocabulary;

import java.util.regex.Pattern;

/**
 * A coin or currency by its usual code; venues' own spellings ({@code XXBT}) are translated by
 * their adapters.
 *
 * @param code 1 to 20 upper-case letters, digits and dots, e.g. {@code BTC}
 */
public record Asset(String code) {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,19}");

    public Asset {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("an asset code must match " + CODE.pattern());
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
