package io.sequence.venues.kucoin;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads KuCoin's order rows and receipts. */
final class KuCoinOrderRow {
    private KuCoinOrderRow() {}

    static OrderReceipt receipt(JsonNode data) {
        String orderId = Json.textOrNull(data, "orderId");
        JsonNode cancelled = data.path("cancelledOrderIds");
        if (orderId == null && !cancelled.isEmpty()) {
            orderId = cancelled.path(0).asText();
        }
        return new OrderReceipt(orderId, Json.textOrNull(data, "clientOid"));
    }

    /** A spot row has no status word: {@code active} and {@code cancelExist} tell. */
    static OrderState spot(JsonNode row) {
        boolean active = row.path("active").asBoolean(false);
        BigDecimal filled = Json.decimalOrZero(row, "dealSize");
        BigDecimal funds = Json.decimalOrZero(row, "dealFunds");
        return new OrderState(
                ref(row, Market.SPOT),
                row.has("active") ? phase(active, row, filled) : Phase.UNKNOWN,
                Json.decimalOrZero(row, "size"),
                filled,
                filled.signum() == 0 || funds.signum() == 0
                        ? null
                        : funds.divide(filled, MathContext.DECIMAL64),
                active ? "active" : words(row));
    }

    /** Sizes in lots. */
    static OrderState futures(JsonNode row) {
        String status = Json.textOr(row, "status", "");
        boolean active = row.path("isActive").asBoolean(status.equals("open"));
        BigDecimal dealt = Json.decimalOrNull(row, "dealSize");
        BigDecimal filled = dealt == null ? Json.decimalOrZero(row, "filledSize") : dealt;
        return new OrderState(
                ref(row, Market.DERIVATIVES),
                row.has("isActive") || !status.isEmpty()
                        ? phase(active, row, filled)
                        : Phase.UNKNOWN,
                Json.decimalOrZero(row, "size"),
                filled,
                filled.signum() == 0 ? null : positive(row, "avgDealPrice"),
                active ? "open" : words(row));
    }

    /** The venue answers nothing, rather than an error, for some orders that it does not know. */
    static VenueAnswer<OrderState> found(Optional<OrderState> state) {
        return state.<VenueAnswer<OrderState>>map(VenueAnswer.Yes::new)
                .orElseGet(
                        () ->
                                new VenueAnswer.No<>(
                                        Fault.ORDER_NOT_FOUND,
                                        KuCoinFaults.SUCCESS,
                                        "the venue answered without an order",
                                        null));
    }

    private static Phase phase(boolean active, JsonNode row, BigDecimal filled) {
        if (active) {
            return Phase.OPEN;
        }
        if (row.path("cancelExist").asBoolean(false)) {
            return Phase.CANCELLED;
        }
        // Done without a cancellation means filled, but not when nothing was dealt.
        return filled.signum() > 0 ? Phase.FILLED : Phase.UNKNOWN;
    }

    private static String words(JsonNode row) {
        return row.path("cancelExist").asBoolean(false) ? "done, cancelExist" : "done";
    }

    private static @Nullable BigDecimal positive(JsonNode row, String field) {
        BigDecimal value = Json.decimalOrNull(row, field);
        return value == null || value.signum() <= 0 ? null : value;
    }

    private static OrderRef ref(JsonNode row, Market market) {
        return new OrderRef(
                market,
                Json.text(row, "symbol"),
                Json.text(row, "id"),
                Json.textOrNull(row, "clientOid"));
    }
}
