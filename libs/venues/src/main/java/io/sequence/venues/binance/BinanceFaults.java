package io.sequence.venues.binance;

import io.sequence.faults.Fault;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Binance's error codes as faults. What the documents call "execution status unknown" is {@link
 * Fault#VENUE_UNAVAILABLE} here: of an order the call then says that it may have happened. Source:
 * binance-spot-api-docs, errors.md; USDⓈ-M error codes; binance-us-api-docs, errors.md.
 */
final class BinanceFaults {
    private static final int FIRST_BAD_PARAMETER = 1100;
    private static final int LAST_BAD_PARAMETER = 1135;

    static final Map<String, Fault> SPOT = Map.copyOf(shared());
    static final Map<String, Fault> USDM = futures();

    private BinanceFaults() {}

    private static Map<String, Fault> shared() {
        var rows = new TreeMap<String, Fault>();
        for (int code = FIRST_BAD_PARAMETER; code <= LAST_BAD_PARAMETER; code++) {
            put(rows, Fault.BAD_REQUEST, "-" + code);
        }
        put(rows, Fault.BAD_REQUEST, "-1013", "http:404");
        put(rows, Fault.BAD_SYMBOL, "-1121");
        put(rows, Fault.INVALID_KEY, "-2014", "-2008");
        put(rows, Fault.AMBIGUOUS_AUTH, "-2015", "-1099");
        put(rows, Fault.INVALID_SIGNATURE, "-1022");
        put(rows, Fault.TIMESTAMP_SKEW, "-1021");
        put(rows, Fault.PERMISSION_DENIED, "-1002");
        put(rows, Fault.RATE_LIMITED, "-1003", "-1015", "http:429", "http:403");
        put(rows, Fault.IP_BANNED, "http:418");
        put(rows, Fault.REGION_RESTRICTED, "http:451");
        put(rows, Fault.VENUE_UNAVAILABLE, "-1000", "-1001", "-1006", "-1007", "-1008");
        put(rows, Fault.UNKNOWN_OUTCOME, "http:409");
        put(rows, Fault.ORDER_REJECTED, "-2010");
        put(rows, Fault.ORDER_NOT_FOUND, "-2011", "-2013");
        return rows;
    }

    private static Map<String, Fault> futures() {
        var rows = shared();
        put(rows, Fault.TIMESTAMP_SKEW, "-5028");
        put(rows, Fault.IP_NOT_ALLOWED, "-1011");
        put(rows, Fault.ACCOUNT_LOCKED, "-2017", "-4109", "-4192");
        put(rows, Fault.PERMISSION_DENIED, "-4087", "-4088", "-4400", "-4401");
        put(rows, Fault.BAD_REQUEST, "-4056", "-4057", "-4015", "-4061", "-4120");
        put(rows, Fault.REGION_RESTRICTED, "-4402");
        put(rows, Fault.ORDER_FUNDS, "-2018", "-2019");
        put(rows, Fault.ORDER_REJECTED, "-2021", "-2022", "-2025", "-2027", "-5021", "-5022");
        put(rows, Fault.DUPLICATE_CLIENT_ID, "-4116");
        put(rows, Fault.MIN_SIZE, "-4164");
        put(rows, Fault.VENUE_UNAVAILABLE, "http:408");
        return Map.copyOf(rows);
    }

    private static void put(Map<String, Fault> rows, Fault fault, String... codes) {
        for (String code : codes) {
            rows.put(code, fault);
        }
    }

    /** What the words of a refusal say beyond its code; null when the code is enough. */
    static @Nullable Fault byWords(String code, String words) {
        String said = words.toLowerCase(Locale.ROOT);
        return switch (code) {
            case "-1003" -> said.contains("banned") ? Fault.IP_BANNED : null;
            case "-1013" -> filter(said);
            case "-2010", "-2011" -> refusedOrder(said);
            default -> null;
        };
    }

    private static @Nullable Fault filter(String said) {
        return said.contains("lot_size") || said.contains("notional") ? Fault.MIN_SIZE : null;
    }

    private static @Nullable Fault refusedOrder(String said) {
        if (said.contains("insufficient balance")) {
            return Fault.ORDER_FUNDS;
        }
        if (said.contains("duplicate order")) {
            return Fault.DUPLICATE_CLIENT_ID;
        }
        return said.contains("this account may not place") ? Fault.ACCOUNT_LOCKED : null;
    }
}
