package io.sequence.venues.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Asset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Coinbase says about money and products. Amounts are text in older answers and {@code
 * {"value","currency"}} in newer ones.
 */
final class CoinbaseAccount {
    private CoinbaseAccount() {}

    /** {@code GET accounts}: what can be used, and what orders hold. */
    static List<Balance> balances(JsonNode body) {
        var balances = new ArrayList<Balance>();
        for (JsonNode row : Json.rows(body.path("accounts"))) {
            BigDecimal free = amount(row, "available_balance");
            BigDecimal held = amountOrNull(row, "hold");
            BigDecimal total = held == null ? free : free.add(held);
            if (total.signum() != 0) {
                AssetCodes.asset(Json.text(row, "currency"))
                        .map(
                                asset ->
                                        new Balance(
                                                "portfolio",
                                                true,
                                                asset,
                                                total,
                                                free.max(BigDecimal.ZERO)))
                        .ifPresent(balances::add);
            }
        }
        return balances;
    }

    /** {@code GET cfm/balance_summary}: the dollars that lie with the futures merchant. */
    static Optional<Balance> futures(JsonNode body) {
        JsonNode summary = body.path("balance_summary");
        BigDecimal total = amountOrNull(summary, "cfm_usd_balance");
        if (total == null || total.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal usable = amountOrNull(summary, "futures_buying_power");
        BigDecimal available = usable == null ? BigDecimal.ZERO : usable.min(total);
        return Optional.of(
                new Balance(
                        "futures", true, new Asset("USD"), total, available.max(BigDecimal.ZERO)));
    }

    /** {@code GET cfm/positions}: sizes in contracts. */
    static List<Position> futuresPositions(JsonNode body) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(body.path("positions"))) {
            BigDecimal contracts = amount(row, "number_of_contracts");
            if (contracts.signum() != 0) {
                positions.add(
                        position(
                                row,
                                "product_id",
                                signed(contracts, Json.text(row, "side")),
                                "avg_entry_price",
                                "current_price"));
            }
        }
        return positions;
    }

    /**
     * {@code GET intx/positions/…}: perpetuals, sizes in the base asset, signed. What a position is
     * in stands under {@code symbol}; {@code product_id} may be a number of the other exchange's.
     */
    static List<Position> perpetualPositions(JsonNode body) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(body.path("positions"))) {
            BigDecimal size = amount(row, "net_size");
            if (size.signum() != 0) {
                String side = Json.textOr(row, "position_side", "");
                positions.add(
                        position(
                                row,
                                row.has("symbol") ? "symbol" : "product_id",
                                side.endsWith("SHORT") && size.signum() > 0 ? size.negate() : size,
                                "entry_vwap",
                                "mark_price"));
            }
        }
        return positions;
    }

    private static Position position(
            JsonNode row, String symbol, BigDecimal size, String entry, String mark) {
        return new Position(
                Json.text(row, symbol),
                size,
                amount(row, entry),
                amountOrNull(row, mark),
                amountOrNull(row, "unrealized_pnl"),
                Json.decimalOrNull(row, "leverage"));
    }

    private static BigDecimal signed(BigDecimal size, String side) {
        return switch (side) {
            case "LONG" -> size.abs();
            case "SHORT" -> size.abs().negate();
            default -> throw new MalformedAnswer("side is neither LONG nor SHORT");
        };
    }

    /** {@code GET transaction_summary}: rates are fractions. */
    static FeeTier rates(JsonNode body) {
        JsonNode tier = body.path("fee_tier");
        return new FeeTier(
                Json.textOrNull(tier, "pricing_tier"),
                Json.decimal(tier, "maker_fee_rate"),
                Json.decimal(tier, "taker_fee_rate"));
    }

    /** {@code GET best_bid_ask} of one product, beside its last price. */
    static Ticker ticker(String symbol, BigDecimal last, JsonNode body) {
        JsonNode book = body.path("pricebooks").path(0);
        return new Ticker(
                symbol,
                last,
                Json.decimalOrNull(book.path("bids").path(0), "price"),
                Json.decimalOrNull(book.path("asks").path(0), "price"));
    }

    /** {@code GET products/…}; empty when it is not traded. */
    static Optional<Instrument> instrument(JsonNode body, String symbol) {
        if (body.path("trading_disabled").asBoolean(false)) {
            return Optional.empty();
        }
        BigDecimal priceStep = Json.decimalOrNull(body, "price_increment");
        return Optional.of(
                new Instrument(
                        symbol,
                        priceStep == null ? Json.decimal(body, "quote_increment") : priceStep,
                        Json.decimal(body, "base_increment"),
                        Json.decimalOrZero(body, "base_min_size"),
                        Json.decimalOrZero(body, "quote_min_size")));
    }

    private static BigDecimal amount(JsonNode row, String field) {
        BigDecimal amount = amountOrNull(row, field);
        if (amount == null) {
            throw new MalformedAnswer(field + " is missing");
        }
        return amount;
    }

    private static @Nullable BigDecimal amountOrNull(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isObject()
                ? Json.decimalOrNull(value, "value")
                : Json.decimalOrNull(row, field);
    }
}
