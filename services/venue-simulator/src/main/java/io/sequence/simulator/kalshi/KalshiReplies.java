package io.sequence.simulator.kalshi;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kalshi's refusals, in the three shapes that were recorded on its demo exchange. */
final class KalshiReplies {

    private KalshiReplies() {}

    static VenueReply ok(Object body) {
        return VenueReply.json(200, body);
    }

    /** The usual shape: {@code {"error":{…}}}. */
    static VenueReply no(int status, String code, String message, @Nullable String details) {
        return VenueReply.json(status, Json.object("error", error(code, message, details)));
    }

    private static Map<String, @Nullable Object> error(
            String code, String message, @Nullable String details) {
        Map<String, @Nullable Object> error = Json.object("code", code, "message", message);
        if (details != null) {
            error.put("details", details);
        }
        error.put("service", "exchange");
        return error;
    }

    /** The flat shape of bodies that cannot be decoded. */
    static VenueReply undecoded(String details) {
        return VenueReply.json(
                400,
                Json.object("code", "bad_request", "message", "bad request", "details", details));
    }

    /** The bare shape of parameters that are not valid. */
    static VenueReply invalid(String message) {
        return VenueReply.json(400, Json.object("msg", message));
    }

    static VenueReply notFound() {
        return no(404, "not_found", "not found", null);
    }

    /** A refused signature or key, told by its details. */
    static Refusal unauthenticated(String details) {
        return new Refusal(no(401, "authentication_error", "authentication_error", details));
    }

    static VenueReply rejected(String details) {
        return no(400, "invalid_order", "invalid order", details);
    }

    static VenueReply refused(OrderRefused.Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS ->
                    no(400, "insufficient_balance", "insufficient balance", null);
            case DUPLICATE_CLIENT_ID ->
                    no(409, "order_already_exists", "order already exists", null);
            case UNKNOWN_ORDER, ALREADY_FINISHED -> notFound();
            case PRICE_OFF_GRID, PRICE_MISSING -> rejected("invalid price");
            case QUANTITY_TOO_SMALL, QUANTITY_OFF_GRID, QUANTITY_MISSING, VALUE_TOO_SMALL ->
                    rejected("invalid count");
            case NOTHING_TO_REDUCE -> rejected("reduce only");
            case TOO_MANY_OPEN -> rejected("too many open orders");
        };
    }

    static VenueReply fault(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMIT -> no(429, "too_many_requests", "too many requests", null);
            case AUTH_ERROR -> no(401, "authentication_error", "authentication_error", "NOT_FOUND");
            case MAINTENANCE -> no(503, "exchange_paused", "exchange is paused", null);
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<html><head><title>403 Forbidden</title></head><body><h1>Request"
                                    + " blocked.</h1></body></html>");
            case SERVER_ERROR, TIMEOUT, SKEW ->
                    no(500, "internal_server_error", "internal server error", null);
        };
    }
}
