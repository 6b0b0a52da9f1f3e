package io.sequence.venues.bitmart;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.Holdings;
import io.sequence.venues.transport.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Wallets, positions and fees as BitMart writes them. */
final class BitMartAccount {
    private BitMartAccount() {}

    /** {@code GET /spot/v1/wallet}. */
    static List<Balance> spot(JsonNode data, boolean trades) {
        var balances = new ArrayList<Balance>();
        for (JsonNode row : Json.rows(data.path("wallet"))) {
            BigDecimal available = Json.decimalOrZero(row, "available");
            Holdings.add(
                    balances,
                    "spot",
                    trades,
                    Json.text(row, "id"),
                    available.add(Json.decimalOrZero(row, "frozen")),
                    available);
        }
        return balances;
    }

    /** {@code GET /contract/private/assets-detail}. */
    static List<Balance> futures(JsonNode data) {
        var balances = new ArrayList<Balance>();
        for (JsonNode row : Json.rows(data)) {
            BigDecimal available = Json.decimalOrZero(row, "available_balance");
            BigDecimal equity = Json.decimalOrNull(row, "equity");
            Holdings.add(
                    balances,
                    "futures",
                    true,
                    Json.text(row, "currency"),
                    equity == null
                            ? available
                                    .add(Json.decimalOrZero(row, "frozen_balance"))
                                    .add(Json.decimalOrZero(row, "position_deposit"))
                            : equity,
                    available);
        }
        return balances;
    }

    /** {@code GET /contract/private/position-v2}; sizes in contracts. */
    static List<Position> positions(JsonNode data) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(data)) {
            BigDecimal size = signed(row);
            if (size.signum() != 0) {
                BigDecimal profit = Json.decimalOrNull(row, "unrealized_value");
                positions.add(
                        new Position(
                                Json.text(row, "symbol"),
                                size,
                                Json.decimalOrZero(row, "entry_price"),
                                Json.decimalOrNull(row, "mark_price"),
                                profit == null ? Json.decimalOrNull(row, "unrealized_pnl") : profit,
                                Json.decimalOrNull(row, "leverage")));
            }
        }
        return positions;
    }

    /** One-way accounts sign the amount themselves; in hedge mode the side tells. */
    private static BigDecimal signed(JsonNode row) {
        BigDecimal amount = Json.decimalOrZero(row, "current_amount");
        boolean isShort =
                Json.textOr(row, "position_side", "").toLowerCase(Locale.ROOT).equals("short")
                        || Json.textOr(row, "position_type", "").equals("2");
        return isShort ? amount.abs().negate() : amount;
    }

    /** {@code GET /spot/v1/user_fee}: the rates of class A, which the common pairs are of. */
    static FeeTier spotFees(JsonNode data) {
        return new FeeTier(
                Json.textOrNull(data, "level"),
                Json.decimal(data, "maker_fee_rate_A"),
                Json.decimal(data, "taker_fee_rate_A"));
    }

    /** {@code GET /contract/private/trade-fee-rate}. */
    static FeeTier futuresFees(JsonNode data) {
        return new FeeTier(
                null, Json.decimal(data, "maker_fee_rate"), Json.decimal(data, "taker_fee_rate"));
    }
}
