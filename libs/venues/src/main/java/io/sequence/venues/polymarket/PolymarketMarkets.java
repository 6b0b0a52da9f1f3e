package io.sequence.venues.polymarket;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What is traded and at what prices, all public: the catalogue and the book. */
final class PolymarketMarkets {
    private static final int USUAL_VERSION = 2;

    /** A market's price step may become finer, nothing else of a share changes. */
    private static final Duration SHARE_LIVES = Duration.ofMinutes(1);

    private record Known(PolymarketShare share, Instant until) {}

    private final PolymarketCalls calls;
    private final Map<String, Known> shares = new ConcurrentHashMap<>();

    PolymarketMarkets(PolymarketCalls calls) {
        this.calls = calls;
    }

    /** The share that a symbol means, by the catalogue, which is asked once a minute. */
    VenueAnswer<PolymarketShare> share(String text) {
        Known known = shares.get(text);
        return known != null && calls.now().isBefore(known.until())
                ? new Yes<>(known.share())
                : catalogued(text)
                        .map(
                                share -> {
                                    Instant until = calls.now().plus(SHARE_LIVES);
                                    shares.put(text, new Known(share, until));
                                    return share;
                                });
    }

    private VenueAnswer<PolymarketShare> catalogued(String text) {
        PolymarketSymbol symbol;
        try {
            symbol = PolymarketSymbol.of(text);
        } catch (IllegalArgumentException none) {
            return unlisted("a symbol is a market's slug, a token's number or a page's address");
        }
        return market(symbol)
                .then(
                        market ->
                                PolymarketShare.of(market, symbol)
                                        .<VenueAnswer<PolymarketShare>>map(Yes::new)
                                        .orElseGet(
                                                () -> unlisted("the market has no such outcome")));
    }

    private VenueAnswer<JsonNode> market(PolymarketSymbol symbol) {
        return switch (symbol.kind()) {
            case TOKEN -> listed(Query.of("clob_token_ids", symbol.name()));
            case CONDITION -> listed(Query.of("condition_ids", symbol.name()));
            case MARKET -> named("/markets/slug/", symbol, market -> market);
            case EVENT ->
                    named("/events/slug/", symbol, event -> event.path("markets"))
                            .then(PolymarketMarkets::only);
        };
    }

    private VenueAnswer<JsonNode> listed(Query query) {
        return calls.open(PolymarketProfile.GAMMA, "/markets", query, answer -> answer)
                .then(
                        rows ->
                                rows.isEmpty()
                                        ? unlisted("the catalogue has no such market")
                                        : new Yes<>(rows.path(0)));
    }

    private VenueAnswer<JsonNode> named(
            String path, PolymarketSymbol symbol, Function<JsonNode, JsonNode> turn) {
        VenueAnswer<JsonNode> answer =
                calls.open(
                        PolymarketProfile.GAMMA,
                        path + Query.encoded(symbol.name()),
                        new Query(),
                        turn);
        return answer instanceof No<JsonNode> no && no.venueCode().equals("http:404")
                ? new No<>(Fault.BAD_SYMBOL, no.venueCode(), no.venueWords(), null)
                : answer;
    }

    /** An event of several markets needs somebody to choose. */
    private static VenueAnswer<JsonNode> only(JsonNode markets) {
        if (markets.size() == 1) {
            return new Yes<>(markets.path(0));
        }
        var slugs = new ArrayList<String>();
        markets.forEach(market -> slugs.add(Json.textOr(market, "slug", "?")));
        return unlisted(
                slugs.isEmpty()
                        ? "the event has no market"
                        : "the event has several markets, choose one: "
                                + String.join(", ", slugs.stream().limit(10).toList()));
    }

    /** The order book of a share. */
    VenueAnswer<PolymarketBook> book(PolymarketShare share) {
        return calls.open(
                PolymarketProfile.CLOB,
                "/book",
                Query.of("token_id", share.token()),
                PolymarketBook::of);
    }

    /** What a share trades at. */
    VenueAnswer<Ticker> ticker(String symbol) {
        return share(symbol).then(share -> last(share).then(last -> ticker(symbol, share, last)));
    }

    private VenueAnswer<Ticker> ticker(String symbol, PolymarketShare share, BigDecimal last) {
        return book(share).map(book -> new Ticker(symbol, last, book.bestBid(), book.bestAsk()));
    }

    /** The price of the last trade. */
    private VenueAnswer<BigDecimal> last(PolymarketShare share) {
        return calls.open(
                PolymarketProfile.CLOB,
                "/last-trade-price",
                Query.of("token_id", share.token()),
                answer -> Json.decimal(answer, "price"));
    }

    /** The version that orders are signed with; the one of today when the venue does not tell. */
    int version() {
        VenueAnswer<Integer> answer =
                calls.open(
                        PolymarketProfile.CLOB,
                        "/version",
                        new Query(),
                        body -> Json.decimal(body, "version").intValueExact());
        return answer instanceof Yes<Integer> told ? told.value() : USUAL_VERSION;
    }

    private static <T> No<T> unlisted(String why) {
        return new No<>(Fault.BAD_SYMBOL, "", "our check: " + why, null);
    }
}
