package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * KuCoin's envelope: {@code code} as text, not always a number, and {@code data} or {@code msg}.
 */
final class KucoinReplies {

    private KucoinReplies() {}

    static VenueReply ok(@Nullable Object data) {
        return VenueReply.json(200, Json.object("code", "200000", "data", data));
    }

    static VenueReply no(int status, String code, String words) {
        return VenueReply.json(status, Json.object("code", code, "msg", words));
    }

    static Refusal refusal(int status, String code, String words) {
        return new Refusal(no(status, code, words));
    }

    static VenueReply fault(FaultKind kind, VenueCall call) {
        return switch (kind) {
            case RATE_LIMIT ->
                    no(
                                    429,
                                    "429000",
                                    "Too many requests in a short period of time, please retry"
                                            + " later")
                            .with(
                                    Map.of(
                                            "gw-ratelimit-limit", "4000",
                                            "gw-ratelimit-remaining", "0",
                                            "gw-ratelimit-reset", "5000"));
            case AUTH_ERROR -> no(401, "400003", "KC-API-KEY not exists");
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<!DOCTYPE html><html><head><title>Access denied | api.kucoin.com used"
                                + " Cloudflare to restrict access</title></head><body><h1>Error"
                                + " 1015</h1><h2>You are being rate limited</h2></body></html>");
            case MAINTENANCE -> no(503, "503000", "Service unavailable");
            case SERVER_ERROR, TIMEOUT, SKEW -> no(500, "500000", "Internal Server Error");
        };
    }

    static VenueReply refused(OrderRefused.Reason reason, boolean futures) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS ->
                    futures
                            ? no(
                                    200,
                                    "300003",
                                    "Balance insufficient. The order would cost more than is"
                                            + " available.")
                            : no(200, "200004", "Balance insufficient!");
            case QUANTITY_TOO_SMALL, VALUE_TOO_SMALL ->
                    no(200, "600101", "The order size cannot be less than the minimum order size.");
            case QUANTITY_OFF_GRID -> no(200, "400100", "Order size increment invalid.");
            case PRICE_OFF_GRID -> no(200, "400100", "Price increment invalid.");
            case PRICE_MISSING -> no(200, "400100", "Price parameter cannot be empty.");
            case QUANTITY_MISSING -> no(200, "400100", "Order size or funds cannot be empty.");
            case DUPLICATE_CLIENT_ID -> no(200, "400100", "clientOid duplicated");
            case NOTHING_TO_REDUCE -> no(200, "300009", "No open positions to close.");
            case TOO_MANY_OPEN -> no(200, "200003", "Too many open orders.");
            case UNKNOWN_ORDER, ALREADY_FINISHED ->
                    futures
                            ? no(200, "100004", "The order cannot be canceled.")
                            : no(200, "400100", "order_not_exist_or_not_allow_to_cancel");
        };
    }
}
