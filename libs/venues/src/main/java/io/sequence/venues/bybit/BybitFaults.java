package io.sequence.venues.bybit;

import io.sequence.faults.Fault;
import java.util.Map;
import java.util.TreeMap;

/** Bybit's return codes as faults. Source: Bybit V5, "Error codes". */
final class BybitFaults {
    static final Map<String, Fault> BY_CODE = table();

    private BybitFaults() {}

    private static Map<String, Fault> table() {
        var rows = new TreeMap<String, Fault>();
        // 10003 is also what a key of another site or environment gets: other hosts are tried.
        put(rows, Fault.INVALID_KEY, "10003", "10007", "http:401");
        put(rows, Fault.KEY_EXPIRED, "33004", "-2015");
        put(rows, Fault.INVALID_SIGNATURE, "10004");
        put(rows, Fault.PERMISSION_DENIED, "10005");
        put(rows, Fault.IP_NOT_ALLOWED, "10010");
        put(rows, Fault.TIMESTAMP_SKEW, "10002", "-1");
        put(rows, Fault.RATE_LIMITED, "10006", "429", "http:429");
        put(rows, Fault.REGION_RESTRICTED, "http:403", "10009", "110132", "170209", "170348");
        put(rows, Fault.BAD_REQUEST, "http:404", "10001", "10017", "170130");
        put(rows, Fault.BAD_REQUEST, "10028", "100028", "110067", "110088");
        put(rows, Fault.VENUE_UNAVAILABLE, "10000", "10016", "170001", "170007");
        put(rows, Fault.VENUE_UNAVAILABLE, "170032", "170234");
        put(rows, Fault.ACCOUNT_LOCKED, "10008", "10024", "10027", "110066");
        put(rows, Fault.ACCOUNT_LOCKED, "110123", "110124", "110125", "170241");
        put(rows, Fault.BAD_SYMBOL, "10029", "170121", "170151", "170157");
        put(rows, Fault.ORDER_FUNDS, "110004", "110006", "110007", "110012", "110014");
        put(rows, Fault.ORDER_FUNDS, "110044", "110045", "110051", "110052", "110053");
        put(rows, Fault.ORDER_FUNDS, "170033", "170131");
        put(rows, Fault.ORDER_NOT_FOUND, "110001", "170143", "170213");
        put(rows, Fault.ORDER_NOT_FOUND, "110008", "110010", "170139", "170142", "170190");
        put(rows, Fault.DUPLICATE_CLIENT_ID, "110072", "170141", "10014");
        put(rows, Fault.MIN_SIZE, "110017", "110094", "170136", "170140");
        put(rows, Fault.ORDER_REJECTED, "110003", "170132", "170133", "170134");
        put(rows, Fault.ORDER_REJECTED, "170192", "170193", "170194");
        return Map.copyOf(rows);
    }

    private static void put(Map<String, Fault> rows, Fault fault, String... codes) {
        for (String code : codes) {
            rows.put(code, fault);
        }
    }
}
