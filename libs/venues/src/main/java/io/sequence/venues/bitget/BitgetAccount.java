package io.sequence.venues.bitget;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.Holdings;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Wallets, positions and fees as Bitget writes them. Source: Bitget API documentation, "Account"
 * and "Position" of the classic spot, classic futures and unified sections.
 */
final class BitgetAccount {
    private BitgetAccount() {}

    /** {@code GET /api/v3/account/assets}, from which both markets trade. */
    static List<Balance> unified(JsonNode data) {
        var balances = new ArrayList<Balance>();
        for (JsonNode coin : Json.rows(data.path("assets"))) {
            BigDecimal balance = Json.decimalOrNull(coin, "balance");
            Holdings.add(
                    balances,
                    "unified",
                    true,
                    Json.text(coin, "coin"),
                    balance == null ? Json.decimalOrZero(coin, "equity") : balance,
                    Json.decimalOrZero(coin, "available"));
        }
        return balances;
    }

    /** {@code GET /api/v2/spot/account/assets}: a total is what is free, frozen and locked. */
    static List<Balance> spot(JsonNode data, boolean trades) {
        var balances = new ArrayList<Balance>();
        for (JsonNode coin : Json.rows(data)) {
            BigDecimal available = Json.decimalOrZero(coin, "available");
            BigDecimal total =
                    available
                            .add(Json.decimalOrZero(coin, "frozen"))
                            .add(Json.decimalOrZero(coin, "locked"));
            Holdings.add(balances, "spot", trades, Json.text(coin, "coin"), total, available);
        }
        return balances;
    }

    /** {@code GET /api/v2/mix/account/accounts}: one row a margin coin. */
    static List<Balance> futures(JsonNode data) {
        var balances = new ArrayList<Balance>();
        for (JsonNode row : Json.rows(data)) {
            BigDecimal available = Json.decimalOrZero(row, "available");
            BigDecimal equity = Json.decimalOrNull(row, "accountEquity");
            Holdings.add(
                    balances,
                    "futures",
                    true,
                    Json.text(row, "marginCoin"),
                    equity == null ? available.add(Json.decimalOrZero(row, "locked")) : equity,
                    available);
        }
        return balances;
    }

    /** Rows of either family; a list that is empty may be null. */
    static List<Position> positions(JsonNode data) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : BitgetRows.rows(data, "list")) {
            BigDecimal size = Json.decimalOrZero(row, "total");
            if (size.signum() != 0) {
                positions.add(
                        new Position(
                                Json.text(row, "symbol"),
                                signed(size, Json.textOr(row, "holdSide", side(row))),
                                orZero(either(row, "openPriceAvg", "avgPrice")),
                                Json.decimalOrNull(row, "markPrice"),
                                either(row, "unrealizedPL", "unrealisedPnl"),
                                Json.decimalOrNull(row, "leverage")));
            }
        }
        return positions;
    }

    private static String side(JsonNode row) {
        return Json.textOr(row, "posSide", "");
    }

    private static BigDecimal signed(BigDecimal size, String side) {
        return switch (side) {
            case "long" -> size.abs();
            case "short" -> size.abs().negate();
            default -> throw new MalformedAnswer("a position is neither long nor short");
        };
    }

    /** A tier has no name at Bitget. */
    static FeeTier fees(JsonNode data) {
        JsonNode row = data.isArray() ? data.path(0) : data;
        return new FeeTier(
                null, Json.decimal(row, "makerFeeRate"), Json.decimal(row, "takerFeeRate"));
    }

    static @Nullable BigDecimal either(JsonNode row, String name, String otherName) {
        BigDecimal value = Json.decimalOrNull(row, name);
        return value == null ? Json.decimalOrNull(row, otherName) : value;
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
