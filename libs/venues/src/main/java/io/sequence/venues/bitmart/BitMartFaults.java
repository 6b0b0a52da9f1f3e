package io.sequence.venues.bitmart;

import io.sequence.faults.Fault;
import java.util.Map;
import java.util.TreeMap;

/** BitMart's codes as faults. Source: BitMart API documentation, "Error code", spot and futures. */
final class BitMartFaults {
    /** Wrong secret or wrong memo: nothing tells which. */
    static final String WRONG_SIGN = "30005";

    static final Map<String, Fault> BY_CODE = table();

    private BitMartFaults() {}

    private static Map<String, Fault> table() {
        var rows = new TreeMap<String, Fault>();
        put(rows, Fault.INVALID_KEY, "30001", "30002");
        put(rows, Fault.ACCOUNT_LOCKED, "30003", "60028", "60029");
        put(rows, Fault.INVALID_SIGNATURE, "30004", WRONG_SIGN);
        put(rows, Fault.TIMESTAMP_SKEW, "30006", "30007", "30008");
        put(rows, Fault.IP_NOT_ALLOWED, "30010");
        put(rows, Fault.KEY_EXPIRED, "30011");
        put(rows, Fault.PERMISSION_DENIED, "30012", "30019");
        put(rows, Fault.PERMISSION_DENIED, "60021", "60022", "60026", "60027");
        // 30000 may also mean that the venue has taken an endpoint away for good.
        put(rows, Fault.BAD_REQUEST, "30000", "30018", "50037", "50038");
        put(rows, Fault.RATE_LIMITED, "30013", "http:429");
        put(rows, Fault.IP_BANNED, "30017", "http:418");
        put(rows, Fault.VENUE_UNAVAILABLE, "30014", "50022", "40012");
        put(rows, Fault.VENUE_MAINTENANCE, "30016");
        put(rows, Fault.ORDER_NOT_FOUND, "50005", "50030", "50032");
        put(rows, Fault.ORDER_FUNDS, "50020", "60008", "61001");
        futures(rows);
        return Map.copyOf(rows);
    }

    /**
     * What the futures section's own table names. It calls 40012 a system error, as other people's
     * clients do; elsewhere it is told to stand for missing funds. An order that meets it is looked
     * up, which is right for both.
     */
    private static void futures(Map<String, Fault> rows) {
        put(rows, Fault.ORDER_FUNDS, "40027", "42000");
        put(rows, Fault.ORDER_NOT_FOUND, "40035", "40037");
        put(rows, Fault.BAD_SYMBOL, "40034");
        put(rows, Fault.BAD_REQUEST, "40048", "40049");
        put(rows, Fault.DUPLICATE_CLIENT_ID, "40050");
    }

    private static void put(Map<String, Fault> rows, Fault fault, String... codes) {
        for (String code : codes) {
            rows.put(code, fault);
        }
    }
}
