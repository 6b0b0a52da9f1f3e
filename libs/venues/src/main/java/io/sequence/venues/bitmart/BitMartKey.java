package io.sequence.venues.bitmart;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.venues.api.KeyExpiry;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a key may do, at a venue that has no way to ask: a signed read proves secret and memo, and
 * the cancellation of an order that cannot exist tells whether the key may trade. Nothing can be
 * traded by it, and what it does not tell stays unknown. That the answer for a missing order proves
 * the right, and {@code 30012} or {@code 30019} that it is missing, is unconfirmed.
 */
final class BitMartKey {
    /** Ids are positive, so no order has this one. */
    private static final String NO_ORDER = "0";

    private final VenueCall call;
    private final Supplier<String> fingerprint;

    BitMartKey(VenueCall call, Supplier<String> fingerprint) {
        this.call = call;
        this.fingerprint = fingerprint;
    }

    /** Signed, unlike most of BitMart's reads, which ask for the key alone. */
    static WireRequest proof() {
        return WireRequest.post(BitMartProfile.CLOUD, "/spot/v4/query/open-orders", "{}");
    }

    VenueAnswer<KeyFacts> inspect() {
        return call.read(proof(), orders -> Grant.GRANTED).map(this::facts);
    }

    private KeyFacts facts(Grant read) {
        Grant spot = probe(BitMartProfile.CLOUD, "/spot/v3/cancel_order", "BTC_USDT");
        Grant futures = probe(BitMartProfile.FUTURES, "/contract/private/cancel-order", "BTCUSDT");
        return new KeyFacts(
                new Rights(
                        Map.of(
                                Right.READ, read,
                                Right.TRADE_SPOT, spot,
                                Right.TRADE_DERIVATIVES, futures)),
                // BitMart tells no account, so a key stands for itself.
                KeyFacts.uidOfKey(fingerprint.get()),
                null,
                null,
                List.of(),
                new KeyExpiry.NotReported(),
                null,
                null,
                List.of(
                        BitMartProfile.LAST_WORDS,
                        "BitMart does not tell a key's IP list: check on BitMart that it holds our"
                                + " addresses."));
    }

    private Grant probe(String host, String path, String symbol) {
        ObjectNode body = Json.object().put("symbol", symbol).put("order_id", NO_ORDER);
        return call.read(WireRequest.post(host, path, Json.write(body)), data -> data)
                        instanceof No<?> no
                ? switch (no.fault()) {
                    case ORDER_NOT_FOUND -> Grant.GRANTED;
                    case PERMISSION_DENIED -> Grant.DENIED;
                    default -> Grant.UNKNOWN;
                }
                : Grant.UNKNOWN;
    }
}
