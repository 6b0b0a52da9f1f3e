package io.sequence.simulator.binance;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * Binance's answers: bare JSON, and {@code {"code","msg"}} with a status for refusals. Sources:
 * Binance Spot REST API, "Error codes"; USD-M Futures, "Error code".
 */
final class BinanceReplies {

    /** Stands for a country that Binance does not serve; a block that documents use. */
    static final String RESTRICTED = "198.51.100.0/24";

    private BinanceReplies() {}

    static VenueReply ok(Object body) {
        return VenueReply.json(200, body);
    }

    static VenueReply no(int status, int code, String words) {
        return VenueReply.json(status, Json.object("code", code, "msg", words));
    }

    /** A refusal with status 400. */
    static Refusal refusal(int code, String words) {
        return new Refusal(no(400, code, words));
    }

    /** One answer for three causes; the wallet's host says it with 400, the others with 401. */
    static VenueReply denied(BinanceSite site, VenueCall call) {
        String words = "Invalid API-key, IP, or permissions for action";
        boolean wallet = call.path().startsWith("/sapi/");
        boolean futures = site == BinanceSite.USDM && call.path().startsWith("/fapi/");
        return no(
                wallet ? 400 : 401,
                -2015,
                futures ? words + ", request ip: " + call.clientIp() : words + ".");
    }

    /** HTTP 451 for callers from a restricted location. */
    static VenueReply restricted() {
        return no(
                451,
                0,
                "Service unavailable from a restricted location according to 'b. Eligibility' in"
                        + " https://www.binance.com/en/terms. Please contact customer service if"
                        + " you believe you received this message in error.");
    }

    static VenueReply fault(FaultKind kind, BinanceSite site, VenueCall call) {
        return switch (kind) {
            case RATE_LIMIT -> tooMany(site, call);
            case AUTH_ERROR -> denied(site, call);
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<html>\n"
                                    + "<head><title>403 Forbidden</title></head>\n"
                                    + "<body>\n"
                                    + "<center><h1>403 Forbidden</h1></center>\n"
                                    + "</body>\n"
                                    + "</html>\n");
            case MAINTENANCE -> no(503, 1, "System is under maintenance.");
            case SERVER_ERROR, TIMEOUT, SKEW ->
                    site == BinanceSite.USDM
                            ? no(
                                    503,
                                    -1000,
                                    "Unknown error, please check your request or try again later.")
                            : no(
                                    500,
                                    -1000,
                                    "An unknown error occurred while processing the request.");
        };
    }

    /** HTTP 418 for an address that went on asking through many refusals. */
    static VenueReply banned(VenueCall call) {
        return no(
                        418,
                        -1003,
                        "Way too much request weight used; IP banned until "
                                + (call.now().toEpochMilli() + 120_000)
                                + ". Please use WebSocket Streams for live updates to avoid bans.")
                .with(Map.of("Retry-After", "120"));
    }

    private static VenueReply tooMany(BinanceSite site, VenueCall call) {
        String limit = String.valueOf(site.weightLimit());
        return no(
                        429,
                        -1003,
                        "Too much request weight used; current limit is "
                                + limit
                                + " request weight per 1 MINUTE. Please use WebSocket Streams for"
                                + " live updates to avoid polling the API.")
                .with(
                        call.path().startsWith("/sapi/")
                                ? Map.of("Retry-After", "2")
                                : Map.of("Retry-After", "2", "X-MBX-USED-WEIGHT-1M", limit));
    }

    /** A refused spot order in Binance's words. */
    static VenueReply refused(OrderRefused.Reason reason) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS ->
                    no(400, -2010, "Account has insufficient balance for requested action.");
            case QUANTITY_TOO_SMALL, QUANTITY_OFF_GRID ->
                    no(400, -1013, "Filter failure: LOT_SIZE");
            case VALUE_TOO_SMALL -> no(400, -1013, "Filter failure: NOTIONAL");
            case PRICE_OFF_GRID -> no(400, -1013, "Filter failure: PRICE_FILTER");
            case PRICE_MISSING -> no(400, -1013, "Invalid price.");
            case QUANTITY_MISSING -> no(400, -1013, "Invalid quantity.");
            case DUPLICATE_CLIENT_ID -> no(400, -2010, "Duplicate order sent.");
            case TOO_MANY_OPEN -> no(400, -1013, "Filter failure: MAX_NUM_ORDERS");
            case NOTHING_TO_REDUCE -> no(400, -2010, "New order rejected.");
            case UNKNOWN_ORDER, ALREADY_FINISHED -> no(400, -2011, "Unknown order sent.");
        };
    }

    /** A refused futures order in Binance's words. */
    static VenueReply refusedContract(OrderRefused.Reason reason, BigDecimal minimumValue) {
        return switch (reason) {
            case INSUFFICIENT_FUNDS -> no(400, -2019, "Margin is insufficient.");
            case QUANTITY_TOO_SMALL -> no(400, -4004, "Quantity less than min quantity.");
            case QUANTITY_OFF_GRID ->
                    no(400, -1111, "Precision is over the maximum defined for this asset.");
            case VALUE_TOO_SMALL ->
                    no(
                            400,
                            -4164,
                            "Order's notional must be no smaller than "
                                    + Json.plain(minimumValue)
                                    + " (unless you choose reduce only).");
            case PRICE_OFF_GRID -> no(400, -4014, "Price not increased by tick size.");
            case PRICE_MISSING -> no(400, -4001, "Price less than 0.");
            case QUANTITY_MISSING -> no(400, -4003, "Quantity less than zero.");
            case DUPLICATE_CLIENT_ID -> no(400, -4116, "ClientOrderId is duplicated.");
            case TOO_MANY_OPEN -> no(400, -2025, "Reach max open order limit.");
            case NOTHING_TO_REDUCE -> no(400, -2022, "ReduceOnly Order is rejected.");
            case UNKNOWN_ORDER, ALREADY_FINISHED -> no(400, -2011, "Unknown order sent.");
        };
    }

    /** A number as spot prints it: eight decimals. */
    static String eight(BigDecimal number) {
        return number.setScale(8, RoundingMode.DOWN).toPlainString();
    }
}
