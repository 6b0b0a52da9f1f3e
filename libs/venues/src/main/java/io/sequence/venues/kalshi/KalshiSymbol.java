package io.sequence.venues.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.util.Locale;

/**
 * One outcome of a market, {@code TICKER:yes} or {@code TICKER:no}; a bare ticker is its YES. The
 * venue keeps one book a market, quoted in YES: buying NO at {@code q} is an ask at {@code 1 − q}.
 * Source: docs.kalshi.com, "Order direction".
 *
 * @param name as the caller writes it
 * @param ticker the venue's market
 * @param yes whether it is the YES outcome
 */
record KalshiSymbol(String name, String ticker, boolean yes) {
    static KalshiSymbol of(String symbol) {
        int colon = symbol.lastIndexOf(':');
        String outcome = colon < 0 ? "yes" : symbol.substring(colon + 1).toLowerCase(Locale.ROOT);
        boolean known = outcome.equals("yes") || outcome.equals("no");
        // A suffix that is neither stays in the ticker: the venue then says that it knows no such.
        return known && colon >= 0
                ? new KalshiSymbol(symbol, symbol.substring(0, colon), outcome.equals("yes"))
                : new KalshiSymbol(symbol, symbol, true);
    }

    static KalshiSymbol of(String ticker, boolean yes) {
        return new KalshiSymbol(ticker + (yes ? ":yes" : ":no"), ticker, yes);
    }

    /** A price of this outcome as a price of YES, and the other way round. */
    BigDecimal turned(BigDecimal price) {
        return yes ? price : BigDecimal.ONE.subtract(price);
    }

    /** {@code bid} or {@code ask} in the book of YES. */
    String bookSide(Side side) {
        return (side == Side.BUY) == yes ? "bid" : "ask";
    }

    /**
     * What an order or a fill did, seen from this outcome. Rows written before {@code book_side}
     * came say it with {@code side} and {@code action}.
     */
    Side side(JsonNode row) {
        boolean bid =
                switch (Json.textOr(row, "book_side", "")) {
                    case "bid" -> true;
                    case "ask" -> false;
                    default -> legacyBid(row);
                };
        return bid == yes ? Side.BUY : Side.SELL;
    }

    private static boolean legacyBid(JsonNode row) {
        String said = Json.textOr(row, "action", "buy") + " " + Json.text(row, "side");
        return switch (said) {
            case "buy yes", "sell no" -> true;
            case "buy no", "sell yes" -> false;
            default -> throw new MalformedAnswer("book_side is neither bid nor ask");
        };
    }
}
