package io.sequence.simulator.coinbase;

import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueCall;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How Coinbase's queries repeat a name for a list, and how its lists are paged. */
final class CoinbasePages {

    private CoinbasePages() {}

    /** Every value that a query gives under any of the names. */
    static Set<String> all(VenueCall call, String... names) {
        List<String> values = new ArrayList<>();
        for (String pair : call.rawQuery().split("&")) {
            int at = pair.indexOf('=');
            if (at > 0
                    && List.of(names).contains(pair.substring(0, at))
                    && at + 1 < pair.length()) {
                values.add(decode(pair.substring(at + 1)));
            }
        }
        return Set.copyOf(values);
    }

    /** Whether {@code value} is asked for; nothing asked means everything. */
    static boolean wanted(Set<String> asked, String value) {
        return asked.isEmpty() || asked.contains(value);
    }

    /**
     * One page of rows under {@code name}; the cursor is the place of the next row.
     *
     * @throws NumberFormatException when limit or cursor is no number
     */
    static Map<String, @Nullable Object> page(
            VenueCall call, String name, List<?> rows, int usual, int most) {
        Params query = call.query();
        int limit = whole(query, "limit", usual);
        int from = Math.min(rows.size(), Math.max(0, whole(query, "cursor", 0)));
        int to = Math.min(rows.size(), from + (limit <= 0 ? usual : Math.min(limit, most)));
        boolean more = to < rows.size();
        return Json.object(
                name,
                rows.subList(from, to),
                "has_next",
                more,
                "cursor",
                more ? String.valueOf(to) : "",
                "size",
                to - from);
    }

    private static int whole(Params query, String name, int otherwise) {
        BigDecimal number = query.decimal(name);
        try {
            return number == null ? otherwise : number.intValueExact();
        } catch (ArithmeticException notWhole) {
            throw new NumberFormatException(name);
        }
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asSent) {
            return text;
        }
    }
}
