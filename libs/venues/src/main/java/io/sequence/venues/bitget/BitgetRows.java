package io.sequence.venues.bitget;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.transport.AssetCodes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Order and execution rows of all of Bitget's sections, which name the same things differently.
 * Source: Bitget API documentation, "Trade" of classic spot, classic futures and UTA.
 */
final class BitgetRows {
    private static final List<String> LISTS = List.of("list", "entrustedList", "fillList");

    private BitgetRows() {}

    /** The rows of a list, bare or under its name; null stands for none. */
    static Iterable<JsonNode> rows(JsonNode data, String... names) {
        if (data.isArray()) {
            return data;
        }
        for (String name : names) {
            if (data.has(name)) {
                return data.path(name).isNull() ? List.of() : Json.rows(data.path(name));
            }
        }
        if (data.isNull()) {
            return List.of();
        }
        throw new MalformedAnswer("a list is missing");
    }

    static <T> List<T> all(JsonNode data, Function<JsonNode, T> row) {
        var all = new ArrayList<T>();
        rows(data, LISTS.toArray(String[]::new)).forEach(one -> all.add(row.apply(one)));
        return all;
    }

    static OrderReceipt receipt(JsonNode data) {
        return new OrderReceipt(Json.text(data, "orderId"), Json.textOrNull(data, "clientOid"));
    }

    static OrderState state(Market market, JsonNode row) {
        BigDecimal filled = first(row, BigDecimal.ZERO, "baseVolume", "cumExecQty");
        BigDecimal price = first(row, BigDecimal.ZERO, "priceAvg", "avgPrice");
        String word =
                Json.textOr(
                        row,
                        "status",
                        Json.textOr(row, "state", Json.textOr(row, "orderStatus", "")));
        return new OrderState(
                new OrderRef(
                        market,
                        Json.text(row, "symbol"),
                        Json.text(row, "orderId"),
                        Json.textOrNull(row, "clientOid")),
                phase(word),
                ordered(market, row, filled),
                filled,
                // Unfilled orders carry their limit here on some lists.
                filled.signum() == 0 || price.signum() == 0 ? null : price,
                word);
    }

    /** Another program's spot purchase at market counts its size in the quote coin. */
    private static BigDecimal ordered(Market market, JsonNode row, BigDecimal filled) {
        boolean inQuote =
                market == Market.SPOT
                        && Json.textOr(row, "orderType", "").equals("market")
                        && Json.textOr(row, "side", "").equals("buy");
        return inQuote ? filled : first(row, null, "size", "qty");
    }

    private static Phase phase(String word) {
        return switch (word) {
            case "live", "new", "init", "partially_filled" -> Phase.OPEN;
            case "filled" -> Phase.FILLED;
            case "cancelled", "canceled" -> Phase.CANCELLED;
            default -> Phase.UNKNOWN;
        };
    }

    /** One order: a bare row, or a list that is empty when there is none. */
    static VenueAnswer<OrderState> found(Market market, JsonNode data) {
        JsonNode row = data.isArray() ? data.path(0) : data;
        return row.isObject() && row.has("orderId")
                ? new Yes<>(state(market, row))
                : new No<>(Fault.ORDER_NOT_FOUND, "", "Bitget lists no such order", null);
    }

    static Fill fill(JsonNode row) {
        JsonNode feeDetail = row.path("feeDetail");
        JsonNode fee = feeDetail.isArray() ? feeDetail.path(0) : feeDetail;
        String coin = Json.textOrNull(fee, "feeCoin");
        return new Fill(
                Json.textOr(row, "tradeId", Json.textOr(row, "execId", "")),
                Json.text(row, "orderId"),
                Json.textOrNull(row, "clientOid"),
                Json.text(row, "symbol"),
                side(row),
                first(row, null, "priceAvg", "price", "execPrice"),
                first(row, null, "baseVolume", "size", "execQty"),
                cost(fee),
                coin == null ? null : AssetCodes.asset(coin).orElse(null),
                moment(row));
    }

    /** Classic accounts write what is paid as a negative number, unified ones as a positive. */
    private static BigDecimal cost(JsonNode fee) {
        BigDecimal classic = Json.decimalOrNull(fee, "totalFee");
        if (classic == null) {
            return Json.decimalOrZero(fee, "fee");
        }
        return Json.textOr(fee, "deduction", "no").equals("yes") ? classic.abs() : classic.negate();
    }

    private static Side side(JsonNode row) {
        return switch (Json.text(row, "side")) {
            case "buy" -> Side.BUY;
            case "sell" -> Side.SELL;
            default -> throw new MalformedAnswer("side is neither buy nor sell");
        };
    }

    private static Instant moment(JsonNode row) {
        Instant at = Json.millisOrNull(row, "cTime");
        Instant made = at == null ? Json.millisOrNull(row, "createdTime") : at;
        if (made == null) {
            throw new MalformedAnswer("cTime is missing");
        }
        return made;
    }

    private static BigDecimal first(JsonNode row, @Nullable BigDecimal otherwise, String... names) {
        for (String name : names) {
            BigDecimal value = Json.decimalOrNull(row, name);
            if (value != null) {
                return value;
            }
        }
        if (otherwise == null) {
            throw new MalformedAnswer(names[0] + " is missing");
        }
        return otherwise;
    }
}
