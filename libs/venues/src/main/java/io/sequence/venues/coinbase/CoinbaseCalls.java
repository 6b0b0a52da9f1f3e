package io.sequence.venues.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Coinbase's calls. One 401 never speaks for the key: its plain text has six causes, our clock
 * among them, and the venue has been seen to refuse good tokens now and then. So the venue's clock
 * is asked for and the call made once more with a fresh token; only what is said then counts, and
 * it is a doubt still ({@link Fault#AMBIGUOUS_AUTH}).
 */
final class CoinbaseCalls {
    static final String ROOT = "/api/v3/brokerage/";
    static final String KEY = "key_permissions";

    private static final int MOST_PAGES = 20;

    /** The venue's own pages disagree on whether this API takes such keys. */
    private static final String EDWARDS_ADVICE =
            " (our advice: not every Ed25519 key is taken here, so make an ECDSA key)";

    private final VenueCall call;
    private final boolean edwards;

    /** Calls of one key, which may be an Ed25519 one. */
    CoinbaseCalls(VenueCall call, boolean edwards) {
        this.call = call;
        this.edwards = edwards;
    }

    /** Asks about the account. */
    <T> VenueAnswer<T> read(String path, String query, Function<JsonNode, T> turn) {
        WireRequest request = get(path, query);
        return twice(() -> call.read(request, turn));
    }

    /** Asks about orders. */
    <T> VenueAnswer<T> readOrder(String path, String query, Function<JsonNode, T> turn) {
        WireRequest request = get(path, query);
        return twice(() -> call.readOrder(request, turn));
    }

    /** Asks without signing. */
    <T> VenueAnswer<T> readPublic(String path, String query, Function<JsonNode, T> turn) {
        return call.readPublic(get("market/" + path, query), turn);
    }

    /** The inspection as a pulse. */
    VenueAnswer<Pulse> pulse() {
        return twice(() -> call.pulse(get(KEY, ""), CoinbaseKey::facts));
    }

    /** Who owns the key, as the older API says it: once, because its reason is what is wanted. */
    VenueAnswer<String> owner() {
        return call.read(
                WireRequest.get(call.host(), "/v2/user", ""),
                body -> Json.textOr(body.path("data"), "id", ""));
    }

    /** Every row of a list, page by page while {@code has_next} or a cursor says so. */
    <T> VenueAnswer<List<T>> pages(String path, String query, Function<JsonNode, List<T>> turn) {
        var all = new ArrayList<T>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = cursor.isEmpty() ? "" : "&" + Query.of("cursor", cursor);
            VenueAnswer<Page<T>> answer =
                    readOrder(path, query + from, body -> new Page<>(turn.apply(body), next(body)));
            if (!(answer instanceof Yes<Page<T>> yes)) {
                return answer.map(Page::rows);
            }
            all.addAll(yes.value().rows());
            if (yes.value().next().isEmpty() || yes.value().next().equals(cursor)) {
                break;
            }
            cursor = yes.value().next();
        }
        return new Yes<>(all);
    }

    private static String next(JsonNode body) {
        return body.path("has_next").asBoolean(true) ? Json.textOr(body, "cursor", "") : "";
    }

    private record Page<T>(List<T> rows, String next) {}

    /**
     * Places or cancels. A 401 proves that nothing happened, so the order may be sent once more
     * under the same client id.
     */
    <T> VenueAnswer<T> order(String path, String body, Function<JsonNode, T> turn) {
        WireRequest request = WireRequest.post(call.host(), ROOT + path, body);
        VenueAnswer<T> answer = twice(() -> call.order(request, turn));
        return answer instanceof No<T> no && doubtsKey(no) ? explained(no) : answer;
    }

    /** A view-only key is refused for orders in the words of a wrong one. */
    private <T> VenueAnswer<T> explained(No<T> refusal) {
        boolean mayNotTrade =
                read(KEY, "", CoinbaseKey::facts) instanceof Yes<KeyFacts> facts
                        && facts.value().rights().of(Right.TRADE_SPOT) == Grant.DENIED;
        return mayNotTrade
                ? new No<>(
                        Fault.PERMISSION_DENIED,
                        refusal.venueCode(),
                        refusal.venueWords(),
                        refusal.retryAfter())
                : refusal;
    }

    private <T> VenueAnswer<T> twice(Supplier<VenueAnswer<T>> ask) {
        VenueAnswer<T> answer = ask.get();
        if (!(answer instanceof No<T> no) || !doubtsKey(no)) {
            return answer;
        }
        // The transport reads the clock off the answer.
        call.readPublic(get("time", ""), body -> body);
        return advised(ask.get());
    }

    private <T> VenueAnswer<T> advised(VenueAnswer<T> answer) {
        return edwards && answer instanceof No<T> no && doubtsKey(no)
                ? new No<>(
                        no.fault(),
                        no.venueCode(),
                        no.venueWords() + EDWARDS_ADVICE,
                        no.retryAfter())
                : answer;
    }

    private static boolean doubtsKey(No<?> no) {
        return no.fault() == Fault.AMBIGUOUS_AUTH
                || no.fault() == Fault.INVALID_KEY
                || no.fault() == Fault.KEY_EXPIRED;
    }

    private WireRequest get(String path, String query) {
        return WireRequest.get(call.host(), ROOT + path, query);
    }
}
