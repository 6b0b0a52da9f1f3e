package io.sequence.venues.coinbase;

import io.sequence.faults.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Coinbase's error names as faults; some mean different things by their words. Source: the Advanced
 * Trade reference (errors, order failure reasons, cancel failure reasons) and bodies that other
 * clients have met.
 */
final class CoinbaseFaults {
    static final Map<String, Fault> BY_CODE = table();

    private CoinbaseFaults() {}

    private static Map<String, Fault> table() {
        var rows = new TreeMap<String, Fault>();
        // One plain-text body for a wrong name, key, signature, uri, clock or address.
        put(rows, Fault.AMBIGUOUS_AUTH, "http:401", "UNAUTHENTICATED", "Unauthorized");
        put(rows, Fault.INVALID_KEY, "authentication_error", "invalid_token", "revoked_token");
        put(rows, Fault.KEY_EXPIRED, "expired_token");
        put(rows, Fault.PERMISSION_DENIED, "PERMISSION_DENIED", "invalid_scope");
        put(rows, Fault.RATE_LIMITED, "http:429", "rate_limit_exceeded", "RESOURCE_EXHAUSTED");
        put(rows, Fault.VENUE_UNAVAILABLE, "http:500", "http:502", "http:503", "http:504");
        put(rows, Fault.VENUE_UNAVAILABLE, "INTERNAL", "UNAVAILABLE", "internal_server_error");
        put(rows, Fault.BAD_REQUEST, "INVALID_ARGUMENT", "INVALID_REQUEST", "INVALID_SIDE");
        put(rows, Fault.BAD_SYMBOL, "INVALID_PRODUCT_ID", "INELIGIBLE_PAIR");
        put(rows, Fault.ORDER_NOT_FOUND, "NOT_FOUND", "not_found", "UNKNOWN_CANCEL_ORDER");
        put(rows, Fault.ORDER_NOT_FOUND, "DUPLICATE_CANCEL_REQUEST", "ORDER_IS_FULLY_FILLED");
        put(rows, Fault.BAD_REQUEST, "INVALID_CANCEL_REQUEST", "INVALID_CANCEL_PRODUCT_ID");
        put(rows, Fault.ORDER_FUNDS, "INSUFFICIENT_FUND", "INSUFFICIENT_FUNDS");
        put(rows, Fault.ORDER_FUNDS, "PREVIEW_INSUFFICIENT_FUND", "INVALID_LEDGER_BALANCE");
        put(rows, Fault.ORDER_FUNDS, "PREVIEW_INSUFFICIENT_FUNDS_FOR_FUTURES");
        put(rows, Fault.MIN_SIZE, "PREVIEW_INVALID_BASE_SIZE_TOO_SMALL");
        put(rows, Fault.MIN_SIZE, "PREVIEW_INVALID_QUOTE_SIZE_TOO_SMALL");
        put(rows, Fault.ORDER_REJECTED, "UNSUPPORTED_ORDER_CONFIGURATION", "INVALID_LIMIT_PRICE");
        put(rows, Fault.ORDER_REJECTED, "INVALID_LIMIT_PRICE_POST_ONLY", "INVALID_NO_LIQUIDITY");
        put(rows, Fault.ORDER_REJECTED, "INVALID_SIZE_PRECISION", "INVALID_PRICE_PRECISION");
        put(rows, Fault.ORDER_REJECTED, "UNKNOWN_FAILURE_REASON", "ORDER_ENTRY_DISABLED");
        put(rows, Fault.ORDER_REJECTED, "COMMANDER_REJECTED_NEW_ORDER", "IN_LIQUIDATION");
        put(rows, Fault.ORDER_REJECTED, "COMMANDER_REJECTED_CANCEL_ORDER", "NOT_ALLOWED_TO_CANCEL");
        put(rows, Fault.ORDER_REJECTED, "PREVIEW_INVALID_BASE_SIZE_TOO_LARGE");
        put(rows, Fault.ORDER_REJECTED, "PREVIEW_INVALID_QUOTE_SIZE_TOO_LARGE");
        put(rows, Fault.ORDER_REJECTED, "PREVIEW_INVALID_LIMIT_PRICE");
        return Map.copyOf(rows);
    }

    private static void put(Map<String, Fault> rows, Fault fault, String... codes) {
        for (String code : codes) {
            rows.put(code, fault);
        }
    }

    /** What the words say beyond the code; null when the code is enough. */
    static @Nullable Fault ofWords(String code, String words) {
        String said = words.toLowerCase(Locale.ROOT);
        if (code.equals("PERMISSION_DENIED") && said.contains("no access to")) {
            return Fault.REGION_RESTRICTED;
        }
        boolean symbol =
                said.contains("account is not available")
                        || said.contains("invalid product")
                        || said.contains("productid");
        if (code.equals("INVALID_ARGUMENT") && symbol) {
            return Fault.BAD_SYMBOL;
        }
        return null;
    }
}
