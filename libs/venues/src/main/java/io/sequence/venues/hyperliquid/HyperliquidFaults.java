package io.sequence.venues.hyperliquid;

import io.sequence.faults.Fault;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hyperliquid's error texts and what they mean; it has no codes. Texts are known by how they begin:
 * {@code L1 error: } may go before, {@code asset=<n>} may follow. Sources: the error responses of
 * its documentation and refusals that other clients have recorded.
 */
final class HyperliquidFaults {
    static final String UNKNOWN_SIGNER = "User or API Wallet";
    static final String NEVER_FUNDED = "Must deposit before performing actions";
    static final String NO_VAULT = "Vault not registered";

    static final Map<String, Fault> BY_CODE =
            Map.ofEntries(
                    // With our address; with another one our bytes differ from what was signed.
                    Map.entry(UNKNOWN_SIGNER, Fault.INVALID_KEY),
                    Map.entry(NEVER_FUNDED, Fault.INVALID_KEY),
                    Map.entry(NO_VAULT, Fault.BAD_REQUEST),
                    Map.entry("Unable to recover signer", Fault.INVALID_SIGNATURE),
                    Map.entry(
                            "Mainnet and testnet require different signature",
                            Fault.ENVIRONMENT_MISMATCH),
                    Map.entry("Invalid nonce: duplicate nonce", Fault.NONCE),
                    Map.entry("Invalid nonce: nonce too low", Fault.NONCE),
                    Map.entry("Invalid nonce: nonce too high", Fault.TIMESTAMP_SKEW),
                    Map.entry("Action already expired", Fault.NONCE),
                    Map.entry("Too many cumulative requests sent", Fault.RATE_LIMITED),
                    Map.entry("http:429", Fault.RATE_LIMITED),
                    Map.entry("http:422", Fault.BAD_REQUEST),
                    Map.entry("Failed to deserialize the JSON body", Fault.BAD_REQUEST),
                    // Orders.
                    Map.entry("Insufficient margin to place order", Fault.ORDER_FUNDS),
                    Map.entry("Insufficient spot balance", Fault.ORDER_FUNDS),
                    Map.entry("Insufficient balance for withdrawal", Fault.ORDER_FUNDS),
                    Map.entry("Order must have minimum value", Fault.MIN_SIZE),
                    Map.entry("Price must be divisible by tick size", Fault.BAD_REQUEST),
                    Map.entry("Order has invalid price", Fault.BAD_REQUEST),
                    Map.entry("Order has invalid size", Fault.BAD_REQUEST),
                    Map.entry("Order has zero size", Fault.BAD_REQUEST),
                    Map.entry(
                            "Post only order would have immediately matched", Fault.ORDER_REJECTED),
                    Map.entry(
                            "Order could not immediately match against any resting orders",
                            Fault.ORDER_REJECTED),
                    Map.entry("Reduce only order would increase position", Fault.ORDER_REJECTED),
                    // In no document: the words for a client id that was used before.
                    Map.entry("Duplicate cloid", Fault.DUPLICATE_CLIENT_ID),
                    Map.entry("Order would increase open interest", Fault.ORDER_REJECTED),
                    Map.entry("Open interest", Fault.ORDER_REJECTED),
                    Map.entry("Order price cannot be more than", Fault.ORDER_REJECTED),
                    Map.entry("Price too far from oracle", Fault.ORDER_REJECTED),
                    Map.entry(
                            "Action disabled when unified account is active", Fault.ORDER_REJECTED),
                    Map.entry(
                            "Order was never placed, already canceled, or filled",
                            Fault.ORDER_NOT_FOUND));

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-fA-F]{40}");

    private HyperliquidFaults() {}

    /** The documented beginning of a text; empty when nobody has documented it. */
    static Optional<String> code(String text) {
        String said = text.strip().replaceFirst("^(?i:L1 error:)\\s*", "");
        return BY_CODE.keySet().stream()
                .filter(beginning -> said.regionMatches(true, 0, beginning, 0, beginning.length()))
                .max(Comparator.comparingInt(String::length));
    }

    /**
     * What a text says beyond its code: the venue names the address that it recovered, and when
     * that is not the one that signed, the signature is at fault and not the key.
     */
    static @Nullable Fault beyondCode(String code, String text, String agent) {
        if (!code.equals(UNKNOWN_SIGNER) && !code.equals(NEVER_FUNDED)) {
            return null;
        }
        Matcher named = ADDRESS.matcher(text);
        boolean another = named.find() && !named.group().toLowerCase(Locale.ROOT).equals(agent);
        return another ? Fault.INVALID_SIGNATURE : null;
    }
}
