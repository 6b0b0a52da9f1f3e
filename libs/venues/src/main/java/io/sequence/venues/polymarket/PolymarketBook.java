package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.transport.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people offer for a share.
 *
 * @param bids the best first
 * @param asks the best first
 */
record PolymarketBook(List<Level> bids, List<Level> asks) {
    /** A price and how much is offered at it. */
    record Level(BigDecimal price, BigDecimal size) {}

    /**
     * What taking so many shares comes to.
     *
     * @param shares as many as are there, at most what was asked for
     * @param value their price in all
     * @param worst the price of the last of them
     */
    record Taking(BigDecimal shares, BigDecimal value, BigDecimal worst) {}

    /** Reads {@code GET /book}, whatever the order of its rows. */
    static PolymarketBook of(JsonNode answer) {
        Comparator<Level> cheapest = Comparator.comparing(Level::price);
        return new PolymarketBook(
                levels(answer.path("bids"), cheapest.reversed()),
                levels(answer.path("asks"), cheapest));
    }

    private static List<Level> levels(JsonNode rows, Comparator<Level> bestFirst) {
        var levels = new ArrayList<Level>();
        for (JsonNode row : Json.rows(rows)) {
            levels.add(new Level(Json.decimal(row, "price"), Json.decimal(row, "size")));
        }
        levels.sort(bestFirst);
        return levels;
    }

    @Nullable BigDecimal bestBid() {
        return bids.isEmpty() ? null : bids.getFirst().price();
    }

    @Nullable BigDecimal bestAsk() {
        return asks.isEmpty() ? null : asks.getFirst().price();
    }

    /** Walks the other side of the book; empty when nobody is there. */
    Optional<Taking> take(Side side, BigDecimal quantity) {
        BigDecimal shares = BigDecimal.ZERO;
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal worst = null;
        for (Level level : side == Side.BUY ? asks : bids) {
            BigDecimal part = level.size().min(quantity.subtract(shares));
            if (part.signum() <= 0) {
                break;
            }
            shares = shares.add(part);
            value = value.add(part.multiply(level.price()));
            worst = level.price();
        }
        return worst == null ? Optional.empty() : Optional.of(new Taking(shares, value, worst));
    }
}
