package io.sequence.venues.polymarket;

import io.sequence.faults.Fault;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Polymarket's error texts and what they mean; it has no codes. A text is known by what it
 * contains. Sources: the documentation's page of error codes and refusals that other clients have
 * met; of the duplicated order the exact words are unconfirmed.
 */
final class PolymarketFaults {
    static final String VERSION = "order_version_mismatch";

    static final Map<String, Fault> BY_CODE =
            Map.ofEntries(
                    // Any of L2 key, passphrase, hash, clock and address may be wrong.
                    Map.entry("Unauthorized/Invalid api key", Fault.AMBIGUOUS_AUTH),
                    Map.entry("http:401", Fault.AMBIGUOUS_AUTH),
                    // A wallet's proof always fits its own key, so what is left is the clock.
                    Map.entry("Invalid L1 Request headers", Fault.TIMESTAMP_SKEW),
                    Map.entry("invalid signature", Fault.INVALID_SIGNATURE),
                    Map.entry(VERSION, Fault.BAD_REQUEST),
                    Map.entry(
                            "the order signer address has to be the address of the API KEY",
                            Fault.INVALID_KEY),
                    Map.entry("maker address not allowed", Fault.PERMISSION_DENIED),
                    Map.entry("not enough balance / allowance", Fault.ORDER_FUNDS),
                    Map.entry("INVALID_ORDER_MIN_SIZE", Fault.MIN_SIZE),
                    Map.entry("lower than the minimum", Fault.MIN_SIZE),
                    Map.entry("INVALID_ORDER_MIN_TICK_SIZE", Fault.BAD_REQUEST),
                    Map.entry("breaks minimum tick size rule", Fault.BAD_REQUEST),
                    Map.entry("no orders found to match with FAK order", Fault.ORDER_REJECTED),
                    Map.entry("FOK orders are fully filled or killed", Fault.ORDER_REJECTED),
                    Map.entry("order couldn't be fully filled", Fault.ORDER_REJECTED),
                    Map.entry("order crosses the book", Fault.ORDER_REJECTED),
                    Map.entry("invalid post-only order", Fault.ORDER_REJECTED),
                    Map.entry("duplicated", Fault.DUPLICATE_CLIENT_ID),
                    Map.entry("Trading restricted in your region", Fault.REGION_RESTRICTED),
                    Map.entry("http:403", Fault.REGION_RESTRICTED),
                    Map.entry("No orderbook exists", Fault.BAD_SYMBOL),
                    Map.entry("slug not found", Fault.BAD_SYMBOL),
                    Map.entry("order not found", Fault.ORDER_NOT_FOUND),
                    Map.entry("already canceled or matched", Fault.ORDER_NOT_FOUND),
                    Map.entry("can't be found", Fault.ORDER_NOT_FOUND),
                    // Said in so many words: the order was certainly not taken.
                    Map.entry("http:425", Fault.VENUE_MAINTENANCE),
                    Map.entry("Trading is currently disabled", Fault.VENUE_MAINTENANCE),
                    Map.entry("Trading is currently cancel-only", Fault.VENUE_MAINTENANCE),
                    Map.entry("Too Many Requests", Fault.RATE_LIMITED),
                    Map.entry("http:429", Fault.RATE_LIMITED),
                    Map.entry("Internal server error", Fault.VENUE_UNAVAILABLE),
                    Map.entry("could not insert order", Fault.UNKNOWN_OUTCOME),
                    Map.entry("error executing order", Fault.UNKNOWN_OUTCOME));

    private PolymarketFaults() {}

    /** The documented part of a text; empty when nobody has documented it. */
    static Optional<String> code(String text) {
        String said = text.toLowerCase(Locale.ROOT);
        return BY_CODE.keySet().stream()
                .filter(part -> said.contains(part.toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(String::length));
    }
}
