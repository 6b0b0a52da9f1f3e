package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what Crypto.com says about money and markets. */
final class CryptoComAccount {
    private CryptoComAccount() {}

    /** {@code private/user-balance}: one wallet that trades everything. */
    static List<Balance> balances(JsonNode result) {
        var balances = new ArrayList<Balance>();
        for (JsonNode account : Json.rows(result.path("data"))) {
            for (JsonNode row : Json.rows(account.path("position_balances"))) {
                BigDecimal total = Json.decimal(row, "quantity");
                BigDecimal free = total.subtract(Json.decimalOrZero(row, "reserved_qty"));
                if (total.signum() != 0) {
                    AssetCodes.asset(Json.text(row, "instrument_name"))
                            .map(
                                    asset ->
                                            new Balance(
                                                    "exchange",
                                                    true,
                                                    asset,
                                                    total,
                                                    free.max(BigDecimal.ZERO)))
                            .ifPresent(balances::add);
                }
            }
        }
        return balances;
    }

    /** {@code private/get-positions}: {@code quantity} is negative for a short one. */
    static List<Position> positions(JsonNode result) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(result.path("data"))) {
            BigDecimal size = Json.decimal(row, "quantity");
            if (size.signum() != 0) {
                BigDecimal opened = Json.decimalOrNull(row, "open_pos_cost");
                BigDecimal cost = opened == null ? Json.decimal(row, "cost") : opened;
                positions.add(
                        new Position(
                                Json.text(row, "instrument_name"),
                                size,
                                entryPrice(cost, size),
                                null,
                                Json.decimalOrNull(row, "open_position_pnl"),
                                null));
            }
        }
        return positions;
    }

    private static BigDecimal entryPrice(BigDecimal cost, BigDecimal size) {
        BigDecimal price = cost.divide(size, MathContext.DECIMAL64).abs();
        return price.scale() < 0 ? price.setScale(0) : price;
    }

    /** {@code private/get-fee-rate}: basis points, so that 6.5 means 0.00065 of the value. */
    static FeeTier rates(JsonNode result, Market market) {
        String kind =
                switch (market) {
                    case SPOT -> "spot";
                    case DERIVATIVES -> "deriv";
                };
        return new FeeTier(
                Json.textOrNull(result, kind + "_tier"),
                Json.decimal(result, "effective_" + kind + "_maker_rate_bps").movePointLeft(4),
                Json.decimal(result, "effective_" + kind + "_taker_rate_bps").movePointLeft(4));
    }

    /** {@code public/get-tickers}: the row of a symbol. */
    static Optional<Ticker> ticker(JsonNode result, String symbol) {
        return row(result, "i", symbol)
                .map(
                        row ->
                                new Ticker(
                                        symbol,
                                        Json.decimal(row, "a"),
                                        Json.decimalOrNull(row, "b"),
                                        Json.decimalOrNull(row, "k")));
    }

    /**
     * {@code public/get-instruments}: the row of a symbol that can be traded. It names no least
     * size; a smaller one than the venue takes is refused with 415.
     */
    static Optional<Instrument> instrument(JsonNode result, String symbol) {
        return row(result, "symbol", symbol)
                .filter(row -> row.path("tradable").asBoolean(true))
                .map(
                        row ->
                                new Instrument(
                                        symbol,
                                        Json.decimal(row, "price_tick_size"),
                                        Json.decimal(row, "qty_tick_size"),
                                        BigDecimal.ZERO,
                                        BigDecimal.ZERO));
    }

    private static Optional<JsonNode> row(JsonNode result, String field, String symbol) {
        for (JsonNode row : Json.rows(result.path("data"))) {
            if (symbol.equals(Json.textOr(row, field, ""))) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
