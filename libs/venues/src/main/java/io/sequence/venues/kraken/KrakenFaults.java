package io.sequence.venues.kraken;

import io.sequence.faults.Fault;
import java.util.Comparator;
import java.util.Map;

/**
 * Kraken's error texts and what they mean. Kraken answers HTTP 200 with a list of texts of the form
 * {@code <severity><category>:<description>[:extra]}. Sources: the exchange guide's error page and
 * the texts that other clients have met.
 */
final class KrakenFaults {
    static final String INVALID_NONCE = "EAPI:Invalid nonce";
    static final String PERMISSION_DENIED = "EGeneral:Permission denied";
    static final String TEMPORARY_LOCKOUT = "EGeneral:Temporary lockout";
    static final String THROTTLED = "EService:Throttled";

    static final Map<String, Fault> BY_CODE =
            Map.ofEntries(
                    // Missing, malformed, deleted or revoked; second-hand also expired or from an
                    // address that is not listed; and seen for a quarter of an hour with keys that
                    // were healthy before and after. A text with so many causes never becomes a
                    // verdict: it is asked again later, and the fix names key, expiry and IP list.
                    Map.entry("EAPI:Invalid key", Fault.AMBIGUOUS_AUTH),
                    Map.entry("EAPI:Invalid signature", Fault.INVALID_SIGNATURE),
                    // The first has been seen with a wrong secret, the second with a wrong key.
                    Map.entry("ESession:Invalid session", Fault.INVALID_KEY),
                    Map.entry("EAuth:Failed", Fault.INVALID_KEY),
                    Map.entry(INVALID_NONCE, Fault.NONCE),
                    Map.entry(PERMISSION_DENIED, Fault.PERMISSION_DENIED),
                    Map.entry("ETrade:Locked", Fault.ACCOUNT_LOCKED),
                    Map.entry("ETrade:User Locked", Fault.ACCOUNT_LOCKED),
                    Map.entry("EAccount:Invalid permissions", Fault.REGION_RESTRICTED),
                    // Too fast.
                    Map.entry(TEMPORARY_LOCKOUT, Fault.RATE_LIMITED),
                    Map.entry("EAPI:Rate limit exceeded", Fault.RATE_LIMITED),
                    Map.entry("EOrder:Rate limit exceeded", Fault.RATE_LIMITED),
                    Map.entry(THROTTLED, Fault.RATE_LIMITED),
                    Map.entry("EGeneral:Too many requests", Fault.RATE_LIMITED),
                    // The venue itself.
                    Map.entry("EService:Unavailable", Fault.VENUE_UNAVAILABLE),
                    Map.entry("EService:Busy", Fault.VENUE_UNAVAILABLE),
                    Map.entry("EService:Timeout", Fault.VENUE_UNAVAILABLE),
                    Map.entry("EGeneral:Internal error", Fault.VENUE_UNAVAILABLE),
                    Map.entry("EDatabase:Internal error", Fault.VENUE_UNAVAILABLE),
                    // Partial maintenance, said in so many words: the order was certainly not
                    // taken.
                    Map.entry("EService:Market in cancel_only mode", Fault.VENUE_MAINTENANCE),
                    Map.entry("EService:Market in post_only mode", Fault.VENUE_MAINTENANCE),
                    // The request.
                    Map.entry("EGeneral:Unknown method", Fault.BAD_REQUEST),
                    Map.entry("EGeneral:Invalid arguments", Fault.BAD_REQUEST),
                    Map.entry("EAPI:Feature disabled", Fault.BAD_REQUEST),
                    Map.entry("EAPI:Bad request", Fault.BAD_REQUEST),
                    Map.entry("EQuery:Unknown asset pair", Fault.BAD_SYMBOL),
                    Map.entry("EQuery:Invalid asset pair", Fault.BAD_SYMBOL),
                    Map.entry("EQuery:Unknown asset", Fault.BAD_SYMBOL),
                    // Orders.
                    Map.entry("EOrder:Insufficient funds", Fault.ORDER_FUNDS),
                    Map.entry("EOrder:Insufficient margin", Fault.ORDER_FUNDS),
                    Map.entry("EOrder:Margin allowance exceeded", Fault.ORDER_FUNDS),
                    Map.entry("EOrder:Order minimum not met", Fault.MIN_SIZE),
                    Map.entry("EOrder:Cost minimum not met", Fault.MIN_SIZE),
                    Map.entry("EOrder:Unknown order", Fault.ORDER_NOT_FOUND),
                    Map.entry("EOrder:Invalid price", Fault.ORDER_REJECTED),
                    Map.entry("EOrder:Orders limit exceeded", Fault.ORDER_REJECTED),
                    Map.entry("EOrder:Tick size check failed", Fault.ORDER_REJECTED),
                    Map.entry("EService:Deadline elapsed", Fault.ORDER_REJECTED));

    private KrakenFaults() {}

    /**
     * What one error text means. The text may carry more than the documented part, such as a field
     * name or a moment, so the longest documented beginning counts.
     *
     * @return {@link Fault#UNRECOGNISED} for a text that nobody has documented
     */
    static Fault of(String text) {
        // Kraken is not consistent about a blank after the colon.
        String said = text.replaceFirst("^([EW][A-Za-z]+):\\s+", "$1:");
        // Undocumented, but the id's form is checked before it is sent: only its use can displease,
        // and looking that order up is right whatever else is meant.
        if (said.contains("cl_ord_id")) {
            return Fault.DUPLICATE_CLIENT_ID;
        }
        return BY_CODE.entrySet().stream()
                .filter(row -> said.startsWith(row.getKey()))
                .max(Comparator.comparingInt(row -> row.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(Fault.UNRECOGNISED);
    }
}
