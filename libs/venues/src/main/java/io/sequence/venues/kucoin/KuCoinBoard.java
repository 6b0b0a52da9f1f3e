package io.sequence.venues.kucoin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices, order rules and executions of both hosts as KuCoin writes them. */
final class KuCoinBoard {
    private KuCoinBoard() {}

    /** {@code GET /api/v1/market/orderbook/level1}; null for a pair that is not traded. */
    static Optional<Ticker> spotTicker(JsonNode data, String symbol) {
        return data.has("price")
                ? Optional.of(
                        new Ticker(
                                symbol,
                                Json.decimal(data, "price"),
                                positive(data, "bestBid"),
                                positive(data, "bestAsk")))
                : Optional.empty();
    }

    /** {@code GET /api/v1/ticker} of the futures host. */
    static Optional<Ticker> futuresTicker(JsonNode data) {
        return data.has("price")
                ? Optional.of(
                        new Ticker(
                                Json.text(data, "symbol"),
                                Json.decimal(data, "price"),
                                positive(data, "bestBidPrice"),
                                positive(data, "bestAskPrice")))
                : Optional.empty();
    }

    /** {@code GET /api/v2/symbols/{symbol}}. */
    static Optional<Instrument> pair(JsonNode data) {
        return data.has("symbol")
                ? Optional.of(
                        new Instrument(
                                Json.text(data, "symbol"),
                                Json.decimal(data, "priceIncrement"),
                                Json.decimal(data, "baseIncrement"),
                                Json.decimalOrZero(data, "baseMinSize"),
                                Json.decimalOrZero(data, "minFunds")))
                : Optional.empty();
    }

    /** {@code GET /api/v1/contracts/{symbol}}: sizes in lots. */
    static Optional<Instrument> contract(JsonNode data) {
        return data.has("symbol")
                ? Optional.of(
                        new Instrument(
                                Json.text(data, "symbol"),
                                Json.decimal(data, "tickSize"),
                                Json.decimal(data, "lotSize"),
                                Json.decimal(data, "lotSize"),
                                BigDecimal.ZERO))
                : Optional.empty();
    }

    static <T> VenueAnswer<T> listed(Optional<T> found) {
        return found.<VenueAnswer<T>>map(VenueAnswer.Yes::new)
                .orElseGet(
                        () ->
                                new VenueAnswer.No<>(
                                        Fault.BAD_SYMBOL,
                                        KuCoinFaults.SUCCESS,
                                        "the venue answered without the symbol",
                                        null));
    }

    /** {@code GET /api/v1/hf/fills} and, on the futures host, {@code GET /api/v1/fills}. */
    static List<Fill> fills(JsonNode data) {
        var fills = new ArrayList<Fill>();
        JsonNode items = data.path("items");
        if (!items.isNull()) {
            Json.rows(items).forEach(row -> fills.add(fill(row)));
        }
        return fills;
    }

    private static Fill fill(JsonNode row) {
        String coin = Json.textOr(row, "feeCurrency", Json.textOr(row, "settleCurrency", ""));
        Instant at = Json.millisOrNull(row, "createdAt");
        if (at == null) {
            throw new MalformedAnswer("createdAt is missing");
        }
        return new Fill(
                Json.text(row, "tradeId"),
                Json.text(row, "orderId"),
                Json.textOrNull(row, "clientOid"),
                Json.text(row, "symbol"),
                switch (Json.text(row, "side").toLowerCase(Locale.ROOT)) {
                    case "buy" -> Side.BUY;
                    case "sell" -> Side.SELL;
                    default -> throw new MalformedAnswer("side is neither buy nor sell");
                },
                Json.decimal(row, "price"),
                Json.decimal(row, "size"),
                Json.decimalOrZero(row, "fee"),
                coin.isEmpty() ? null : KuCoinAccount.asset(coin).orElse(null),
                at);
    }

    private static @Nullable BigDecimal positive(JsonNode row, String field) {
        BigDecimal value = Json.decimalOrNull(row, field);
        return value == null || value.signum() <= 0 ? null : value;
    }
}
