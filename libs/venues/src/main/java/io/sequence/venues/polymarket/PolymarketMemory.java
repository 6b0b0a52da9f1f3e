package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.vocabulary.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one process remembers, in memory alone: L2 keys that were derived, for minutes, and which
 * order a client order id became, since the venue keeps no such ids. Both by the signing wallet's
 * address, which only the holder of its key can ask for.
 */
final class PolymarketMemory {
    private static final Duration KEYS_LIVE = Duration.ofMinutes(10);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(2);
    private static final int MOST_ORDERS = 10_000;

    private final Map<String, Keys> keys = new HashMap<>();
    private final Map<String, Placed> orders =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Placed> eldest) {
                    return size() > MOST_ORDERS;
                }
            };

    private record Keys(Map<String, Secret> fields, Instant until) {}

    /**
     * An order as it was signed.
     *
     * @param orderId the venue's
     * @param body what was posted, before its signature: posted again it is the same order
     */
    record Placed(String orderId, JsonNode body) {}

    /** Derived keys by the catalogue's field names, as long as they are fresh. */
    synchronized Optional<Map<String, Secret>> keys(String signer, Instant now) {
        wipe(now);
        return Optional.ofNullable(keys.get(signer))
                .filter(found -> now.isBefore(found.until()))
                .map(Keys::fields);
    }

    synchronized void keepKeys(String signer, Map<String, Secret> fields, Instant now) {
        keys.put(signer, new Keys(Map.copyOf(fields), now.plus(KEYS_LIVE)));
    }

    /** The venue refused them: nobody is given them again. */
    synchronized void dropKeys(String signer) {
        keys.remove(signer);
    }

    /** Keys are wiped once no call can still be signing with them. */
    private void wipe(Instant now) {
        for (Iterator<Keys> all = keys.values().iterator(); all.hasNext(); ) {
            Keys one = all.next();
            if (now.isAfter(one.until().plus(LONGEST_CALL))) {
                one.fields().values().forEach(Secret::close);
                all.remove();
            }
        }
    }

    synchronized Optional<Placed> placed(String signer, String clientOrderId) {
        return Optional.ofNullable(orders.get(signer + " " + clientOrderId));
    }

    synchronized void keepPlaced(String signer, String clientOrderId, Placed order) {
        orders.put(signer + " " + clientOrderId, order);
    }

    /** The venue refused it: what comes under this id next is another order. */
    synchronized void dropPlaced(String signer, String clientOrderId) {
        orders.remove(signer + " " + clientOrderId);
    }

    @Override
    public String toString() {
        return "PolymarketMemory";
    }
}
