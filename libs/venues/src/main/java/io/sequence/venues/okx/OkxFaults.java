package io.sequence.venues.okx;

import io.sequence.faults.Fault;
import java.util.Map;
import java.util.TreeMap;

/** OKX's codes as faults. Source: OKX docs-v5, "Error Code" (July 2026). */
final class OkxFaults {
    static final Map<String, Fault> BY_CODE = table();

    private OkxFaults() {}

    private static Map<String, Fault> table() {
        var rows = new TreeMap<String, Fault>();
        // 50119 is also what a key of another region gets: the other hosts are tried.
        put(rows, Fault.INVALID_KEY, "50111", "50119", "50114");
        put(rows, Fault.INVALID_SIGNATURE, "50113");
        put(rows, Fault.INVALID_PASSPHRASE, "50105");
        put(rows, Fault.BAD_REQUEST, "50103", "50104", "50106", "50107");
        put(rows, Fault.IP_NOT_ALLOWED, "50110");
        put(rows, Fault.ENVIRONMENT_MISMATCH, "50101");
        put(rows, Fault.TIMESTAMP_SKEW, "50102", "50112");
        put(rows, Fault.PERMISSION_DENIED, "50030", "50120", "50035");
        put(rows, Fault.ACCOUNT_LOCKED, "50100", "50007", "50029", "51024");
        put(rows, Fault.ACCOUNT_LOCKED, "50059", "50060", "4088");
        put(rows, Fault.REGION_RESTRICTED, "50027", "50051", "50052", "50121");
        put(rows, Fault.RATE_LIMITED, "50011", "50061");
        put(rows, Fault.VENUE_UNAVAILABLE, "50013", "50001", "50026", "50004");
        put(rows, Fault.BAD_REQUEST, "50000", "51000", "50038");
        put(rows, Fault.BAD_SYMBOL, "51001");
        put(rows, Fault.ORDER_FUNDS, "51008");
        put(rows, Fault.DUPLICATE_CLIENT_ID, "51016");
        put(rows, Fault.MIN_SIZE, "51020");
        put(rows, Fault.ORDER_NOT_FOUND, "51400", "51401", "51402", "51603");
        // Pages without JSON come from the network before OKX and concern our address.
        put(rows, Fault.IP_BANNED, "http:403");
        put(rows, Fault.RATE_LIMITED, "http:429");
        return Map.copyOf(rows);
    }

    private static void put(Map<String, Fault> rows, Fault fault, String... codes) {
        for (String code : codes) {
            rows.put(code, fault);
        }
    }
}
