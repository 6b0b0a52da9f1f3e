package io.sequence.venues.bitmart;

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

/** Prices and order rules, which nobody signs for. */
final class BitMartBoard {
    private final VenueCall call;

    BitMartBoard(VenueCall call) {
        this.call = call;
    }

    VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return switch (market) {
            case SPOT ->
                    call.readPublic(
                            WireRequest.get(
                                    BitMartProfile.CLOUD,
                                    "/spot/quotation/v3/ticker",
                                    Query.of("symbol", symbol).toString()),
                            BitMartBoard::pair);
            case DERIVATIVES -> contract(symbol, BitMartBoard::contractTicker);
        };
    }

    private static Ticker pair(JsonNode data) {
        return new Ticker(
                Json.text(data, "symbol"),
                Json.decimal(data, "last"),
                positive(data, "bid_px"),
                positive(data, "ask_px"));
    }

    private static Ticker contractTicker(JsonNode row) {
        return new Ticker(Json.text(row, "symbol"), Json.decimal(row, "last_price"), null, null);
    }

    VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return switch (market) {
            case SPOT ->
                    call.readPublic(
                                    WireRequest.get(
                                            BitMartProfile.CLOUD, "/spot/v1/symbols/details", ""),
                                    data -> row(data, symbol).map(BitMartBoard::pairRules))
                            .then(BitMartBoard::listed);
            case DERIVATIVES -> contract(symbol, BitMartBoard::contractRules);
        };
    }

    /**
     * The documentation calls {@code quote_increment} the step, other clients find it to be {@code
     * base_min_size}: the larger one suits both.
     */
    private static Instrument pairRules(JsonNode row) {
        BigDecimal least = Json.decimal(row, "base_min_size");
        return new Instrument(
                Json.text(row, "symbol"),
                BigDecimal.ONE.movePointLeft(
                        Json.decimal(row, "price_max_precision").intValueExact()),
                least.max(Json.decimalOrZero(row, "quote_increment")),
                least,
                Json.decimalOrZero(row, "min_buy_amount")
                        .max(Json.decimalOrZero(row, "min_sell_amount")));
    }

    private static Instrument contractRules(JsonNode row) {
        return new Instrument(
                Json.text(row, "symbol"),
                Json.decimal(row, "price_precision"),
                Json.decimal(row, "vol_precision"),
                Json.decimalOrZero(row, "min_volume"),
                BigDecimal.ZERO);
    }

    private <T> VenueAnswer<T> contract(String symbol, Function<JsonNode, T> turn) {
        return call.readPublic(
                        WireRequest.get(
                                BitMartProfile.FUTURES,
                                "/contract/public/details",
                                Query.of("symbol", symbol).toString()),
                        data -> row(data, symbol).map(turn))
                .then(BitMartBoard::listed);
    }

    private static Optional<JsonNode> row(JsonNode data, String symbol) {
        for (JsonNode row : Json.rows(data.path("symbols"))) {
            if (Json.textOr(row, "symbol", "").equals(symbol)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    private static <T> VenueAnswer<T> listed(Optional<T> found) {
        return found.<VenueAnswer<T>>map(Yes::new)
                .orElseGet(
                        () -> new No<>(Fault.BAD_SYMBOL, "", "BitMart lists no such symbol", null));
    }

    private static @Nullable BigDecimal positive(JsonNode row, String field) {
        BigDecimal value = Json.decimalOrNull(row, field);
        return value == null || value.signum() <= 0 ? null : value;
    }
}
