package io.sequence.venues.cryptocom;

import io.sequence.faults.Fault;
import java.util.Map;
import java.util.TreeMap;

/**
 * Crypto.com's response codes as faults; the HTTP status says less than they do. Source: the
 * Exchange v1 documentation, "Response and Reason Codes", and the older five-digit set that some
 * gateways still answer with.
 */
final class CryptoComFaults {
    static final Map<String, Fault> BY_CODE = table();

    private CryptoComFaults() {}

    private static Map<String, Fault> table() {
        var rows = new TreeMap<String, Fault>();
        // A wrong key, a wrong secret and a missing permission share this one.
        put(rows, Fault.AMBIGUOUS_AUTH, "40101", "10002");
        put(rows, Fault.IP_NOT_ALLOWED, "40103", "10003");
        put(rows, Fault.PERMISSION_DENIED, "40104", "411", "412");
        put(rows, Fault.TIMESTAMP_SKEW, "40102", "10007");
        put(rows, Fault.NONCE, "40006");
        put(rows, Fault.RATE_LIMITED, "42901", "10006");
        put(rows, Fault.ACCOUNT_LOCKED, "202", "401", "406", "407", "408", "409", "410");
        put(rows, Fault.VENUE_MAINTENANCE, "9010001");
        put(rows, Fault.VENUE_UNAVAILABLE, "309", "50001");
        put(rows, Fault.UNKNOWN_OUTCOME, "40801", "620");
        put(rows, Fault.BAD_REQUEST, "40001", "40002", "40003", "40004", "40005", "40007");
        put(rows, Fault.BAD_REQUEST, "203", "210", "211", "214", "215", "216", "217");
        put(rows, Fault.BAD_REQUEST, "218", "219", "220", "221", "223", "230", "307");
        put(rows, Fault.BAD_SYMBOL, "206", "208", "209");
        put(rows, Fault.DUPLICATE_CLIENT_ID, "204", "205");
        put(rows, Fault.ORDER_NOT_FOUND, "212", "316", "40401");
        put(rows, Fault.ORDER_FUNDS, "306", "320", "321", "236", "609");
        put(rows, Fault.MIN_SIZE, "415");
        put(rows, Fault.ORDER_REJECTED, "201", "207", "213", "222", "224", "225", "226", "227");
        put(rows, Fault.ORDER_REJECTED, "228", "229", "301", "302", "303", "304", "305", "308");
        put(rows, Fault.ORDER_REJECTED, "310", "311", "312", "313", "314", "315", "317", "318");
        put(rows, Fault.ORDER_REJECTED, "319", "322", "501", "604", "605", "606", "1110");
        put(rows, Fault.ORDER_REJECTED, "613", "614", "615", "616", "617", "618", "619");
        put(rows, Fault.ORDER_REJECTED, "43003", "43004", "43005", "43012");
        return Map.copyOf(rows);
    }

    private static void put(Map<String, Fault> rows, Fault fault, String... codes) {
        for (String code : codes) {
            rows.put(code, fault);
        }
    }
}
