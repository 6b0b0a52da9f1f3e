package io.sequence.venues.bybit;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prices, order rules and executions as Bybit writes them. Source: Bybit V5, "Get Tickers", "Get
 * Instruments Info" and "Get Trade History".
 */
final class BybitBoard {
    private BybitBoard() {}

    /** The row of a symbol; empty when the list has none. */
    static Optional<JsonNode> row(JsonNode result, String symbol) {
        for (JsonNode row : Json.rows(result.path("list"))) {
            if (Json.textOr(row, "symbol", "").equals(symbol)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    static Ticker ticker(JsonNode row) {
        return new Ticker(
                Json.text(row, "symbol"),
                Json.decimal(row, "lastPrice"),
                positive(row, "bid1Price"),
                positive(row, "ask1Price"));
    }

    /** Spot and contracts name the same rules differently. */
    static Instrument instrument(JsonNode row) {
        JsonNode lots = row.path("lotSizeFilter");
        BigDecimal step = Json.decimalOrNull(lots, "qtyStep");
        BigDecimal value = Json.decimalOrNull(lots, "minNotionalValue");
        return new Instrument(
                Json.text(row, "symbol"),
                Json.decimal(row.path("priceFilter"), "tickSize"),
                step == null ? Json.decimal(lots, "basePrecision") : step,
                Json.decimalOrZero(lots, "minOrderQty"),
                value == null ? Json.decimalOrZero(lots, "minOrderAmt") : value);
    }

    /** Funding and settlements stand in the same list and are no executions of orders. */
    static List<Fill> fills(JsonNode result) {
        var fills = new ArrayList<Fill>();
        for (JsonNode row : Json.rows(result.path("list"))) {
            if (Json.textOr(row, "execType", "Trade").equals("Trade")) {
                fills.add(fill(row));
            }
        }
        return fills;
    }

    private static Fill fill(JsonNode row) {
        String coin = Json.textOrNull(row, "feeCurrency");
        Instant at = Json.millisOrNull(row, "execTime");
        if (at == null) {
            throw new MalformedAnswer("execTime is missing");
        }
        return new Fill(
                Json.text(row, "execId"),
                Json.text(row, "orderId"),
                Json.textOrNull(row, "orderLinkId"),
                Json.text(row, "symbol"),
                switch (Json.text(row, "side")) {
                    case "Buy" -> Side.BUY;
                    case "Sell" -> Side.SELL;
                    default -> throw new MalformedAnswer("side is neither Buy nor Sell");
                },
                Json.decimal(row, "execPrice"),
                Json.decimal(row, "execQty"),
                Json.decimalOrZero(row, "execFee"),
                coin == null ? null : AssetCodes.asset(coin).orElse(null),
                at);
    }

    private static @Nullable BigDecimal positive(JsonNode row, String field) {
        BigDecimal value = Json.decimalOrNull(row, field);
        return value == null || value.signum() <= 0 ? null : value;
    }
}
