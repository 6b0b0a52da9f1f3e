package io.sequence.venues.bybit;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Wallets, positions and fees as Bybit writes them. Source: Bybit V5, "Account" and "Position". */
final class BybitAccount {
    private static final List<String> USUAL_COINS =
            List.of("BTC", "ETH", "USDT", "USDC", "SOL", "XRP");
    private static final int MOST_FUNDING_COINS = 10;

    private BybitAccount() {}

    /** The unified account, from which both markets trade. */
    static List<Balance> unified(JsonNode result, Market market) {
        var balances = new ArrayList<Balance>();
        for (JsonNode account : Json.rows(result.path("list"))) {
            for (JsonNode coin : Json.rows(account.path("coin"))) {
                BigDecimal total = Json.decimalOrZero(coin, "walletBalance");
                BigDecimal available = total.subtract(held(coin, market)).max(BigDecimal.ZERO);
                AssetCodes.asset(Json.text(coin, "coin"))
                        .map(asset -> new Balance("unified", true, asset, total, available))
                        .ifPresent(balances::add);
            }
        }
        return balances;
    }

    /** {@code availableToWithdraw} is deprecated and may be empty, so what is free is derived. */
    private static BigDecimal held(JsonNode coin, Market market) {
        BigDecimal spot =
                Json.decimalOrZero(coin, "locked").add(Json.decimalOrZero(coin, "spotBorrow"));
        return switch (market) {
            case SPOT -> spot;
            case DERIVATIVES ->
                    spot.add(Json.decimalOrZero(coin, "totalOrderIM"))
                            .add(Json.decimalOrZero(coin, "totalPositionIM"));
        };
    }

    /** The coins to ask the funding wallet for: it must be told, and takes ten at most. */
    static String fundingCoins(List<Balance> unified) {
        Set<String> coins = new LinkedHashSet<>(USUAL_COINS);
        unified.forEach(balance -> coins.add(balance.asset().code()));
        return String.join(",", coins.stream().limit(MOST_FUNDING_COINS).toList());
    }

    /** The funding wallet, from which nothing trades. */
    static List<Balance> funding(JsonNode result) {
        var balances = new ArrayList<Balance>();
        for (JsonNode coin : Json.rows(result.path("balance"))) {
            BigDecimal total = Json.decimalOrZero(coin, "walletBalance");
            BigDecimal free = Json.decimalOrZero(coin, "transferBalance").max(BigDecimal.ZERO);
            if (total.signum() != 0) {
                AssetCodes.asset(Json.text(coin, "coin"))
                        .map(asset -> new Balance("funding", false, asset, total, free))
                        .ifPresent(balances::add);
            }
        }
        return balances;
    }

    static List<Position> positions(JsonNode result) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(result.path("list"))) {
            BigDecimal size = Json.decimalOrZero(row, "size");
            if (size.signum() != 0) {
                positions.add(
                        new Position(
                                Json.text(row, "symbol"),
                                signed(size, Json.text(row, "side")),
                                Json.decimalOrZero(row, "avgPrice"),
                                Json.decimalOrNull(row, "markPrice"),
                                Json.decimalOrNull(row, "unrealisedPnl"),
                                Json.decimalOrNull(row, "leverage")));
            }
        }
        return positions;
    }

    private static BigDecimal signed(BigDecimal size, String side) {
        return switch (side) {
            case "Buy" -> size;
            case "Sell" -> size.negate();
            default -> throw new MalformedAnswer("side is neither Buy nor Sell");
        };
    }

    static FeeTier fees(JsonNode result) {
        JsonNode row = result.path("list").path(0);
        return new FeeTier(
                null, Json.decimal(row, "makerFeeRate"), Json.decimal(row, "takerFeeRate"));
    }
}
