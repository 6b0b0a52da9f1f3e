package io.sequence.venues.bitget;

import io.sequence.faults.Fault;
import java.util.Map;
import java.util.TreeMap;

/** Bitget's codes as faults. Source: Bitget API documentation, "Error code", classic and UTA. */
final class BitgetFaults {
    /** A classic account that was asked as a unified one. */
    static final String NOT_UNIFIED = "40084";

    /** A unified account that was asked as a classic one. */
    static final String NOT_CLASSIC = "40085";

    /** An order that does not fit the account's position mode. */
    static final String POSITION_MODE = "40774";

    static final Map<String, Fault> BY_CODE = table();

    private BitgetFaults() {}

    private static Map<String, Fault> table() {
        var rows = new TreeMap<String, Fault>();
        put(rows, Fault.BAD_REQUEST, "40001", "40002", "40003", "40011");
        put(rows, Fault.BAD_REQUEST, "40017", "40019", "40020");
        put(rows, Fault.TIMESTAMP_SKEW, "40004", "40005", "40008");
        // 40037 is a deleted key or one of demo trading: the client tells them apart.
        put(rows, Fault.INVALID_KEY, "40006", "40037");
        put(rows, Fault.INVALID_SIGNATURE, "40009", "40010");
        put(rows, Fault.INVALID_PASSPHRASE, "40012");
        put(rows, Fault.IP_NOT_ALLOWED, "40018");
        put(rows, Fault.PERMISSION_DENIED, "40014", "43111");
        put(rows, Fault.ACCOUNT_LOCKED, "40013", "40031", "40016");
        put(rows, Fault.REGION_RESTRICTED, "40024");
        // The meaning of 40099 is unconfirmed.
        put(rows, Fault.ENVIRONMENT_MISMATCH, NOT_UNIFIED, NOT_CLASSIC, "40099");
        put(rows, Fault.RATE_LIMITED, "429", "1001");
        put(rows, Fault.VENUE_UNAVAILABLE, "40015", "41114", "43115");
        put(rows, Fault.VENUE_MAINTENANCE, "40200", "40308", "40604");
        put(rows, Fault.ORDER_FUNDS, "40711", "40712", "40762", "43012", "25202", "25203");
        put(rows, Fault.MIN_SIZE, "45110");
        put(rows, Fault.ORDER_NOT_FOUND, "40109", "40768", "43001", "25204", "22001");
        put(rows, Fault.BAD_SYMBOL, "40309");
        put(rows, Fault.ORDER_REJECTED, "40731", POSITION_MODE, "25236");
        // Which of the two it is is unconfirmed; looking the order up is right for both.
        put(rows, Fault.DUPLICATE_CLIENT_ID, "40786", "43118");
        older(rows);
        return Map.copyOf(rows);
    }

    /** The codes of the generation before, which some paths still answer. */
    private static void older(Map<String, Fault> rows) {
        put(rows, Fault.BAD_REQUEST, "30001", "30002", "30003", "30004");
        put(rows, Fault.TIMESTAMP_SKEW, "30005", "30008");
        put(rows, Fault.INVALID_KEY, "30006");
        put(rows, Fault.IP_NOT_ALLOWED, "30011");
        put(rows, Fault.INVALID_SIGNATURE, "30013");
        put(rows, Fault.RATE_LIMITED, "30014");
        put(rows, Fault.INVALID_PASSPHRASE, "30015");
        put(rows, Fault.VENUE_UNAVAILABLE, "30019");
    }

    private static void put(Map<String, Fault> rows, Fault fault, String... codes) {
        for (String code : codes) {
            rows.put(code, fault);
        }
    }
}
