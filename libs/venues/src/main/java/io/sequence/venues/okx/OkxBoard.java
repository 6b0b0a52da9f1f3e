package io.sequence.venues.okx;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prices, order rules and executions as OKX writes them. Source: OKX docs-v5, "Get ticker", "Get
 * instruments" and "Get transaction details (last 3 days)".
 */
final class OkxBoard {
    private OkxBoard() {}

    static Ticker ticker(JsonNode row) {
        return new Ticker(
                Json.text(row, "instId"),
                Json.decimal(row, "last"),
                positive(row, "bidPx"),
                positive(row, "askPx"));
    }

    /** Sizes in coins on spot and in contracts on derivatives; there is no least value. */
    static Instrument instrument(JsonNode row) {
        return new Instrument(
                Json.text(row, "instId"),
                Json.decimal(row, "tickSz"),
                Json.decimal(row, "lotSz"),
                Json.decimalOrZero(row, "minSz"),
                BigDecimal.ZERO);
    }

    static List<Fill> fills(JsonNode data) {
        var fills = new ArrayList<Fill>();
        for (JsonNode row : Json.rows(data)) {
            fills.add(fill(row));
        }
        return fills;
    }

    /** OKX writes what is paid as a negative number; the house writes it as a positive one. */
    private static Fill fill(JsonNode row) {
        String coin = Json.textOrNull(row, "feeCcy");
        Instant at = Json.millisOrNull(row, "ts");
        if (at == null) {
            throw new MalformedAnswer("ts is missing");
        }
        return new Fill(
                Json.text(row, "tradeId"),
                Json.text(row, "ordId"),
                Json.textOrNull(row, "clOrdId"),
                Json.text(row, "instId"),
                switch (Json.text(row, "side")) {
                    case "buy" -> Side.BUY;
                    case "sell" -> Side.SELL;
                    default -> throw new MalformedAnswer("side is neither buy nor sell");
                },
                Json.decimal(row, "fillPx"),
                Json.decimal(row, "fillSz"),
                Json.decimalOrZero(row, "fee").negate(),
                coin == null ? null : AssetCodes.asset(coin).orElse(null),
                at);
    }

    private static @Nullable BigDecimal positive(JsonNode row, String field) {
        BigDecimal value = Json.decimalOrNull(row, field);
        return value == null || value.signum() <= 0 ? null : value;
    }
}
