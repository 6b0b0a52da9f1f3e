package io.sequence.venues.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Credential;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Unknown;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.crypto.HeaderValue;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Grant;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a key may do: from the list of keys, or by probes that cannot trade where the key
 * may not see that list. Whose key it is stands nowhere but in {@code GET /communications/id}
 * (docs.kalshi.com: "a public communications ID which is used to identify the user").
 */
final class KalshiInspection {
    private static final String ROOT = "/trade-api/v2";

    /** No order has it, so cancelling it proves the right and changes nothing. */
    private static final String NO_ORDER = "00000000-0000-4000-8000-000000000000";

    private final VenueCall call;
    private final Credential credential;

    KalshiInspection(VenueCall call, Credential credential) {
        this.call = call;
        this.credential = credential;
    }

    VenueAnswer<KeyFacts> facts() {
        VenueAnswer<JsonNode> keys = call.read(get("/api_keys"), this::readable);
        return switch (keys) {
            case Yes<JsonNode> yes ->
                    owner().map(owner -> KalshiKey.facts(yes.value(), keyId(), owner.id()));
            case No<JsonNode> no when no.fault() == Fault.PERMISSION_DENIED ->
                    owner().then(owner -> probed(owner.id()));
            case No<JsonNode> no -> no.as();
            case Unknown<JsonNode> unknown -> unknown.as();
        };
    }

    /** The header of every request, so it is printable by now. */
    private String keyId() {
        return HeaderValue.of(credential, "api_key");
    }

    /** Read before the owner is asked, so that a list that cannot be read is told as one. */
    private JsonNode readable(JsonNode list) {
        KalshiKey.facts(list, keyId(), null);
        return list;
    }

    private VenueAnswer<Owner> owner() {
        VenueAnswer<Owner> told =
                call.read(
                        get("/communications/id"),
                        answer -> new Owner(Json.text(answer, "communications_id")));
        return told instanceof No<Owner> no && isNeverTold(no.fault())
                ? new Yes<>(new Owner(null))
                : told;
    }

    private static boolean isNeverTold(Fault fault) {
        return fault == Fault.PERMISSION_DENIED || fault == Fault.ORDER_NOT_FOUND;
    }

    private VenueAnswer<KeyFacts> probed(@Nullable String owner) {
        return right(call.read(get("/portfolio/balance"), answer -> answer))
                .then(
                        read ->
                                right(call.order(cancellation(), answer -> answer))
                                        .map(
                                                trade ->
                                                        KalshiKey.probed(
                                                                keyId(), owner, read, trade)));
    }

    private WireRequest cancellation() {
        return WireRequest.delete(call.host(), ROOT + "/portfolio/events/orders/" + NO_ORDER, "");
    }

    /** What a probe's answer says of the right; a passing trouble says nothing and is passed on. */
    private static <T> VenueAnswer<Grant> right(VenueAnswer<T> probe) {
        return switch (probe) {
            case Yes<T> yes -> new Yes<>(Grant.GRANTED);
            case No<T> no when no.fault() == Fault.ORDER_NOT_FOUND -> new Yes<>(Grant.GRANTED);
            case No<T> no when no.fault() == Fault.PERMISSION_DENIED -> new Yes<>(Grant.DENIED);
            case No<T> no -> no.as();
            case Unknown<T> unknown -> unknown.as();
        };
    }

    private WireRequest get(String path) {
        return WireRequest.get(call.host(), ROOT + path, "");
    }

    /**
     * Whose key it is.
     *
     * @param id null when the key may not ask
     */
    private record Owner(@Nullable String id) {}
}
