package io.sequence.venues.kalshi;

import io.sequence.faults.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Kalshi's codes as faults. {@code authentication_error} tells its cause in {@code details}, which
 * stands after the slash here. Source: recordings of the demo exchange (June 2026) and the API
 * description 3.30.0.
 */
final class KalshiFaults {
    static final Map<String, Fault> BY_CODE =
            Map.ofEntries(
                    // A key of the demo exchange on the live one, or the reverse, says so too.
                    Map.entry("authentication_error/NOT_FOUND", Fault.INVALID_KEY),
                    Map.entry(
                            "authentication_error/INCORRECT_API_KEY_SIGNATURE",
                            Fault.INVALID_SIGNATURE),
                    Map.entry("header_timestamp_expired", Fault.TIMESTAMP_SKEW),
                    Map.entry("signature_is_missing_from_headers", Fault.BAD_REQUEST),
                    Map.entry("insufficient_balance", Fault.ORDER_FUNDS),
                    Map.entry("invalid_order", Fault.ORDER_REJECTED),
                    Map.entry("fill_or_kill_insufficient_resting_volume", Fault.ORDER_REJECTED),
                    Map.entry("bad_request", Fault.BAD_REQUEST),
                    Map.entry("invalid_content_type", Fault.BAD_REQUEST),
                    Map.entry("deprecated_v1_order_endpoint", Fault.BAD_REQUEST),
                    Map.entry("not_found", Fault.ORDER_NOT_FOUND),
                    Map.entry("order_already_exists", Fault.DUPLICATE_CLIENT_ID),
                    Map.entry("too_many_requests", Fault.RATE_LIMITED));

    /**
     * Words of a refusal because the account's location is no longer attested; the exact code is
     * not documented.
     */
    private static final List<String> OF_LOCATION = List.of("attest", "region", "location");

    private KalshiFaults() {}

    /**
     * What a refusal means.
     *
     * @param code as in {@link #BY_CODE}, possibly with a suffix after a colon; empty when the
     *     answer has none
     * @return null when the code is unknown and the status says nothing either
     */
    static @Nullable Fault of(int status, String code, String words) {
        Fault known = BY_CODE.get(code.replaceFirst(":.*", ""));
        if (known != null) {
            return known;
        }
        return switch (status) {
            case 400 -> code.isEmpty() ? Fault.BAD_REQUEST : null;
            case 401 -> ofLocation(code, words) ? Fault.REGION_RESTRICTED : Fault.AMBIGUOUS_AUTH;
            case 403 -> ofLocation(code, words) ? Fault.REGION_RESTRICTED : Fault.PERMISSION_DENIED;
            case 404 -> Fault.ORDER_NOT_FOUND;
            default -> null;
        };
    }

    private static boolean ofLocation(String code, String words) {
        String said = (code + " " + words).toLowerCase(Locale.ROOT);
        return OF_LOCATION.stream().anyMatch(said::contains);
    }
}
