package io.sequence.simulator.cryptocom;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Crypto.com's envelope: the id and the method come back beside {@code code} and {@code result}.
 * The HTTP status belongs to the code. Source: Exchange v1, "Response and reason codes".
 */
final class CryptocomReplies {

    private static final String BASE = "/exchange/v1/";

    /** A code with its HTTP status and the venue's word for it. */
    enum Code {
        DUPLICATE_CLORDID(400, 204),
        INSTRUMENT_NOT_TRADABLE(400, 208),
        INVALID_INSTRUMENT(400, 209),
        INVALID_ORDERID(500, 212),
        INVALID_ORDERQTY(400, 213),
        INVALID_ORDTYPE(400, 218),
        INVALID_EXECINST(400, 219),
        INVALID_SIDE(400, 220),
        INVALID_TIF(400, 221),
        INSUFFICIENT_AVAILABLE_BALANCE(500, 306),
        INVALID_PRICE(400, 308),
        NO_ACTIVE_ORDER(500, 316),
        EXCEEDS_MAX_ALLOWED_ORDERS(400, 318),
        USER_NO_DERIV_ACCESS(500, 411),
        BELOW_MIN_ORDER_SIZE(500, 415),
        BAD_REQUEST(400, 40001),
        METHOD_NOT_FOUND(400, 40002),
        INVALID_REQUEST(400, 40003),
        MISSING_OR_INVALID_ARGUMENT(400, 40004),
        DUPLICATE_REQUEST(400, 40006),
        UNAUTHORIZED(401, 40101),
        INVALID_NONCE(400, 40102),
        IP_ILLEGAL(401, 40103),
        NOT_FOUND(200, 40401),
        TOO_MANY_REQUESTS(429, 42901),
        ERR_INTERNAL(500, 50001),
        SYSTEM_MAINTENANCE(503, 9010001);

        private final int status;
        private final int number;

        Code(int status, int number) {
            this.status = status;
            this.number = number;
        }
    }

    private CryptocomReplies() {}

    static VenueReply ok(Hearing hearing, Object result) {
        Map<String, @Nullable Object> body = lead(hearing.call(), 0);
        body.put("result", result);
        return VenueReply.json(200, body);
    }

    /** A list, under {@code data}. */
    static VenueReply list(Hearing hearing, List<?> data) {
        return ok(hearing, Json.object("data", data));
    }

    static VenueReply no(VenueCall call, Code code) {
        Map<String, @Nullable Object> body = lead(call, code.number);
        body.put("message", code.name());
        return VenueReply.json(code.status, body);
    }

    /** A refused order: the ids that it would have had come along. */
    static VenueReply noOrder(VenueCall call, Code code, String id, @Nullable String client) {
        Map<String, @Nullable Object> body = lead(call, code.number);
        body.put("message", code.name());
        body.put("result", Json.object("client_oid", client == null ? id : client, "order_id", id));
        return VenueReply.json(code.status, body);
    }

    static Refusal refusal(VenueCall call, Code code) {
        return new Refusal(no(call, code));
    }

    private static Map<String, @Nullable Object> lead(VenueCall call, int code) {
        return Json.object("id", CryptocomBody.of(call).id(), "method", method(call), "code", code);
    }

    /** The method that a path names. */
    static String method(VenueCall call) {
        return call.path().startsWith(BASE) ? call.path().substring(BASE.length()) : "";
    }

    static VenueReply fault(FaultKind kind, VenueCall call) {
        return switch (kind) {
            case RATE_LIMIT -> no(call, Code.TOO_MANY_REQUESTS);
            case AUTH_ERROR -> no(call, Code.UNAUTHORIZED);
            case MAINTENANCE -> no(call, Code.SYSTEM_MAINTENANCE);
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<!DOCTYPE html><html><head><title>Access denied |"
                                    + " Cloudflare</title></head><body><h1>Error 1020</h1></body>"
                                    + "</html>");
            case SERVER_ERROR, TIMEOUT, SKEW -> no(call, Code.ERR_INTERNAL);
        };
    }

    static Code refused(OrderRefused.Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> Code.INSUFFICIENT_AVAILABLE_BALANCE;
            case QUANTITY_TOO_SMALL, VALUE_TOO_SMALL -> Code.BELOW_MIN_ORDER_SIZE;
            case QUANTITY_OFF_GRID, QUANTITY_MISSING, NOTHING_TO_REDUCE -> Code.INVALID_ORDERQTY;
            case PRICE_OFF_GRID, PRICE_MISSING -> Code.INVALID_PRICE;
            case DUPLICATE_CLIENT_ID -> Code.DUPLICATE_CLORDID;
            case TOO_MANY_OPEN -> Code.EXCEEDS_MAX_ALLOWED_ORDERS;
            case UNKNOWN_ORDER -> Code.INVALID_ORDERID;
            case ALREADY_FINISHED -> Code.NO_ACTIVE_ORDER;
        };
    }
}
