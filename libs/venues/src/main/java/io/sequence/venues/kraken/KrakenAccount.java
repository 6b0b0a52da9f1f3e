package io.sequence.venues.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what Kraken says about money; its answers are maps, not lists. */
final class KrakenAccount {
    private KrakenAccount() {}

    /** {@code BalanceEx}: {@code available = balance + credit - credit_used - hold_trade}. */
    static List<Balance> balances(JsonNode result) {
        var balances = new ArrayList<Balance>();
        for (var entry : map(result).properties()) {
            JsonNode row = entry.getValue();
            BigDecimal total = Json.decimal(row, "balance");
            BigDecimal available =
                    total.add(Json.decimalOrZero(row, "credit"))
                            .subtract(Json.decimalOrZero(row, "credit_used"))
                            .subtract(Json.decimalOrZero(row, "hold_trade"));
            if (total.signum() != 0 || available.signum() != 0) {
                String wallet = KrakenCodes.wallet(entry.getKey());
                KrakenCodes.asset(entry.getKey())
                        .map(
                                asset ->
                                        new Balance(
                                                wallet,
                                                wallet.equals("spot"),
                                                asset,
                                                total,
                                                available.max(BigDecimal.ZERO)))
                        .ifPresent(balances::add);
            }
        }
        return balances;
    }

    /** {@code OpenPositions}: margin positions in the base asset. */
    static List<Position> positions(JsonNode result) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : map(result)) {
            BigDecimal opened = Json.decimal(row, "vol");
            BigDecimal size = opened.subtract(Json.decimalOrZero(row, "vol_closed"));
            if (size.signum() != 0 && opened.signum() != 0) {
                BigDecimal cost = Json.decimal(row, "cost");
                boolean shortOne = Json.text(row, "type").equals("sell");
                positions.add(
                        new Position(
                                Json.text(row, "pair"),
                                shortOne ? size.negate() : size,
                                cost.divide(opened, MathContext.DECIMAL64),
                                null,
                                Json.decimalOrNull(row, "net"),
                                leverage(cost, Json.decimalOrZero(row, "margin"))));
            }
        }
        return positions;
    }

    /** {@code TradeVolume}: percent, so that 0.26 means 0.0026 of the value. */
    static FeeTier rates(JsonNode result) {
        JsonNode taker = first(result.path("fees"));
        JsonNode maker =
                result.path("fees_maker").isEmpty() ? taker : first(result.path("fees_maker"));
        return new FeeTier(
                // There is no tier name; the volume at which the step begins identifies it.
                Json.textOrNull(taker, "tiervolume"),
                Json.decimal(maker, "fee").movePointLeft(2),
                Json.decimal(taker, "fee").movePointLeft(2));
    }

    /** The map's key may differ from the pair that was asked for, so the one entry counts. */
    private static JsonNode first(JsonNode map) {
        if (map.isEmpty()) {
            throw new MalformedAnswer("fees are missing");
        }
        return map.iterator().next();
    }

    private static @Nullable BigDecimal leverage(BigDecimal cost, BigDecimal margin) {
        return margin.signum() == 0
                ? null
                : cost.divide(margin, MathContext.DECIMAL32).stripTrailingZeros();
    }

    private static JsonNode map(JsonNode result) {
        if (!result.isObject()) {
            throw new MalformedAnswer("a map is missing");
        }
        return result;
    }
}
