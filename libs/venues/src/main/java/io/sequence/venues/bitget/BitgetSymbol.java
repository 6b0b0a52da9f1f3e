package io.sequence.venues.bitget;

import io.sequence.vocabulary.Market;
import java.util.List;

/** What a symbol alone tells: the same text names a spot pair and a perpetual. */
final class BitgetSymbol {
    private static final String USDT = "USDT-FUTURES";
    private static final String USDC = "USDC-FUTURES";
    private static final String COIN = "COIN-FUTURES";

    /** Every kind of futures, each asked for on its own. */
    static final List<String> PRODUCTS = List.of(USDT, USDC, COIN);

    private BitgetSymbol() {}

    /** The {@code productType} of a futures symbol: BTCUSDT, BTCPERP, BTCUSD, BTCUSDH27. */
    static String product(String symbol) {
        if (symbol.contains("USDT")) {
            return USDT;
        }
        return symbol.endsWith("PERP") || symbol.contains("USDC") ? USDC : COIN;
    }

    /** The unified account's {@code category}. */
    static String category(Market market, String symbol) {
        return switch (market) {
            case SPOT -> "SPOT";
            case DERIVATIVES -> product(symbol);
        };
    }

    /** What a futures position is margined in. */
    static String marginCoin(String symbol) {
        return switch (product(symbol)) {
            case USDT -> "USDT";
            case USDC -> "USDC";
            default -> symbol.replaceFirst("USD.*$", "");
        };
    }
}
