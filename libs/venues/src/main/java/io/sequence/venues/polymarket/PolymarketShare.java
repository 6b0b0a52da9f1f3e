package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.MalformedAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The share of one outcome. Source: the catalogue's markets, whose lists are texts that hold JSON.
 *
 * @param token its number
 * @param negRisk whether the market's outcomes are joined, which chooses the contract
 * @param tick prices are multiples of it, between it and one less it
 * @param leastSize the smallest order in shares
 */
record PolymarketShare(String token, boolean negRisk, BigDecimal tick, BigDecimal leastSize) {
    /** Shares are ordered in hundredths. */
    static final BigDecimal SIZE_STEP = new BigDecimal("0.01");

    private static final BigDecimal USUAL_LEAST = new BigDecimal("5");

    /** The share of a market that a symbol means; empty when it has no such outcome. */
    static Optional<PolymarketShare> of(JsonNode market, PolymarketSymbol symbol) {
        List<String> tokens = texts(market, "clobTokenIds");
        int place =
                symbol.kind() == PolymarketSymbol.Kind.TOKEN
                        ? tokens.indexOf(symbol.name())
                        : place(symbol.outcome(), texts(market, "outcomes"));
        if (place < 0 || place >= tokens.size()) {
            return Optional.empty();
        }
        BigDecimal least = Json.decimalOrNull(market, "orderMinSize");
        return Optional.of(
                new PolymarketShare(
                        tokens.get(place),
                        market.path("negRisk").asBoolean(false),
                        Json.decimal(market, "orderPriceMinTickSize"),
                        least == null ? USUAL_LEAST : least));
    }

    /** The outcome's own name first: a market may well call its second outcome "Yes". */
    private static int place(String outcome, List<String> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).equalsIgnoreCase(outcome)) {
                return i;
            }
        }
        return switch (outcome) {
            case "", "yes" -> 0;
            case "no" -> 1;
            default -> -1;
        };
    }

    private static List<String> texts(JsonNode market, String field) {
        JsonNode list = market.path(field);
        JsonNode array =
                list.isTextual()
                        ? Json.parse(list.asText())
                                .orElseThrow(() -> new MalformedAnswer(field + " is no list"))
                        : list;
        var texts = new ArrayList<String>();
        Json.rows(array).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** The rules for orders; a purchase that is filled at once must come to a dollar besides. */
    Instrument instrument(String symbol) {
        return new Instrument(symbol, tick, SIZE_STEP, leastSize, BigDecimal.ZERO);
    }

    /** Whether a price is on a tick and inside the range of probabilities. */
    boolean takes(BigDecimal price) {
        return price.remainder(tick).signum() == 0
                && price.compareTo(tick) >= 0
                && price.compareTo(BigDecimal.ONE.subtract(tick)) <= 0;
    }
}
