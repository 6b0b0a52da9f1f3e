package io.sequence.venues.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices, order rules and executions as Kraken writes them: maps whose keys are its own names. */
final class KrakenBoard {
    private KrakenBoard() {}

    /** {@code Ticker}: {@code c} is the last trade, {@code a} and {@code b} the best offers. */
    static Ticker ticker(JsonNode result, String symbol) {
        JsonNode row = only(result);
        BigDecimal last = price(row, "c");
        if (last == null) {
            throw new MalformedAnswer("c is missing");
        }
        return new Ticker(symbol, last, price(row, "b"), price(row, "a"));
    }

    private static @Nullable BigDecimal price(JsonNode row, String field) {
        // The readers go by field names; the price stands first in a list without any.
        BigDecimal value = Json.decimalOrNull(Json.object().set("0", row.path(field).path(0)), "0");
        return value == null || value.signum() <= 0 ? null : value;
    }

    /** {@code AssetPairs}: without a tick size the price's decimals are the step. */
    static Instrument instrument(JsonNode result, String symbol) {
        JsonNode row = only(result);
        BigDecimal tick = Json.decimalOrNull(row, "tick_size");
        return new Instrument(
                symbol,
                tick == null ? step(row, "pair_decimals") : tick,
                step(row, "lot_decimals"),
                Json.decimalOrZero(row, "ordermin"),
                Json.decimalOrZero(row, "costmin"));
    }

    private static BigDecimal step(JsonNode row, String decimals) {
        return BigDecimal.ONE.movePointLeft(Json.decimal(row, decimals).intValueExact());
    }

    /** The map's key may differ from the pair that was asked for, so the one entry counts. */
    private static JsonNode only(JsonNode result) {
        if (!result.isObject() || result.size() != 1) {
            throw new MalformedAnswer("not one pair but " + result.size());
        }
        return result.iterator().next();
    }

    /** {@code TradesHistory} knows no filter by pair. */
    static List<Fill> fills(JsonNode result, String symbol) {
        JsonNode trades = result.path("trades");
        if (!trades.isObject()) {
            throw new MalformedAnswer("a map of trades is missing");
        }
        var fills = new ArrayList<Fill>();
        for (var entry : trades.properties()) {
            if (KrakenCodes.samePair(Json.text(entry.getValue(), "pair"), symbol)) {
                fills.add(fill(entry.getKey(), entry.getValue()));
            }
        }
        fills.sort(Comparator.comparing(Fill::at).reversed());
        return fills;
    }

    /** The fee is in the quote currency, which the row does not name. */
    private static Fill fill(String id, JsonNode row) {
        Instant at = Json.secondsOrNull(row, "time");
        if (at == null) {
            throw new MalformedAnswer("time is missing");
        }
        return new Fill(
                id,
                Json.text(row, "ordertxid"),
                Json.textOrNull(row, "cl_ord_id"),
                Json.text(row, "pair"),
                switch (Json.text(row, "type")) {
                    case "buy" -> Side.BUY;
                    case "sell" -> Side.SELL;
                    default -> throw new MalformedAnswer("type is neither buy nor sell");
                },
                Json.decimal(row, "price"),
                Json.decimal(row, "vol"),
                Json.decimalOrZero(row, "fee"),
                null,
                at);
    }
}
