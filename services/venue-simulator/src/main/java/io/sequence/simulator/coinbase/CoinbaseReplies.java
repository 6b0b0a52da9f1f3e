package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Coinbase's words: JSON without an envelope, a plain text for whoever is not let in. */
final class CoinbaseReplies {

    /**
     * Why an order was not taken; the answer's status is 200 all the same.
     *
     * @param error one of the failure reasons of "Create Order"
     * @param preview the failure reason of the preview that precedes every order
     */
    record Words(String error, String message, String preview) {}

    private CoinbaseReplies() {}

    static VenueReply ok(Object body) {
        return VenueReply.json(200, body);
    }

    static VenueReply no(int status, String error, String words) {
        return VenueReply.json(
                status, Json.object("error", error, "error_details", words, "message", words));
    }

    /** An error of the older API under {@code /v2}, and of the limits of both. */
    static VenueReply appError(int status, String id, String words) {
        return VenueReply.json(
                status, Json.object("errors", List.of(Json.object("id", id, "message", words))));
    }

    /** One text for six causes. */
    static VenueReply unauthorized() {
        return new VenueReply(401, Map.of(), "text/plain; charset=utf-8", "Unauthorized\n");
    }

    /** An amount with its currency. */
    static Map<String, @Nullable Object> money(BigDecimal amount, String currency) {
        return Json.object("value", Json.plain(amount), "currency", currency);
    }

    static VenueReply fault(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMIT ->
                    appError(429, "rate_limit_exceeded", "Too many requests")
                            .with(
                                    Map.of(
                                            "x-ratelimit-limit", "30",
                                            "x-ratelimit-remaining", "0",
                                            "x-ratelimit-reset", "1"));
            case AUTH_ERROR -> unauthorized();
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<!DOCTYPE html><html><head><title>Attention Required! |"
                                    + " Cloudflare</title></head><body><h1>Sorry, you have been"
                                    + " blocked</h1></body></html>");
            case MAINTENANCE ->
                    VenueReply.html(
                            503, "<html><body><h1>503 Service Unavailable</h1></body></html>");
            case SERVER_ERROR, TIMEOUT, SKEW -> no(500, "INTERNAL", "Something went wrong");
        };
    }

    static Words refused(OrderRefused.Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS ->
                    new Words(
                            "INSUFFICIENT_FUND",
                            "Insufficient balance in source account",
                            "PREVIEW_INSUFFICIENT_FUND");
            case QUANTITY_TOO_SMALL, QUANTITY_MISSING ->
                    unknown("PREVIEW_INVALID_BASE_SIZE_TOO_SMALL");
            case VALUE_TOO_SMALL -> unknown("PREVIEW_INVALID_QUOTE_SIZE_TOO_SMALL");
            case QUANTITY_OFF_GRID ->
                    new Words(
                            "INVALID_SIZE_PRECISION",
                            "Too many decimals in order amount",
                            "PREVIEW_INVALID_SIZE_PRECISION");
            case PRICE_OFF_GRID ->
                    new Words(
                            "INVALID_PRICE_PRECISION",
                            "Too many decimals in order price",
                            "PREVIEW_INVALID_PRICE_PRECISION");
            case PRICE_MISSING -> unknown("PREVIEW_INVALID_LIMIT_PRICE");
            case NOTHING_TO_REDUCE -> unknown("PREVIEW_CANNOT_CLOSE_POSITION");
            case TOO_MANY_OPEN -> unknown("PREVIEW_OPEN_ORDER_LIMIT_EXCEEDED");
            case DUPLICATE_CLIENT_ID, UNKNOWN_ORDER, ALREADY_FINISHED ->
                    unknown("UNKNOWN_PREVIEW_FAILURE_REASON");
        };
    }

    private static Words unknown(String preview) {
        return new Words("UNKNOWN_FAILURE_REASON", "", preview);
    }
}
