package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices and order rules as Binance writes them. Source: binance-spot-api-docs, filters.md. */
final class BinanceMarket {
    /** The finest that Binance writes; a step of zero means that there is no rule. */
    private static final BigDecimal FINEST = new BigDecimal("0.00000001");

    private BinanceMarket() {}

    /** The rules of one symbol; the futures host lists them all, whatever was asked for. */
    static Optional<Instrument> instrument(JsonNode info, String symbol) {
        for (JsonNode row : Json.rows(info.path("symbols"))) {
            if (symbol.equals(Json.textOr(row, "symbol", ""))) {
                return Optional.of(instrument(row, filters(row), symbol));
            }
        }
        return Optional.empty();
    }

    private static JsonNode filters(JsonNode row) {
        if (!row.path("filters").isArray()) {
            throw new MalformedAnswer("filters are missing");
        }
        return row.path("filters");
    }

    private static Instrument instrument(JsonNode row, JsonNode filters, String symbol) {
        JsonNode lots = filter(filters, "LOT_SIZE");
        return new Instrument(
                symbol,
                step(filter(filters, "PRICE_FILTER"), "tickSize"),
                step(lots, "stepSize"),
                Json.decimalOrZero(lots, "minQty"),
                leastValue(filters));
    }

    private static JsonNode filter(JsonNode filters, String type) {
        for (JsonNode filter : filters) {
            if (type.equals(Json.textOr(filter, "filterType", ""))) {
                return filter;
            }
        }
        return Json.object();
    }

    private static BigDecimal step(JsonNode filter, String name) {
        BigDecimal step = Json.decimalOrZero(filter, name);
        return step.signum() > 0 ? plain(step) : FINEST;
    }

    /** {@code NOTIONAL} has replaced {@code MIN_NOTIONAL} on spot; futures call it notional. */
    private static BigDecimal leastValue(JsonNode filters) {
        BigDecimal least =
                Json.decimalOrZero(filter(filters, "NOTIONAL"), "minNotional")
                        .max(Json.decimalOrZero(filter(filters, "MIN_NOTIONAL"), "minNotional"));
        return least.max(Json.decimalOrZero(filter(filters, "MIN_NOTIONAL"), "notional"));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** What a symbol traded at last; bid and ask are another question. */
    static Ticker last(JsonNode price) {
        return new Ticker(Json.text(price, "symbol"), Json.decimal(price, "price"), null, null);
    }

    /** The same with the best bid and ask. */
    static Ticker withBook(Ticker ticker, JsonNode book) {
        return new Ticker(
                ticker.symbol(), ticker.last(), best(book, "bidPrice"), best(book, "askPrice"));
    }

    /** An empty side of the book is written as zero. */
    private static @Nullable BigDecimal best(JsonNode book, String field) {
        BigDecimal price = Json.decimalOrNull(book, field);
        return price == null || price.signum() == 0 ? null : price;
    }
}
