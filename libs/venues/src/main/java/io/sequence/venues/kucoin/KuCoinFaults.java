package io.sequence.venues.kucoin;

import io.sequence.faults.Fault;
import java.util.Locale;
import java.util.Map;

/**
 * KuCoin's codes and what they mean. A code is text and not always a number; a few need the words
 * beside them. Sources: the classic REST documentation's error tables, the vendor's universal SDK
 * and the codes that other clients have met.
 */
final class KuCoinFaults {
    /** The code of every answer that went well. */
    static final String SUCCESS = "200000";

    static final Map<String, Fault> BY_CODE =
            Map.ofEntries(
                    // The key itself.
                    Map.entry("400003", Fault.INVALID_KEY),
                    Map.entry("400401", Fault.INVALID_KEY),
                    Map.entry("400005", Fault.INVALID_SIGNATURE),
                    Map.entry("400004", Fault.INVALID_PASSPHRASE),
                    Map.entry("400006", Fault.IP_NOT_ALLOWED),
                    Map.entry("400007", Fault.PERMISSION_DENIED),
                    Map.entry("400002", Fault.TIMESTAMP_SKEW),
                    // The account behind it.
                    Map.entry("400303", Fault.ACCOUNT_LOCKED),
                    Map.entry("411100", Fault.ACCOUNT_LOCKED),
                    Map.entry("400500", Fault.REGION_RESTRICTED),
                    // The request.
                    Map.entry("400001", Fault.BAD_REQUEST),
                    Map.entry("400008", Fault.BAD_REQUEST),
                    Map.entry("415000", Fault.BAD_REQUEST),
                    Map.entry("400100", Fault.BAD_REQUEST),
                    Map.entry("400400", Fault.BAD_REQUEST),
                    Map.entry("404000", Fault.BAD_REQUEST),
                    Map.entry("400000", Fault.BAD_SYMBOL),
                    Map.entry("400600", Fault.BAD_SYMBOL),
                    Map.entry("900001", Fault.BAD_SYMBOL),
                    // Orders.
                    Map.entry("200004", Fault.ORDER_FUNDS),
                    Map.entry("230003", Fault.ORDER_FUNDS),
                    Map.entry("600100", Fault.ORDER_FUNDS),
                    Map.entry("300003", Fault.ORDER_FUNDS),
                    Map.entry("600101", Fault.MIN_SIZE),
                    Map.entry("200001", Fault.ORDER_REJECTED),
                    Map.entry("200003", Fault.ORDER_REJECTED),
                    Map.entry("300000", Fault.ORDER_REJECTED),
                    Map.entry("300012", Fault.ORDER_REJECTED),
                    Map.entry("400200", Fault.ORDER_REJECTED),
                    Map.entry("400330", Fault.ORDER_REJECTED),
                    Map.entry("400350", Fault.ORDER_REJECTED),
                    Map.entry("400370", Fault.ORDER_REJECTED),
                    Map.entry("400700", Fault.ORDER_REJECTED),
                    Map.entry("400760", Fault.ORDER_REJECTED),
                    Map.entry("order_not_exist", Fault.ORDER_NOT_FOUND),
                    // The venue. 200002 means either a suspended cancel or an old rate limit: both
                    // pass by themselves.
                    Map.entry("200002", Fault.RATE_LIMITED),
                    Map.entry("429000", Fault.RATE_LIMITED),
                    Map.entry("500000", Fault.VENUE_UNAVAILABLE),
                    Map.entry("http:429", Fault.RATE_LIMITED),
                    Map.entry("http:500", Fault.VENUE_UNAVAILABLE),
                    Map.entry("http:502", Fault.VENUE_UNAVAILABLE),
                    Map.entry("http:503", Fault.VENUE_UNAVAILABLE),
                    Map.entry("http:504", Fault.VENUE_UNAVAILABLE));

    private KuCoinFaults() {}

    /**
     * What a code means, with the words that came with it.
     *
     * @param code the venue's code, as text
     * @param words the venue's {@code msg}; empty when there was none
     * @return {@link Fault#UNRECOGNISED} for a code that nobody has documented
     */
    static Fault of(String code, String words) {
        String said = words.toLowerCase(Locale.ROOT).replace('_', ' ');
        if (saysOrderNotFound(said)) {
            return Fault.ORDER_NOT_FOUND;
        }
        if (saysClientIdTaken(said)) {
            return Fault.DUPLICATE_CLIENT_ID;
        }
        // One code for every parameter that displeases: only the words tell which.
        if (code.equals("400100") && said.contains("account.available.amount")) {
            return Fault.ORDER_FUNDS;
        }
        return BY_CODE.getOrDefault(code, Fault.UNRECOGNISED);
    }

    /** Seen as {@code validation.createOrder.clientOidDuplicated}, under more than one code. */
    private static boolean saysClientIdTaken(String said) {
        boolean taken = said.contains("duplicat") || said.contains("already exist");
        return taken && said.replace(" ", "").contains("clientoid");
    }

    /** Said in at least five ways, with underscores, spaces or as one word. */
    private static boolean saysOrderNotFound(String said) {
        return said.contains("order not exist")
                || said.contains("ordernotexist")
                || said.contains("order does not exist")
                || said.contains("order cannot be cancel");
    }
}
