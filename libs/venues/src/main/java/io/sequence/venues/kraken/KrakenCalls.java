package io.sequence.venues.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Private calls of one key, one after the other: a nonce that arrives after a later one is refused,
 * and each refusal counts towards a lockout.
 */
final class KrakenCalls {
    private static final String PRIVATE = "/0/private/";
    private static final String PUBLIC = "/0/public/";

    private final VenueCall call;
    private final ReentrantLock turn = new ReentrantLock();

    KrakenCalls(VenueCall call) {
        this.call = call;
    }

    <T> VenueAnswer<T> read(String method, String body, Function<JsonNode, T> turn) {
        return inTurn(() -> call.read(request(method, body), turn));
    }

    <T> VenueAnswer<T> read(String method, Query body, Function<JsonNode, T> turn) {
        return read(method, body.toString(), turn);
    }

    <T> VenueAnswer<T> readOrder(String method, Query body, Function<JsonNode, T> turn) {
        return inTurn(() -> call.readOrder(request(method, body.toString()), turn));
    }

    <T> VenueAnswer<T> readPublic(String method, Query query, Function<JsonNode, T> turn) {
        return call.readPublic(
                WireRequest.get(KrakenProfile.SPOT, PUBLIC + method, query.toString()), turn);
    }

    VenueAnswer<Pulse> pulse(String method, Function<JsonNode, @Nullable KeyFacts> turn) {
        return inTurn(() -> call.pulse(request(method, ""), turn));
    }

    /** A refused nonce proves that nothing happened, so the order may be sent once more. */
    <T> VenueAnswer<T> order(String method, Query body, Function<JsonNode, T> turn) {
        WireRequest request = request(method, body.toString());
        return inTurn(
                () -> {
                    VenueAnswer<T> answer = call.order(request, turn);
                    return answer instanceof No<T> no && no.fault() == Fault.NONCE
                            ? call.order(request, turn)
                            : answer;
                });
    }

    private <T> VenueAnswer<T> inTurn(Supplier<VenueAnswer<T>> ask) {
        turn.lock();
        try {
            return ask.get();
        } finally {
            turn.unlock();
        }
    }

    private static WireRequest request(String method, String body) {
        return WireRequest.post(KrakenProfile.SPOT, PRIVATE + method, body);
    }
}
