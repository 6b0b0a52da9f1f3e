package io.sequence.simulator.kalshi;

import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers, moments and pages as Kalshi writes them. */
final class KalshiText {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private KalshiText() {}

    /** Dollars with at least four decimals, such as {@code 0.5600}. */
    static String dollars(BigDecimal amount) {
        BigDecimal exact = amount.stripTrailingZeros();
        return exact.setScale(Math.max(4, Math.min(6, exact.scale())), RoundingMode.DOWN)
                .toPlainString();
    }

    /** Contracts with two decimals, such as {@code 10.00}. */
    static String count(BigDecimal contracts) {
        return contracts.setScale(2, RoundingMode.DOWN).toPlainString();
    }

    /** Whole cents, cut off. */
    static long cents(BigDecimal dollars) {
        return dollars.movePointRight(2).setScale(0, RoundingMode.FLOOR).longValue();
    }

    static String moment(Instant at) {
        return at.toString();
    }

    /**
     * One page of rows under a name, with a cursor that is empty on the last; garbage starts over.
     */
    static Map<String, @Nullable Object> page(String name, List<?> rows, Params query) {
        int limit = (int) number(query.get("limit"), PAGE, LARGEST_PAGE);
        int from = (int) number(query.get("cursor"), 0, rows.size());
        int to = Math.min(rows.size(), from + Math.max(1, limit));
        return Json.object(
                name,
                rows.subList(from, to),
                "cursor",
                to < rows.size() ? Integer.toString(to) : "");
    }

    private static long number(@Nullable String text, long otherwise, long most) {
        return text == null || !text.matches("\\d{1,6}")
                ? otherwise
                : Math.min(Long.parseLong(text), most);
    }
}
