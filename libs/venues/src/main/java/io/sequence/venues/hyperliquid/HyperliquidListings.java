package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.transport.Json;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is traded and at what prices, all public. */
final class HyperliquidListings {
    private final HyperliquidCalls calls;
    private final Map<String, HyperliquidListing> known = new ConcurrentHashMap<>();

    HyperliquidListings(HyperliquidCalls calls) {
        this.calls = calls;
    }

    /** A listing keeps its number and its steps for good, so it is asked for once. */
    VenueAnswer<HyperliquidListing> of(Market market, String symbol) {
        HyperliquidListing before = known.get(market + " " + symbol);
        return before != null
                ? new Yes<>(before)
                : asked(market, symbol)
                        .map(
                                found -> {
                                    known.put(market + " " + symbol, found);
                                    return found;
                                });
    }

    private VenueAnswer<HyperliquidListing> asked(Market market, String symbol) {
        boolean spot = market == Market.SPOT;
        return calls.market(
                        HyperliquidCalls.asking(spot ? "spotMeta" : "meta"),
                        meta ->
                                spot
                                        ? HyperliquidListing.spot(meta, symbol)
                                        : HyperliquidListing.perpetual(meta, symbol))
                .then(
                        found ->
                                found.<VenueAnswer<HyperliquidListing>>map(Yes::new)
                                        .orElseGet(() -> unlisted(symbol)));
    }

    /** The middle of the book. */
    VenueAnswer<BigDecimal> middle(HyperliquidListing listing) {
        return calls.market(
                HyperliquidCalls.asking("allMids"), mids -> Json.decimal(mids, listing.coin()));
    }

    /** The venue publishes no last price here; the middle of its book stands for it. */
    VenueAnswer<Ticker> ticker(String symbol, HyperliquidListing listing) {
        var question = HyperliquidCalls.asking("l2Book").put("coin", listing.coin());
        return middle(listing)
                .then(last -> calls.market(question, book -> ticker(symbol, last, book)));
    }

    private static Ticker ticker(String symbol, BigDecimal last, JsonNode book) {
        JsonNode levels = book.path("levels");
        return new Ticker(
                symbol,
                last,
                Json.decimalOrNull(levels.path(0).path(0), "px"),
                Json.decimalOrNull(levels.path(1).path(0), "px"));
    }

    private static No<HyperliquidListing> unlisted(String symbol) {
        return new No<>(Fault.BAD_SYMBOL, "", "our check: Hyperliquid lists no " + symbol, null);
    }
}
