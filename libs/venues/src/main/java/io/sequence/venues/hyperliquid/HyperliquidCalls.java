package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueCall;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The two paths of Hyperliquid: public reads, and actions that each take a nonce. */
final class HyperliquidCalls {
    private static final String INFO = "/info";
    private static final int MOST_TRIES = 3;

    private final VenueCall reads;
    private final VenueCall actions;

    HyperliquidCalls(VenueCall reads, VenueCall actions) {
        this.reads = reads;
        this.actions = actions;
    }

    /** Asks about the market. */
    <T> VenueAnswer<T> market(ObjectNode question, Function<JsonNode, T> turn) {
        return reads.readPublic(
                info(question).withHeaders(Map.of("Content-Type", "application/json")), turn);
    }

    /** Asks about an address. */
    <T> VenueAnswer<T> about(String type, String user, Function<JsonNode, T> turn) {
        return reads.read(info(asking(type).put("user", user)), turn);
    }

    /** Asks about orders. */
    <T> VenueAnswer<T> orders(ObjectNode question, Function<JsonNode, T> turn) {
        return reads.readOrder(info(question), turn);
    }

    /** Does nothing, signed: its nonce is used up, and that is all. */
    <T> VenueAnswer<T> noop(Function<JsonNode, T> turn) {
        return actions.read(action(asking("noop")), turn);
    }

    /** Asks about an address, measured; what turns the answer keeps what it needs of it. */
    VenueAnswer<Pulse> look(String type, String user, Consumer<JsonNode> read) {
        return reads.pulse(
                info(asking(type).put("user", user)),
                answer -> {
                    read.accept(answer);
                    return null;
                });
    }

    /** Does nothing, signed and measured. */
    VenueAnswer<Pulse> pulse() {
        return actions.pulse(action(asking("noop")), ok -> null);
    }

    /**
     * A refused nonce proves that nothing happened, so the order may be sent again; it takes two
     * answers to believe that our clock is off.
     */
    <T> VenueAnswer<T> order(ObjectNode action, Function<JsonNode, T> turn) {
        VenueAnswer<T> answer = actions.order(action(action), turn);
        for (int tries = 1; tries < MOST_TRIES && isOurs(answer); tries++) {
            answer = actions.order(action(action), turn);
        }
        return answer;
    }

    private static <T> boolean isOurs(VenueAnswer<T> answer) {
        return answer instanceof No<T> no
                && (no.fault() == Fault.NONCE || no.fault() == Fault.TIMESTAMP_SKEW);
    }

    /** A question or an action of that type, to be filled. */
    static ObjectNode asking(String type) {
        return Json.object().put("type", type);
    }

    /** Source: Hyperliquid API, "Rate limits and user limits". */
    private WireRequest info(ObjectNode question) {
        int weight =
                switch (question.path("type").asText()) {
                    case "l2Book",
                            "allMids",
                            "clearinghouseState",
                            "orderStatus",
                            "spotClearinghouseState",
                            "exchangeStatus" ->
                            2;
                    case "userRole" -> 60;
                    default -> 20;
                };
        return WireRequest.post(reads.host(), INFO, Json.write(question)).weighing(weight);
    }

    private WireRequest action(ObjectNode action) {
        ObjectNode body = Json.object();
        body.set("action", action);
        return WireRequest.post(actions.host(), HyperliquidSigner.EXCHANGE, Json.write(body))
                .weighing(1);
    }
}
