package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.polymarket.PolymarketMarkets.Market;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Prices and market rules of the order book's own host. Source: CLOB API reference. */
final class PolymarketMarketData {

    private static final int LEVELS = 5;

    private final TradingDesk desk;

    PolymarketMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /ok}. */
    static VenueReply ok(Hearing hearing) {
        return PolymarketReplies.ok("OK");
    }

    /** {@code GET /time}: seconds as a bare number. */
    static VenueReply time(Hearing hearing) {
        return PolymarketReplies.ok(hearing.now().getEpochSecond());
    }

    /** {@code GET /version}: the version of orders. */
    static VenueReply version(Hearing hearing) {
        return PolymarketReplies.ok(Json.object("version", 2));
    }

    VenueReply tick(Hearing hearing) {
        return of(hearing, (share, market) -> Json.object("minimum_tick_size", market.step()));
    }

    VenueReply negRisk(Hearing hearing) {
        return of(hearing, (share, market) -> Json.object("neg_risk", market.negRisk()));
    }

    /** {@code GET /fee-rate}: in ten-thousandths. */
    VenueReply feeRate(Hearing hearing) {
        int rate = PolymarketMarkets.TAKER_RATE.movePointRight(4).intValue();
        return of(hearing, (share, market) -> Json.object("base_fee", rate));
    }

    /** {@code GET /price}: the best price that rests on a side. */
    VenueReply price(Hearing hearing) {
        boolean buy = hearing.call().query().get("side", "BUY").equalsIgnoreCase("BUY");
        return of(
                hearing,
                (share, market) -> {
                    PriceBoard.Quote quote = desk.prices().quote(share, hearing.now());
                    return Json.object("price", Json.plain(buy ? quote.bid() : quote.ask()));
                });
    }

    VenueReply midpoint(Hearing hearing) {
        return of(hearing, (share, market) -> Json.object("mid", last(hearing, share)));
    }

    VenueReply lastTrade(Hearing hearing) {
        return of(
                hearing,
                (share, market) -> Json.object("price", last(hearing, share), "side", "BUY"));
    }

    VenueReply spread(Hearing hearing) {
        return of(
                hearing,
                (share, market) ->
                        Json.object("spread", Json.plain(market.step().multiply(BigDecimal.TWO))));
    }

    private String last(Hearing hearing, Instrument share) {
        return Json.plain(desk.prices().quote(share, hearing.now()).last());
    }

    /** {@code GET /book}: the best price stands last on each side. */
    VenueReply book(Hearing hearing) {
        return of(
                hearing,
                (share, market) -> {
                    PriceBoard.Quote quote = desk.prices().quote(share, hearing.now());
                    return Json.object(
                            "market", market.conditionId(),
                            "asset_id", share.symbol(),
                            "timestamp", String.valueOf(hearing.now().toEpochMilli()),
                            "hash", "",
                            "bids", levels(quote.bid(), market.step().negate()),
                            "asks", levels(quote.ask(), market.step()),
                            "min_order_size", Json.plain(PolymarketMarkets.LEAST_SHARES),
                            "tick_size", Json.plain(market.step()),
                            "neg_risk", market.negRisk(),
                            "last_trade_price", Json.plain(quote.last()));
                });
    }

    private static List<Object> levels(BigDecimal best, BigDecimal step) {
        List<Object> levels = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            BigDecimal price = best.add(step.multiply(BigDecimal.valueOf(i)));
            if (price.signum() > 0 && price.compareTo(BigDecimal.ONE) < 0) {
                levels.add(Json.object("price", Json.plain(price), "size", "2500"));
            }
        }
        return levels.reversed();
    }

    private VenueReply of(
            Hearing hearing, BiFunction<Instrument, Market, Map<String, @Nullable Object>> row) {
        String token = hearing.call().query().get("token_id", "");
        Instrument share = desk.instruments().find(token);
        return share == null
                ? PolymarketReplies.no(404, PolymarketReplies.NO_BOOK)
                : PolymarketReplies.ok(
                        row.apply(share, PolymarketMarkets.ofToken(token).orElseThrow()));
    }

    /** {@code GET /markets/{condition}}. */
    VenueReply market(Hearing hearing) {
        return PolymarketMarkets.ofCondition(hearing.part("condition"))
                .map(market -> PolymarketReplies.ok(row(market, hearing)))
                .orElseGet(() -> PolymarketReplies.no(404, "market not found"));
    }

    /** {@code GET /markets}: all on one page. */
    VenueReply markets(Hearing hearing) {
        List<Object> rows =
                PolymarketMarkets.ALL.stream().<Object>map(m -> row(m, hearing)).toList();
        return PolymarketReplies.ok(
                Json.object(
                        "limit", 500, "count", rows.size(), "next_cursor", "LTE=", "data", rows));
    }

    private Object row(Market market, Hearing hearing) {
        List<Object> tokens = new ArrayList<>();
        for (String token : market.tokens()) {
            Instrument share = desk.instruments().find(token);
            tokens.add(
                    Json.object(
                            "token_id",
                            token,
                            "outcome",
                            market.outcome(token),
                            "price",
                            share == null ? null : desk.prices().quote(share, hearing.now()).last(),
                            "winner",
                            false));
        }
        return Json.object(
                "condition_id",
                market.conditionId(),
                "question",
                market.question(),
                "market_slug",
                market.slug(),
                "enable_order_book",
                true,
                "active",
                true,
                "closed",
                false,
                "accepting_orders",
                true,
                "minimum_order_size",
                PolymarketMarkets.LEAST_SHARES,
                "minimum_tick_size",
                market.step(),
                "neg_risk",
                market.negRisk(),
                "tokens",
                tokens);
    }

    /** {@code GET /markets-by-token/{token}}. */
    static VenueReply byToken(Hearing hearing) {
        return PolymarketMarkets.ofToken(hearing.part("token"))
                .map(
                        market ->
                                PolymarketReplies.ok(
                                        Json.object(
                                                "condition_id", market.conditionId(),
                                                "primary_token_id", market.token(true),
                                                "secondary_token_id", market.token(false))))
                .orElseGet(() -> PolymarketReplies.no(404, "market not found"));
    }

    /** {@code GET /clob-markets/{condition}}: rules and fee in short names. */
    static VenueReply rules(Hearing hearing) {
        return PolymarketMarkets.ofCondition(hearing.part("condition"))
                .map(
                        market ->
                                PolymarketReplies.ok(
                                        Json.object(
                                                "t",
                                                market.tokens().stream()
                                                        .map(
                                                                t ->
                                                                        Json.object(
                                                                                "t",
                                                                                t,
                                                                                "o",
                                                                                market.outcome(t)))
                                                        .toList(),
                                                "mts",
                                                market.step(),
                                                "mos",
                                                PolymarketMarkets.LEAST_SHARES,
                                                "nr",
                                                market.negRisk(),
                                                "fd",
                                                Json.object(
                                                        "r",
                                                        PolymarketMarkets.TAKER_RATE,
                                                        "e",
                                                        1,
                                                        "to",
                                                        true))))
                .orElseGet(() -> PolymarketReplies.no(404, "market not found"));
    }
}
