package io.sequence.venues.polymarket;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which people name what they trade: a token's number, a condition's hash, a market's
 * slug, the page of an event or of a market in it; each but the token with {@code :yes}, {@code
 * :no} or another outcome's name behind it. Without one the first outcome is meant.
 *
 * @param kind what the name names
 * @param name token, condition or slug
 * @param outcome in lower case; empty when none was named
 */
record PolymarketSymbol(Kind kind, String name, String outcome) {
    /** What a symbol names. */
    enum Kind {
        TOKEN,
        CONDITION,
        MARKET,
        EVENT
    }

    private static final Pattern TOKEN = Pattern.compile("\\d{10,78}");
    private static final Pattern CONDITION = Pattern.compile("(0x[0-9a-fA-F]{64})(?::(.+))?");
    private static final Pattern SLUG =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9_.-]*)(?::([^/].*))?");
    private static final Pattern PAGE =
            Pattern.compile(
                    "(?:https?://)?(?:www\\.)?polymarket\\.com/(?:[a-z]{2}(?:-[A-Za-z]{2})?/)?"
                            + "(event|market)/([^/?#:]+)(?:/([^/?#:]+))?/?"
                            + "(?:\\?[^#:]*)?(?:#[^:]*)?(?::(.+))?");

    /**
     * Reads a symbol.
     *
     * @throws IllegalArgumentException when it is none
     */
    static PolymarketSymbol of(String text) {
        String symbol = text.strip();
        if (TOKEN.matcher(symbol).matches()) {
            return new PolymarketSymbol(Kind.TOKEN, symbol, "");
        }
        Matcher condition = CONDITION.matcher(symbol);
        if (condition.matches()) {
            return named(Kind.CONDITION, condition.group(1), condition.group(2));
        }
        Matcher page = PAGE.matcher(symbol);
        if (page.matches()) {
            boolean inside = page.group(3) != null;
            Kind kind = inside || page.group(1).equals("market") ? Kind.MARKET : Kind.EVENT;
            return named(kind, inside ? page.group(3) : page.group(2), page.group(4));
        }
        Matcher slug = SLUG.matcher(symbol);
        if (slug.matches()) {
            return named(Kind.MARKET, slug.group(1), slug.group(2));
        }
        throw new IllegalArgumentException("no symbol of Polymarket");
    }

    private static PolymarketSymbol named(Kind kind, String name, @Nullable String outcome) {
        return new PolymarketSymbol(
                kind, name, outcome == null ? "" : outcome.strip().toLowerCase(Locale.ROOT));
    }
}
