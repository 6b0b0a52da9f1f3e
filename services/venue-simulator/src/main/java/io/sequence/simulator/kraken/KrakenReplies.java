package io.sequence.simulator.kraken;

import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.OrderRefused;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.util.List;
import java.util.Map;

/** Kraken's envelope: a list of errors and a result; HTTP 200 whatever happened. */
final class KrakenReplies {

    private KrakenReplies() {}

    static VenueReply ok(Object result) {
        return VenueReply.json(200, Json.object("error", List.of(), "result", result));
    }

    static VenueReply no(String error) {
        return VenueReply.json(200, Json.object("error", List.of(error)));
    }

    static Refusal refusal(String error) {
        return new Refusal(no(error));
    }

    static VenueReply fault(FaultKind kind) {
        return switch (kind) {
            case RATE_LIMIT -> no("EAPI:Rate limit exceeded");
            case AUTH_ERROR -> no("EAPI:Invalid key");
            case MAINTENANCE -> no("EService:Unavailable");
            case HTML_403 ->
                    VenueReply.html(
                            403,
                            "<html><head><title>403 Forbidden</title></head><body><center><h1>403"
                                    + " Forbidden</h1></center>"
                                    + "<hr><center>cloudflare</center></body></html>");
            case SERVER_ERROR, TIMEOUT, SKEW -> no("EGeneral:Internal error");
        };
    }

    static VenueReply refused(OrderRefused.Reason reason) {
        return no(
                switch (reason) {
                    case INSUFFICIENT_FUNDS -> "EOrder:Insufficient funds";
                    case QUANTITY_TOO_SMALL -> "EOrder:Order minimum not met";
                    case VALUE_TOO_SMALL -> "EOrder:Cost minimum not met";
                    case QUANTITY_OFF_GRID, QUANTITY_MISSING -> "EGeneral:Invalid arguments:volume";
                    case PRICE_OFF_GRID -> "EOrder:Tick size check failed";
                    case PRICE_MISSING -> "EGeneral:Invalid arguments:price";
                    case DUPLICATE_CLIENT_ID -> "EOrder:Invalid arguments:cl_ord_id";
                    case NOTHING_TO_REDUCE -> "EOrder:No open position";
                    case TOO_MANY_OPEN -> "EOrder:Orders limit exceeded";
                    case UNKNOWN_ORDER, ALREADY_FINISHED -> "EOrder:Unknown order";
                });
    }

    /** The answer to a path that is no method: also HTTP 200. */
    static VenueReply unknownMethod() {
        return no("EGeneral:Unknown method");
    }

    /** Plain text with a status, for paths outside the API. */
    static VenueReply outside() {
        return new VenueReply(404, Map.of(), "text/plain", "Not Found");
    }
}
