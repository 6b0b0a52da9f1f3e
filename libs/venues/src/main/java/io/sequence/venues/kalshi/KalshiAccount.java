package io.sequence.venues.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Position;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import io.sequence.vocabulary.Asset;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Cash, positions and executions as Kalshi writes them, in dollars. Source: docs.kalshi.com. */
final class KalshiAccount {
    private static final Asset DOLLAR = new Asset("USD");
    private static final int PRICE_DIGITS = 6;

    /**
     * No tier a user: the taker's fee is 0.07 × contracts × P × (1 − P), so 7 % of the price is
     * what it comes to at most; makers pay in some series only.
     */
    static final FeeTier FEES = new FeeTier("standard", BigDecimal.ZERO, new BigDecimal("0.07"));

    private KalshiAccount() {}

    /** Free cash; what resting orders hold is not in it. */
    static List<Balance> cash(JsonNode answer) {
        BigDecimal cents = Json.decimal(answer, "balance");
        BigDecimal exact = Json.decimalOrNull(answer, "balance_dollars");
        BigDecimal free = exact == null ? cents.movePointLeft(2) : exact;
        return List.of(new Balance("portfolio", true, DOLLAR, free, free.max(BigDecimal.ZERO)));
    }

    /** Held contracts; a holding of NO is long NO. */
    static List<Position> positions(JsonNode answer) {
        var positions = new ArrayList<Position>();
        for (JsonNode row : Json.rows(answer.path("market_positions"))) {
            BigDecimal held = Json.decimal(row, "position_fp");
            if (held.signum() != 0) {
                BigDecimal cost = Json.decimalOrZero(row, "market_exposure_dollars").abs();
                positions.add(
                        new Position(
                                KalshiSymbol.of(Json.text(row, "ticker"), held.signum() > 0).name(),
                                held.abs(),
                                cost.divide(held.abs(), PRICE_DIGITS, RoundingMode.HALF_EVEN)
                                        .stripTrailingZeros(),
                                null,
                                null,
                                null));
            }
        }
        return positions;
    }

    /** Executions seen from one outcome. */
    static List<Fill> fills(JsonNode answer, KalshiSymbol symbol) {
        var fills = new ArrayList<Fill>();
        for (JsonNode row : Json.rows(answer.path("fills"))) {
            fills.add(
                    new Fill(
                            Json.textOr(row, "fill_id", Json.textOr(row, "trade_id", "")),
                            Json.text(row, "order_id"),
                            Json.textOrNull(row, "client_order_id"),
                            symbol.name(),
                            symbol.side(row),
                            price(row, symbol),
                            Json.decimal(row, "count_fp"),
                            Json.decimalOrZero(row, "fee_cost"),
                            DOLLAR,
                            moment(row)));
        }
        return fills;
    }

    private static BigDecimal price(JsonNode row, KalshiSymbol symbol) {
        return symbol.turned(Json.decimal(row, "yes_price_dollars"));
    }

    private static Instant moment(JsonNode row) {
        try {
            return Instant.parse(Json.text(row, "created_time"));
        } catch (DateTimeParseException noMoment) {
            throw new MalformedAnswer("created_time is no moment");
        }
    }

    /** What the executions of one order came to on average. */
    static BigDecimal average(List<Fill> fills) {
        BigDecimal count =
                fills.stream().map(Fill::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal paid =
                fills.stream()
                        .map(fill -> fill.price().multiply(fill.quantity()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return paid.divide(count, PRICE_DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }
}
