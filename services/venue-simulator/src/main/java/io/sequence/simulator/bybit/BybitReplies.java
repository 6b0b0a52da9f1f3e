package io.sequence.simulator.bybit;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.Map;

/**
 * Bybit's envelope: {@code retCode}, {@code retMsg}, {@code result}, {@code time}; HTTP 200 even
 * for refusals.
 */
final class BybitReplies {

    private BybitReplies() {}

    static VenueReply ok(Object result, Instant now) {
        return envelope(200, 0, "OK", result, now);
    }

    static VenueReply no(int code, String words, Instant now) {
        return envelope(200, code, words, Json.object(), now);
    }

    static Refusal refusal(int code, String words, Instant now) {
        return new Refusal(no(code, words, now));
    }

    static VenueReply envelope(int status, int code, String words, Object result, Instant now) {
        return VenueReply.json(
                status,
                Json.object(
                        "retCode",
                        code,
                        "retMsg",
                        words,
                        "result",
                        result,
                        "retExtInfo",
                        Json.object(),
                        "time",
                        now.toEpochMilli()));
    }

    static VenueReply fault(FaultKind kind, VenueCall call) {
        Instant now = call.now();
        return switch (kind) {
            case RATE_LIMIT ->
                    no(10006, "Too many visits. Exceeded the API Rate Limit.", now)
                            .with(
                                    Map.of(
                                            "X-Bapi-Limit", "10",
                                            "X-Bapi-Limit-Status", "0",
                                            "X-Bapi-Limit-Reset-Timestamp",
                                                    String.valueOf(now.toEpochMilli() + 1000)));
            case AUTH_ERROR -> no(10003, "API key is invalid.", now);
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<html><head><title>ERROR: The request could not be"
                                + " satisfied</title></head><body><h1>403 ERROR</h1>The Amazon"
                                + " CloudFront distribution is configured to block access from your"
                                + " country.</body></html>");
            case MAINTENANCE ->
                    no(10016, "The service is under maintenance, please try again later.", now);
            case SERVER_ERROR, TIMEOUT, SKEW -> no(10016, "Internal server error", now);
        };
    }

    /** A refused order in Bybit's words; spot and contracts have codes of their own. */
    static VenueReply refused(OrderRefused.Reason reason, boolean spot, Instant now) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS ->
                    spot
                            ? no(170131, "Insufficient balance.", now)
                            : no(110007, "ab not enough for new order", now);
            case QUANTITY_TOO_SMALL, QUANTITY_MISSING ->
                    spot
                            ? no(170136, "The quantity is lower than the minimum required.", now)
                            : no(10001, "The number of contracts below the minimum", now);
            case VALUE_TOO_SMALL ->
                    spot
                            ? no(170140, "Order value exceeded lower limit.", now)
                            : no(110094, "Order does not meet minimum order value 5USDT", now);
            case QUANTITY_OFF_GRID ->
                    spot
                            ? no(170137, "Order quantity has too many decimals.", now)
                            : no(10001, "Qty invalid", now);
            case PRICE_OFF_GRID ->
                    spot
                            ? no(170134, "Order price has too many decimals.", now)
                            : no(10001, "Price invalid", now);
            case PRICE_MISSING ->
                    spot
                            ? no(170130, "Data sent for parameter 'price' is not valid.", now)
                            : no(10001, "Price invalid", now);
            case DUPLICATE_CLIENT_ID ->
                    spot
                            ? no(170141, "Duplicate clientOrderId", now)
                            : no(110072, "OrderLinkedID is duplicate", now);
            case NOTHING_TO_REDUCE ->
                    no(110017, "current position is zero, cannot fix reduce-only order qty", now);
            case TOO_MANY_OPEN ->
                    no(
                            110009,
                            "The number of stop orders exceeds the maximum allowable limit",
                            now);
            case UNKNOWN_ORDER ->
                    spot
                            ? no(170213, "Order does not exist.", now)
                            : no(110001, "order not exists or too late to cancel", now);
            case ALREADY_FINISHED ->
                    spot
                            ? no(170213, "Order does not exist.", now)
                            : no(110001, "order not exists or too late to cancel", now);
        };
    }
}
