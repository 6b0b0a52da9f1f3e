package io.sequence.simulator.bitget;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Bitget's envelope: {@code code} as text, {@code msg}, {@code requestTime}, {@code data}; refusals
 * come with HTTP 400.
 */
final class BitgetReplies {

    private BitgetReplies() {}

    static VenueReply ok(Object data, Instant now) {
        return envelope(200, "00000", "success", data, now);
    }

    static VenueReply no(String code, String words, Instant now) {
        return no(400, code, words, now);
    }

    static VenueReply no(int status, String code, String words, Instant now) {
        return envelope(status, code, words, null, now);
    }

    static Refusal refusal(String code, String words, Instant now) {
        return new Refusal(no(code, words, now));
    }

    static VenueReply denied(Instant now) {
        return no("40014", "Incorrect permissions, need trade or read permissions", now);
    }

    static VenueReply fault(FaultKind kind, Instant now) {
        return switch (kind) {
            case RATE_LIMIT -> no(429, "429", "Too Many Requests", now);
            case AUTH_ERROR -> no("40037", "Apikey does not exist", now);
            case MAINTENANCE -> no("40200", "Server upgrade, please try again later", now);
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<!DOCTYPE html><html><head><title>Access denied |"
                                    + " Cloudflare</title></head><body><h1>Access"
                                    + " denied</h1></body></html>");
            case SERVER_ERROR, TIMEOUT, SKEW ->
                    no(500, "40015", "System is abnormal, please try again later", now);
        };
    }

    /** An order that the desk does not take, in the words of the family that was asked. */
    static VenueReply refused(
            OrderRefused.Reason reason,
            @Nullable Instrument instrument,
            boolean unified,
            Instant now) {
        boolean spot = instrument == null || instrument.kind() == Instrument.Kind.SPOT;
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> poor(spot, unified, now);
            case QUANTITY_TOO_SMALL, VALUE_TOO_SMALL ->
                    no(
                            "45110",
                            "less than the minimum amount "
                                    + (instrument == null
                                            ? "1 USDT"
                                            : Json.plain(instrument.minimumValue())
                                                    + ' '
                                                    + instrument.quote()),
                            now);
            case QUANTITY_OFF_GRID ->
                    no("40808", "Parameter verification exception size checkBDScale error", now);
            case PRICE_OFF_GRID ->
                    no("40808", "Parameter verification exception price checkBDScale error", now);
            case PRICE_MISSING -> no("40019", "Parameter price cannot be empty", now);
            case QUANTITY_MISSING -> no("40019", "Parameter size cannot be empty", now);
            case DUPLICATE_CLIENT_ID -> no("40786", "Duplicate clientOid", now);
            case NOTHING_TO_REDUCE -> no("25236", "No position to reduce", now);
            case TOO_MANY_OPEN -> no("25236", "The number of open orders exceeds the limit", now);
            case UNKNOWN_ORDER, ALREADY_FINISHED -> noOrder(spot, unified, now);
        };
    }

    /** There is no such order, or it stands no more. */
    static VenueReply noOrder(boolean spot, boolean unified, Instant now) {
        if (unified) {
            return no("25204", "Order does not exist", now);
        }
        return spot
                ? no("43001", "The order does not exist", now)
                : no("40768", "Order does not exist", now);
    }

    private static VenueReply poor(boolean spot, boolean unified, Instant now) {
        if (unified) {
            return no("25202", "Insufficient balance", now);
        }
        return spot
                ? no("43012", "Insufficient balance", now)
                : no("40762", "The order amount exceeds the balance", now);
    }

    private static VenueReply envelope(
            int status, String code, String words, @Nullable Object data, Instant now) {
        return VenueReply.json(
                status,
                Json.object(
                        "code",
                        code,
                        "msg",
                        words,
                        "requestTime",
                        now.toEpochMilli(),
                        "data",
                        data));
    }
}
