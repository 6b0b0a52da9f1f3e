package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Asset;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Wallets, positions and fees as Hyperliquid writes them. Source: "Info endpoint", perpetuals and
 * spot.
 */
final class HyperliquidAccount {
    private static final Asset USDC = new Asset("USDC");

    private HyperliquidAccount() {}

    /** {@code clearinghouseState}: the margin, which is USDC. */
    static List<Balance> margin(JsonNode state, boolean trades) {
        BigDecimal total = Json.decimal(state.path("marginSummary"), "accountValue");
        BigDecimal free = Json.decimal(state, "withdrawable").max(BigDecimal.ZERO);
        return List.of(new Balance("perpetuals", trades, USDC, total, free));
    }

    /** {@code spotClearinghouseState}. */
    static List<Balance> spot(JsonNode state, boolean trades) {
        var balances = new ArrayList<Balance>();
        for (JsonNode row : Json.rows(state.path("balances"))) {
            BigDecimal total = Json.decimal(row, "total");
            BigDecimal free = total.subtract(Json.decimalOrZero(row, "hold")).max(BigDecimal.ZERO);
            if (total.signum() != 0) {
                AssetCodes.asset(Json.text(row, "coin"))
                        .map(asset -> new Balance("spot", trades, asset, total, free))
                        .ifPresent(balances::add);
            }
        }
        return balances;
    }

    static List<Position> positions(JsonNode state) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(state.path("assetPositions"))) {
            JsonNode position = row.path("position");
            BigDecimal size = Json.decimal(position, "szi");
            if (size.signum() != 0) {
                positions.add(
                        new Position(
                                Json.text(position, "coin"),
                                size,
                                Json.decimalOrZero(position, "entryPx"),
                                null,
                                Json.decimalOrNull(position, "unrealizedPnl"),
                                Json.decimalOrNull(position.path("leverage"), "value")));
            }
        }
        return positions;
    }

    static FeeTier fees(JsonNode answer, Market market) {
        String kind = market == Market.SPOT ? "userSpot" : "user";
        return new FeeTier(
                null,
                Json.decimal(answer, kind + "AddRate"),
                Json.decimal(answer, kind + "CrossRate"));
    }
}
