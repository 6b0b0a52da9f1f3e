package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import java.util.function.Function;

/** Crypto.com's methods, by the names that stand both in the path and in the signature. */
final class CryptoComCalls {
    static final String BALANCE = "private/user-balance";

    private static final String ROOT = "/exchange/v1/";
    private static final int MOST_TRIES = 3;

    private final VenueCall call;

    CryptoComCalls(VenueCall call) {
        this.call = call;
    }

    /** Asks about the account. */
    <T> VenueAnswer<T> read(String method, ObjectNode params, Function<JsonNode, T> turn) {
        return settled(call.read(request(method, params), turn));
    }

    /** Asks about orders. */
    <T> VenueAnswer<T> readOrder(String method, ObjectNode params, Function<JsonNode, T> turn) {
        return settled(call.readOrder(request(method, params), turn));
    }

    /** Asks without signing. */
    <T> VenueAnswer<T> readPublic(String method, Query query, Function<JsonNode, T> turn) {
        return settled(
                call.readPublic(
                        WireRequest.get(call.host(), ROOT + method, query.toString()), turn));
    }

    /** Proves the key. */
    VenueAnswer<Pulse> pulse() {
        return settled(call.pulse(request(BALANCE, Json.object()), result -> null));
    }

    /**
     * Places or cancels. A refused nonce or clock proves that nothing happened, so the order may be
     * sent again, under a fresh number and the same client id; it takes two answers to believe that
     * our clock is off.
     */
    <T> VenueAnswer<T> order(String method, ObjectNode params, Function<JsonNode, T> turn) {
        WireRequest request = request(method, params);
        VenueAnswer<T> answer = call.order(request, turn);
        for (int tries = 1; tries < MOST_TRIES && isOurs(answer); tries++) {
            answer = call.order(request, turn);
        }
        return answer instanceof No<T> no && no.fault() == Fault.AMBIGUOUS_AUTH
                ? explained(no)
                : answer;
    }

    private static <T> boolean isOurs(VenueAnswer<T> answer) {
        return answer instanceof No<T> no
                && (no.fault() == Fault.NONCE || no.fault() == Fault.TIMESTAMP_SKEW);
    }

    /** A key that may read and is refused for an order lacks the permission to trade. */
    private <T> VenueAnswer<T> explained(No<T> refusal) {
        return pulse() instanceof Yes<Pulse>
                ? new No<>(
                        Fault.PERMISSION_DENIED,
                        refusal.venueCode(),
                        refusal.venueWords(),
                        refusal.retryAfter())
                : refusal;
    }

    /** A read that timed out at the venue has no outcome to look up. */
    private static <T> VenueAnswer<T> settled(VenueAnswer<T> answer) {
        return answer instanceof No<T> no && no.fault() == Fault.UNKNOWN_OUTCOME
                ? new No<>(
                        Fault.VENUE_UNAVAILABLE, no.venueCode(), no.venueWords(), no.retryAfter())
                : answer;
    }

    private WireRequest request(String method, ObjectNode params) {
        ObjectNode body = Json.object();
        body.set("params", params);
        return WireRequest.post(call.host(), ROOT + method, Json.write(body));
    }
}
