package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.transport.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is traded. Source: "Asset IDs" and "Tick and lot size" of the documentation.
 *
 * @param coin the venue's own name: {@code BTC} for a perpetual, {@code PURR/USDC} or {@code @107}
 *     for spot
 * @param asset its number in orders
 * @param sizeDecimals the most decimals of a size
 * @param priceDecimals the most decimals of a price, whatever its magnitude
 */
record HyperliquidListing(String coin, long asset, int sizeDecimals, int priceDecimals) {
    private static final int SPOT_FROM = 10_000;
    private static final int PERPETUAL_DECIMALS = 6;
    private static final int SPOT_DECIMALS = 8;
    private static final int SIGNIFICANT = 5;
    private static final BigDecimal LEAST_VALUE = BigDecimal.TEN;

    /** A perpetual by its coin, from {@code meta}; its number is its place. */
    static Optional<HyperliquidListing> perpetual(JsonNode meta, String symbol) {
        int place = 0;
        for (JsonNode row : Json.rows(meta.path("universe"))) {
            if (Json.text(row, "name").equals(symbol)) {
                return Optional.of(listing(symbol, place, row, PERPETUAL_DECIMALS));
            }
            place++;
        }
        return Optional.empty();
    }

    /** A pair by its own name or by its tokens' names, from {@code spotMeta}. */
    static Optional<HyperliquidListing> spot(JsonNode meta, String symbol) {
        Map<Long, JsonNode> tokens = new HashMap<>();
        for (JsonNode token : Json.rows(meta.path("tokens"))) {
            tokens.put(token.path("index").asLong(), token);
        }
        Optional<HyperliquidListing> byTokens = Optional.empty();
        for (JsonNode pair : Json.rows(meta.path("universe"))) {
            JsonNode base = tokens.get(pair.path("tokens").path(0).asLong());
            JsonNode quote = tokens.get(pair.path("tokens").path(1).asLong());
            if (base == null || quote == null) {
                continue;
            }
            String coin = Json.text(pair, "name");
            long number = SPOT_FROM + Json.decimal(pair, "index").longValueExact();
            if (coin.equals(symbol)) {
                return Optional.of(listing(coin, number, base, SPOT_DECIMALS));
            }
            String names = Json.text(base, "name") + "/" + Json.text(quote, "name");
            if (byTokens.isEmpty() && names.equals(symbol)) {
                byTokens = Optional.of(listing(coin, number, base, SPOT_DECIMALS));
            }
        }
        return byTokens;
    }

    private static HyperliquidListing listing(
            String coin, long number, JsonNode sized, int mostDecimals) {
        int sizeDecimals = Json.decimal(sized, "szDecimals").intValueExact();
        return new HyperliquidListing(
                coin, number, sizeDecimals, Math.max(0, mostDecimals - sizeDecimals));
    }

    /**
     * Five significant digits and no more decimals than the listing has; a whole number is always
     * allowed. Rounded so that it never costs more than was asked for: a buyer's price down, a
     * seller's up.
     */
    BigDecimal price(BigDecimal price, Side side) {
        return price.setScale(
                Math.min(Math.max(price.scale(), 0), decimalsNear(price)),
                side == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING);
    }

    /** The rules for orders at prices as large as this one. */
    Instrument instrument(String symbol, BigDecimal near) {
        return new Instrument(
                symbol,
                BigDecimal.ONE.movePointLeft(decimalsNear(near)),
                BigDecimal.ONE.movePointLeft(sizeDecimals),
                BigDecimal.ZERO,
                LEAST_VALUE);
    }

    private int decimalsNear(BigDecimal price) {
        int wholeDigits = price.precision() - price.scale();
        return Math.min(priceDecimals, Math.max(0, SIGNIFICANT - wholeDigits));
    }
}
