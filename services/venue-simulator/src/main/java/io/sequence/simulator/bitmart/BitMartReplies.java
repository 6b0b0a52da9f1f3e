package io.sequence.simulator.bitmart;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.util.Map;
import java.util.UUID;

/**
 * BitMart's envelope: {@code message}, a numeric {@code code} (1000 is success), {@code trace},
 * {@code data}; the HTTP status does not always fit the code.
 */
final class BitMartReplies {

    private BitMartReplies() {}

    static VenueReply ok(Object data) {
        return envelope(200, 1000, "OK", data);
    }

    static VenueReply no(int status, int code, String words) {
        return envelope(status, code, words, Json.object());
    }

    static Refusal refusal(int status, int code, String words) {
        return new Refusal(no(status, code, words));
    }

    /** A key that trades, but not there: said with HTTP 200. */
    static VenueReply noPermission() {
        return no(200, 30019, "No permission for this operation");
    }

    static VenueReply noSymbol() {
        return no(400, 50001, "Symbol not found");
    }

    static VenueReply fault(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMIT ->
                    no(429, 30013, "Request too many requests")
                            .with(
                                    Map.of(
                                            "X-BM-RateLimit-Remaining", "0",
                                            "X-BM-RateLimit-Limit", "600",
                                            "X-BM-RateLimit-Reset", "60",
                                            "X-BM-RateLimit-Mode", "IP"));
            case AUTH_ERROR -> no(401, 30002, "Header X-BM-KEY not found");
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<html><head><title>403 Forbidden</title></head><body><center><h1>403"
                                    + " Forbidden</h1></center></body></html>");
            // Maintenance comes with HTTP 200.
            case MAINTENANCE -> no(200, 30016, "Service maintenance, the function is suspended");
            case SERVER_ERROR, TIMEOUT, SKEW -> no(503, 30014, "Service unavailable");
        };
    }

    /** A spot order that the desk does not take. */
    static VenueReply refused(OrderRefused.Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> no(400, 50020, "Balance not enough");
            case QUANTITY_TOO_SMALL -> no(400, 50006, "Minimum size is not reached");
            case VALUE_TOO_SMALL -> no(400, 51011, "param not match : size * price >=5");
            case QUANTITY_OFF_GRID -> no(400, 50021, "Invalid size");
            case PRICE_OFF_GRID -> no(400, 50021, "Invalid price");
            case PRICE_MISSING -> no(400, 50011, "RequestParam price is required");
            case QUANTITY_MISSING -> no(400, 50010, "RequestParam size is required");
            case DUPLICATE_CLIENT_ID -> no(400, 50039, "The client_order_id already exists");
            case NOTHING_TO_REDUCE, TOO_MANY_OPEN -> no(400, 50036, "The order is not accepted");
            case UNKNOWN_ORDER -> no(400, 50032, "Order does not exist");
            case ALREADY_FINISHED -> no(400, 50030, "Order is already canceled");
        };
    }

    /** A contract order that the desk does not take, in the codes of the futures' own table. */
    static VenueReply refusedContract(OrderRefused.Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS ->
                    no(400, 40027, "You contract account available balance not enough");
            case QUANTITY_TOO_SMALL, VALUE_TOO_SMALL, QUANTITY_MISSING, PRICE_MISSING ->
                    no(400, 40044, "The order range is invalid");
            case QUANTITY_OFF_GRID, PRICE_OFF_GRID ->
                    no(400, 40043, "The order precision is invalid");
            case DUPLICATE_CLIENT_ID ->
                    no(403, 40050, "Client OrderId duplicated with existing orders");
            case NOTHING_TO_REDUCE -> no(400, 40020, "Your position volume is not enough");
            case TOO_MANY_OPEN -> no(400, 40011, "Invalid request");
            case UNKNOWN_ORDER -> no(400, 40035, "The order is not exist");
            case ALREADY_FINISHED -> no(400, 40037, "The order id is not exist");
        };
    }

    private static VenueReply envelope(int status, int code, String words, Object data) {
        return VenueReply.json(
                status,
                Json.object(
                        "message", words,
                        "code", code,
                        "trace", UUID.randomUUID().toString(),
                        "data", data));
    }
}
