package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Wallets, positions and fees as the three venues write them. Source: binance-spot-api-docs,
 * "Account endpoints"; USDⓈ-M account pages; docs.binance.us.
 */
final class BinanceAccount {
    private BinanceAccount() {}

    /** The spot wallet out of {@code GET /api/v3/account}. */
    static List<Balance> spot(JsonNode account, boolean trades) {
        var balances = new ArrayList<Balance>();
        for (JsonNode row : Json.rows(account.path("balances"))) {
            BigDecimal free = Json.decimalOrZero(row, "free");
            BigDecimal total = free.add(Json.decimalOrZero(row, "locked"));
            add(balances, row, "spot", trades, total, free);
        }
        return balances;
    }

    /** The futures wallet out of {@code GET /fapi/v3/balance}. */
    static List<Balance> futures(JsonNode rows) {
        var balances = new ArrayList<Balance>();
        for (JsonNode row : Json.rows(rows)) {
            add(
                    balances,
                    row,
                    "futures",
                    true,
                    Json.decimalOrZero(row, "balance"),
                    Json.decimalOrZero(row, "availableBalance"));
        }
        return balances;
    }

    private static void add(
            List<Balance> balances,
            JsonNode row,
            String wallet,
            boolean trades,
            BigDecimal total,
            BigDecimal available) {
        if (total.signum() != 0 || available.signum() != 0) {
            AssetCodes.asset(Json.text(row, "asset"))
                    .map(
                            asset ->
                                    new Balance(
                                            wallet,
                                            trades,
                                            asset,
                                            total,
                                            available.max(BigDecimal.ZERO)))
                    .ifPresent(balances::add);
        }
    }

    /** Open ones out of {@code GET /fapi/v3/positionRisk}, which tells no leverage. */
    static List<Position> positions(JsonNode rows) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(rows)) {
            BigDecimal size = signed(row);
            if (size.signum() != 0) {
                positions.add(
                        new Position(
                                Json.text(row, "symbol"),
                                size,
                                Json.decimalOrZero(row, "entryPrice"),
                                Json.decimalOrNull(row, "markPrice"),
                                Json.decimalOrNull(row, "unRealizedProfit"),
                                null));
            }
        }
        return positions;
    }

    /** Signed in one-way mode; in hedge mode the side tells. */
    private static BigDecimal signed(JsonNode row) {
        BigDecimal amount = Json.decimalOrZero(row, "positionAmt");
        return switch (Json.textOr(row, "positionSide", "BOTH")) {
            case "SHORT" -> amount.abs().negate();
            case "LONG" -> amount.abs();
            default -> amount;
        };
    }

    /** What {@code GET /api/v3/account/commission} adds up to; the BNB discount is left out. */
    static FeeTier spotFees(JsonNode commission) {
        JsonNode standard = commission.path("standardCommission");
        BigDecimal maker = Json.decimal(standard, "maker");
        BigDecimal taker = Json.decimal(standard, "taker");
        for (String part : List.of("specialCommission", "taxCommission")) {
            maker = maker.add(Json.decimalOrZero(commission.path(part), "maker"));
            taker = taker.add(Json.decimalOrZero(commission.path(part), "taker"));
        }
        return new FeeTier(null, maker, taker);
    }

    /** {@code GET /fapi/v1/commissionRate}. */
    static FeeTier futuresFees(JsonNode rates) {
        return new FeeTier(
                null,
                Json.decimal(rates, "makerCommissionRate"),
                Json.decimal(rates, "takerCommissionRate"));
    }

    /** Binance.US: {@code GET /sapi/v1/asset/query/trading-fee}. */
    static FeeTier usFees(JsonNode rows) {
        JsonNode row = rows.path(0);
        if (!row.isObject()) {
            throw new MalformedAnswer("a list is empty");
        }
        return new FeeTier(
                null, Json.decimal(row, "makerCommission"), Json.decimal(row, "takerCommission"));
    }
}
