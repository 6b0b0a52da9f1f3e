package io.sequence.venues.kucoin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Asset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what KuCoin says about money: wallets, positions and rates. */
final class KuCoinAccount {
    private KuCoinAccount() {}

    /**
     * Rows of {@code GET /api/v1/accounts}: one an asset and wallet.
     *
     * @param spotTrades whether the market that was asked for trades from the spot wallet
     */
    static List<Balance> wallets(JsonNode data, boolean spotTrades) {
        var balances = new ArrayList<Balance>();
        for (JsonNode row : Json.rows(data)) {
            String type = Json.text(row, "type");
            BigDecimal total = Json.decimal(row, "balance");
            BigDecimal available = Json.decimal(row, "available");
            asset(Json.text(row, "currency"))
                    .filter(asset -> total.signum() != 0 || available.signum() != 0)
                    .map(
                            asset ->
                                    new Balance(
                                            walletName(type),
                                            spotTrades && isSpotWallet(type),
                                            asset,
                                            total,
                                            available.max(BigDecimal.ZERO)))
                    .ifPresent(balances::add);
        }
        return balances;
    }

    /** One currency's {@code GET /api/v1/account-overview}; empty when there is nothing in it. */
    static List<Balance> futures(JsonNode data) {
        BigDecimal total = Json.decimal(data, "accountEquity");
        BigDecimal available = Json.decimal(data, "availableBalance").max(BigDecimal.ZERO);
        if (total.signum() == 0 && available.signum() == 0) {
            return List.of();
        }
        return asset(Json.text(data, "currency"))
                .map(asset -> new Balance("futures", true, asset, total, available))
                .stream()
                .toList();
    }

    /** Rows of {@code GET /api/v1/positions}; sizes in lots. */
    static List<Position> positions(JsonNode data) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(data)) {
            BigDecimal size = signed(row);
            if (size.signum() != 0) {
                BigDecimal leverage = Json.decimalOrNull(row, "leverage");
                positions.add(
                        new Position(
                                Json.text(row, "symbol"),
                                size,
                                Json.decimal(row, "avgEntryPrice"),
                                Json.decimalOrNull(row, "markPrice"),
                                Json.decimalOrNull(row, "unrealisedPnl"),
                                leverage == null
                                        ? Json.decimalOrNull(row, "realLeverage")
                                        : leverage));
            }
        }
        return positions;
    }

    static FeeTier rates(JsonNode data) {
        return new FeeTier(
                null, Json.decimal(data, "makerFeeRate"), Json.decimal(data, "takerFeeRate"));
    }

    /** KuCoin futures write bitcoin as XBT. */
    static Optional<Asset> asset(String code) {
        return AssetCodes.asset(code.equals("XBT") ? "BTC" : code);
    }

    /** In hedge mode the side is told beside the quantity. */
    private static BigDecimal signed(JsonNode row) {
        BigDecimal quantity = Json.decimalOrZero(row, "currentQty");
        return switch (Json.textOr(row, "positionSide", "BOTH")) {
            case "LONG" -> quantity.abs();
            case "SHORT" -> quantity.abs().negate();
            default -> quantity;
        };
    }

    private static boolean isSpotWallet(String type) {
        return type.equals("trade") || type.equals("trade_hf");
    }

    private static String walletName(String type) {
        return switch (type) {
            case "main" -> "funding";
            case "trade", "trade_hf" -> "trading";
            default -> type;
        };
    }
}
