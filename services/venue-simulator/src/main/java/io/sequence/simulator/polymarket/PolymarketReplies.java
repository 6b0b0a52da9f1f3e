package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;

/** Polymarket's words: {@code {"error":"…"}} with a status and no code. Source: "Error codes". */
final class PolymarketReplies {

    static final String NO_BOOK = "No orderbook exists for the requested token id";

    private PolymarketReplies() {}

    static VenueReply ok(Object body) {
        return VenueReply.json(200, body);
    }

    static VenueReply no(int status, String text) {
        return VenueReply.json(status, Json.object("error", text));
    }

    static Refusal refusal(int status, String text) {
        return new Refusal(no(status, text));
    }

    /** Key, passphrase, signature, timestamp or address: the venue does not say which. */
    static Refusal unauthorized() {
        return refusal(401, "Unauthorized/Invalid api key");
    }

    static VenueReply notFound() {
        return no(404, "not found");
    }

    /** The text for a repeated order is not documented. */
    static String words(OrderRefused.Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> "not enough balance / allowance";
            case QUANTITY_TOO_SMALL, VALUE_TOO_SMALL -> "INVALID_ORDER_MIN_SIZE";
            case PRICE_OFF_GRID, PRICE_MISSING -> "INVALID_ORDER_MIN_TICK_SIZE";
            case DUPLICATE_CLIENT_ID -> "order is invalid. Duplicated.";
            case TOO_MANY_OPEN -> "too many open orders";
            case QUANTITY_OFF_GRID, QUANTITY_MISSING, NOTHING_TO_REDUCE -> "Invalid order payload";
            case UNKNOWN_ORDER -> "order not found";
            case ALREADY_FINISHED -> "already canceled or matched";
        };
    }

    static VenueReply fault(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMIT -> no(429, "Too Many Requests");
            case AUTH_ERROR -> no(401, "Unauthorized/Invalid api key");
            case MAINTENANCE -> no(425, "the matching engine is restarting");
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<html><head><title>Attention Required! |"
                                    + " Cloudflare</title></head><body><h1>Sorry, you have been"
                                    + " blocked</h1></body></html>");
            case SERVER_ERROR, TIMEOUT, SKEW -> no(500, "Internal server error");
        };
    }
}
