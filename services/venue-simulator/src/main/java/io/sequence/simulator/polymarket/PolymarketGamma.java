package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.polymarket.PolymarketMarkets.Market;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The catalogue: events and their markets. Source: Gamma API reference. */
final class PolymarketGamma {

    static final String END = "2028-12-31T00:00:00Z";

    private final TradingDesk desk;

    PolymarketGamma(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /markets/slug/{slug}}. */
    VenueReply market(Hearing hearing) {
        return PolymarketMarkets.ofSlug(hearing.part("slug"))
                .map(market -> PolymarketReplies.ok(row(market, hearing.now())))
                .orElseGet(PolymarketGamma::absent);
    }

    /** {@code GET /events/slug/{slug}}. */
    VenueReply event(Hearing hearing) {
        String slug = hearing.part("slug");
        List<Object> markets =
                PolymarketMarkets.ALL.stream()
                        .filter(market -> market.event().equals(slug))
                        .<Object>map(market -> row(market, hearing.now()))
                        .toList();
        return markets.isEmpty()
                ? absent()
                : PolymarketReplies.ok(
                        Json.object(
                                "id",
                                String.valueOf(Math.abs(slug.hashCode())),
                                "slug",
                                slug,
                                "title",
                                slug.replace('-', ' '),
                                "active",
                                true,
                                "closed",
                                false,
                                "endDate",
                                END,
                                "markets",
                                markets));
    }

    /** {@code GET /markets}: by slug, token or condition; all of them without a filter. */
    VenueReply markets(Hearing hearing) {
        Params query = hearing.call().query();
        return PolymarketReplies.ok(
                PolymarketMarkets.ALL.stream()
                        .filter(market -> wanted(market, query))
                        .map(market -> row(market, hearing.now()))
                        .toList());
    }

    private static boolean wanted(Market market, Params query) {
        String slug = query.get("slug");
        String token = query.get("clob_token_ids");
        String condition = query.get("condition_ids");
        return (slug == null || slug.equals(market.slug()))
                && (token == null || market.tokens().contains(token))
                && (condition == null || condition.equals(market.conditionId()));
    }

    private Map<String, @Nullable Object> row(Market market, Instant now) {
        List<String> prices =
                market.tokens().stream()
                        .map(token -> Objects.requireNonNull(desk.instruments().find(token)))
                        .map(share -> Json.plain(desk.prices().quote(share, now).last()))
                        .toList();
        // Three lists stand in the answer as text.
        return Json.object(
                "id", String.valueOf(Math.abs(market.slug().hashCode())),
                "question", market.question(),
                "conditionId", market.conditionId(),
                "slug", market.slug(),
                "endDate", END,
                "outcomes", Json.write(market.outcomes()),
                "outcomePrices", Json.write(prices),
                "clobTokenIds", Json.write(market.tokens()),
                "active", true,
                "closed", false,
                "acceptingOrders", true,
                "enableOrderBook", true,
                "negRisk", market.negRisk(),
                "orderPriceMinTickSize", market.step(),
                "orderMinSize", PolymarketMarkets.LEAST_SHARES);
    }

    private static VenueReply absent() {
        return VenueReply.json(
                404, Json.object("type", "not found error", "error", "slug not found"));
    }
}
