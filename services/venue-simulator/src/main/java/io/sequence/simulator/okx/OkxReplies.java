package io.sequence.simulator.okx;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.util.List;

/** OKX's envelope: {@code code} as text, {@code msg}, {@code data} a list. */
final class OkxReplies {

    /** OKX's code and words for a refused order. */
    record Words(String code, String words) {}

    private OkxReplies() {}

    static VenueReply ok(List<?> data) {
        return VenueReply.json(200, Json.object("code", "0", "msg", "", "data", data));
    }

    static VenueReply no(int status, String code, String words) {
        return VenueReply.json(status, Json.object("msg", words, "code", code, "data", List.of()));
    }

    /** A refusal at the door; these lack {@code data}. */
    static Refusal refusal(int status, String code, String words) {
        return new Refusal(VenueReply.json(status, Json.object("msg", words, "code", code)));
    }

    static VenueReply fault(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMIT ->
                    VenueReply.json(429, Json.object("msg", "Too Many Requests", "code", "50011"));
            case AUTH_ERROR ->
                    VenueReply.json(
                            401, Json.object("msg", "API key doesn't exist", "code", "50119"));
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<!DOCTYPE html><html><head><title>Attention Required! |"
                                    + " Cloudflare</title></head><body><h1>Sorry, you have been"
                                    + " blocked</h1></body></html>");
            case MAINTENANCE ->
                    no(503, "50001", "Service temporarily unavailable. Please try again later");
            case SERVER_ERROR, TIMEOUT, SKEW ->
                    no(500, "50026", "System error. Please try again later.");
        };
    }

    static Words refused(OrderRefused.Reason reason, String asset) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS ->
                    new Words(
                            "51008",
                            "Order failed. Insufficient " + asset + " balance in account.");
            case QUANTITY_TOO_SMALL, VALUE_TOO_SMALL, QUANTITY_MISSING ->
                    new Words(
                            "51020", "Your order should meet or exceed the minimum order amount.");
            case QUANTITY_OFF_GRID ->
                    new Words("51121", "Order quantity must be a multiple of the lot size.");
            case PRICE_OFF_GRID, PRICE_MISSING -> new Words("51000", "Parameter px error");
            case DUPLICATE_CLIENT_ID -> new Words("51016", "Client order ID already exists.");
            case NOTHING_TO_REDUCE ->
                    new Words(
                            "51169",
                            "Order failed because you don't have any positions in this direction to"
                                    + " reduce or close.");
            case TOO_MANY_OPEN ->
                    new Words("51023", "The number of open orders exceeds the limit.");
            case UNKNOWN_ORDER, ALREADY_FINISHED ->
                    new Words(
                            "51400",
                            "Cancellation failed as the order has been filled, canceled or does not"
                                    + " exist.");
        };
    }
}
