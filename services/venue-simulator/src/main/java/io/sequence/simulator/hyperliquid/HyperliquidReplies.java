package io.sequence.simulator.hyperliquid;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Hyperliquid's words: {@code status} ok or err with HTTP 200, and plain text for what it cannot
 * read. Source: API documentation, "Exchange endpoint" and "Error responses".
 */
final class HyperliquidReplies {

    static final String GONE = "Order was never placed, already canceled, or filled.";

    private HyperliquidReplies() {}

    static VenueReply info(Object body) {
        return VenueReply.json(200, body);
    }

    /** An action without an answer of its own. */
    static VenueReply done() {
        return VenueReply.json(
                200, Json.object("status", "ok", "response", Json.object("type", "default")));
    }

    /** What became of each element of an action. */
    static VenueReply done(String type, List<Object> statuses) {
        return VenueReply.json(
                200,
                Json.object(
                        "status",
                        "ok",
                        "response",
                        Json.object("type", type, "data", Json.object("statuses", statuses))));
    }

    static Refusal no(String text) {
        return new Refusal(VenueReply.json(200, Json.object("status", "err", "response", text)));
    }

    static Refusal unreadable() {
        return new Refusal(
                new VenueReply(
                        422,
                        Map.of(),
                        "text/plain; charset=utf-8",
                        "Failed to deserialize the JSON body into the target type"));
    }

    static VenueReply notFound() {
        return new VenueReply(404, Map.of(), "text/plain", "Not Found");
    }

    /** An order's own refusal, inside an answer that says ok. */
    static Map<String, ?> error(String text, int asset) {
        return Json.object("error", text + " asset=" + asset);
    }

    /** The text for a duplicate client id is not documented. */
    static String words(OrderRefused.Reason reason, boolean spot) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS ->
                    spot ? "Insufficient spot balance" : "Insufficient margin to place order.";
            case QUANTITY_TOO_SMALL -> "Order has zero size.";
            case VALUE_TOO_SMALL -> "Order must have minimum value of $10.";
            case QUANTITY_OFF_GRID, QUANTITY_MISSING -> "Order has invalid size.";
            case PRICE_OFF_GRID -> "Price must be divisible by tick size.";
            case PRICE_MISSING -> "Order has invalid price.";
            case DUPLICATE_CLIENT_ID -> "Duplicate cloid.";
            case NOTHING_TO_REDUCE -> "Reduce only order would increase position.";
            case TOO_MANY_OPEN -> "Too many open orders.";
            case UNKNOWN_ORDER, ALREADY_FINISHED -> GONE;
        };
    }

    static VenueReply fault(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMIT -> new VenueReply(429, Map.of(), "text/plain", "Too Many Requests");
            case MAINTENANCE ->
                    VenueReply.html(
                            502,
                            "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502"
                                    + " Bad Gateway</h1></center></body></html>");
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<html><head><title>403 Forbidden</title></head><body><h1>403"
                                    + " ERROR</h1>The request could not be satisfied."
                                    + "</body></html>");
            case SERVER_ERROR, AUTH_ERROR, TIMEOUT, SKEW ->
                    new VenueReply(500, Map.of(), "text/plain", "Internal Server Error");
        };
    }

    /** A number as the chain prints it: never without a decimal. */
    static String number(BigDecimal number) {
        String plain = Json.plain(number);
        return plain.contains(".") ? plain : plain + ".0";
    }
}
