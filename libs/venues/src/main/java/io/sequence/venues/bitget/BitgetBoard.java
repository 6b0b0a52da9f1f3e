package io.sequence.venues.bitget;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Prices and order rules, which both families share and nobody signs for. Source: Bitget API
 * documentation, "Market" of classic spot and futures.
 */
final class BitgetBoard {
    private final VenueCall call;

    BitgetBoard(VenueCall call) {
        this.call = call;
    }

    VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return asked(
                market == Market.SPOT ? "/api/v2/spot/market/tickers" : "/api/v2/mix/market/ticker",
                market,
                symbol,
                BitgetBoard::ticker);
    }

    VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return switch (market) {
            case SPOT -> asked("/api/v2/spot/public/symbols", market, symbol, BitgetBoard::pair);
            case DERIVATIVES ->
                    asked("/api/v2/mix/market/contracts", market, symbol, BitgetBoard::contract);
        };
    }

    private <T> VenueAnswer<T> asked(
            String path, Market market, String symbol, Function<JsonNode, T> turn) {
        Query query = Query.of("symbol", symbol);
        if (market == Market.DERIVATIVES) {
            query.and("productType", BitgetSymbol.product(symbol));
        }
        return call.readPublic(
                        WireRequest.get(call.host(), path, query.toString()),
                        data -> row(data, symbol).map(turn))
                .then(
                        found ->
                                found.<VenueAnswer<T>>map(Yes::new)
                                        .orElseGet(
                                                () ->
                                                        new No<>(
                                                                Fault.BAD_SYMBOL,
                                                                "",
                                                                "Bitget lists no such symbol",
                                                                null)));
    }

    private static Optional<JsonNode> row(JsonNode data, String symbol) {
        for (JsonNode row : Json.rows(data)) {
            if (Json.textOr(row, "symbol", "").equals(symbol)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static Ticker ticker(JsonNode row) {
        return new Ticker(
                Json.text(row, "symbol"),
                Json.decimal(row, "lastPr"),
                positive(row, "bidPr"),
                positive(row, "askPr"));
    }

    private static Instrument pair(JsonNode row) {
        return new Instrument(
                Json.text(row, "symbol"),
                BigDecimal.ONE.movePointLeft(Json.decimal(row, "pricePrecision").intValueExact()),
                BigDecimal.ONE.movePointLeft(
                        Json.decimal(row, "quantityPrecision").intValueExact()),
                Json.decimalOrZero(row, "minTradeAmount"),
                Json.decimalOrZero(row, "minTradeUSDT"));
    }

    private static Instrument contract(JsonNode row) {
        return new Instrument(
                Json.text(row, "symbol"),
                Json.decimal(row, "priceEndStep")
                        .movePointLeft(Json.decimal(row, "pricePlace").intValueExact()),
                Json.decimal(row, "sizeMultiplier"),
                Json.decimalOrZero(row, "minTradeNum"),
                Json.decimalOrZero(row, "minTradeUSDT"));
    }

    private static @Nullable BigDecimal positive(JsonNode row, String field) {
        BigDecimal value = Json.decimalOrNull(row, field);
        return value == null || value.signum() <= 0 ? null : value;
    }
}
