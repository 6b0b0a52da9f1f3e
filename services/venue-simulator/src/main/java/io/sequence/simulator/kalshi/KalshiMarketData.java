package io.sequence.simulator.kalshi;

import static io.sequence.simulator.kalshi.KalshiText.dollars;

import io.sequence.simulator.domain.Maintenance;
import io.sequence.simulator.domain.Outcome;
import io.sequence.simulator.domain.PriceBoard.Quote;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.kalshi.KalshiMarkets.Market;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Markets, events, series and the state of the exchange. Source: docs.kalshi.com. */
final class KalshiMarketData {

    private static final String OPENED = "2026-01-01T15:00:00Z";
    private static final String CLOSES = "2028-12-31T23:59:00Z";
    private static final int LEVELS = 3;

    private final TradingDesk desk;

    KalshiMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /exchange/status}. */
    static VenueReply status(Hearing hearing) {
        boolean open = !hearing.call().closed();
        Maintenance now = hearing.call().maintenance();
        return KalshiReplies.ok(
                Json.object(
                        "exchange_active",
                        open,
                        "trading_active",
                        open,
                        "exchange_estimated_resume_time",
                        open || now == null || now.until() == null ? null : now.until().toString(),
                        "intra_exchange_transfers_active",
                        true,
                        "exchange_index_statuses",
                        List.of()));
    }

    /** {@code GET /exchange/schedule}: always open. */
    static VenueReply schedule(Hearing hearing) {
        return KalshiReplies.ok(
                Json.object(
                        "schedule",
                        Json.object(
                                "standard_hours", List.of(), "maintenance_windows", List.of())));
    }

    /** {@code GET /exchange/user_data_timestamp}. */
    static VenueReply asOf(Hearing hearing) {
        return KalshiReplies.ok(Json.object("as_of_time", KalshiText.moment(hearing.now())));
    }

    /** {@code GET /series/fee_changes}: none. */
    static VenueReply feeChanges(Hearing hearing) {
        return KalshiReplies.ok(Json.object("series_fee_change_arr", List.of()));
    }

    /** {@code GET /markets}. */
    VenueReply markets(Hearing hearing) {
        Params query = hearing.call().query();
        List<String> tickers = List.of(query.get("tickers", "").split(","));
        boolean closed = !List.of("", "open").contains(query.get("status", ""));
        List<Map<String, @Nullable Object>> rows =
                KalshiMarkets.ALL.stream()
                        .filter(m -> !closed)
                        .filter(m -> !query.has("tickers") || tickers.contains(m.ticker()))
                        .filter(m -> query.get("event_ticker", m.event()).equals(m.event()))
                        .filter(m -> query.get("series_ticker", m.series()).equals(m.series()))
                        .map(m -> market(m, hearing.now()))
                        .toList();
        return KalshiReplies.ok(KalshiText.page("markets", rows, query));
    }

    /** {@code GET /markets/{ticker}}. */
    VenueReply market(Hearing hearing) {
        return of(hearing, m -> Json.object("market", market(m, hearing.now())));
    }

    private VenueReply of(Hearing hearing, Function<Market, Map<String, @Nullable Object>> turn) {
        return KalshiMarkets.find(hearing.part("ticker"))
                .map(market -> KalshiReplies.ok(turn.apply(market)))
                .orElseGet(KalshiReplies::notFound);
    }

    private Quote quote(Market market, boolean yes, Instant now) {
        String symbol = new Outcome(market.ticker(), yes).asset();
        return desk.prices().quote(Objects.requireNonNull(desk.instruments().find(symbol)), now);
    }

    private Map<String, @Nullable Object> market(Market market, Instant now) {
        Quote yes = quote(market, true, now);
        Map<String, @Nullable Object> row =
                Json.object(
                        "ticker",
                        market.ticker(),
                        "event_ticker",
                        market.event(),
                        "market_type",
                        "binary",
                        "title",
                        market.question(),
                        "yes_sub_title",
                        "Yes",
                        "no_sub_title",
                        "No",
                        "status",
                        "active",
                        "open_time",
                        OPENED,
                        "close_time",
                        CLOSES,
                        "expiration_time",
                        CLOSES,
                        "price_level_structure",
                        market.structure(),
                        "price_ranges",
                        List.of(
                                Json.object(
                                        "start",
                                        "0.0000",
                                        "end",
                                        "1.0000",
                                        "step",
                                        dollars(market.step()))),
                        "fractional_trading_enabled",
                        false);
        row.putAll(prices(yes));
        return row;
    }

    private static Map<String, @Nullable Object> prices(Quote yes) {
        return Json.object(
                "yes_bid_dollars",
                dollars(yes.bid()),
                "yes_ask_dollars",
                dollars(yes.ask()),
                "no_bid_dollars",
                dollars(BigDecimal.ONE.subtract(yes.ask())),
                "no_ask_dollars",
                dollars(BigDecimal.ONE.subtract(yes.bid())),
                "last_price_dollars",
                dollars(yes.last()),
                "notional_value_dollars",
                "1.0000",
                "volume_fp",
                "1000.00",
                "volume_24h_fp",
                "100.00",
                "open_interest_fp",
                "500.00",
                "liquidity_dollars",
                "0.0000",
                "result",
                "");
    }

    /** {@code GET /markets/{ticker}/orderbook}: bids of YES and of NO, the best last. */
    VenueReply book(Hearing hearing) {
        return of(
                hearing,
                market ->
                        Json.object(
                                "orderbook_fp",
                                Json.object(
                                        "yes_dollars",
                                        bids(market, true, hearing.now()),
                                        "no_dollars",
                                        bids(market, false, hearing.now()))));
    }

    private List<List<String>> bids(Market market, boolean yes, Instant now) {
        BigDecimal best = quote(market, yes, now).bid();
        return Stream.iterate(LEVELS - 1, level -> level >= 0, level -> level - 1)
                .map(level -> best.subtract(market.step().multiply(BigDecimal.valueOf(level))))
                .filter(price -> price.signum() > 0)
                .map(price -> List.of(dollars(price), "100.00"))
                .toList();
    }

    /** {@code GET /events}. */
    VenueReply events(Hearing hearing) {
        Params query = hearing.call().query();
        boolean nested = query.isTrue("with_nested_markets");
        List<Map<String, @Nullable Object>> rows =
                KalshiMarkets.ALL.stream()
                        .filter(m -> query.get("series_ticker", m.series()).equals(m.series()))
                        .map(Market::event)
                        .distinct()
                        .map(event -> event(event, nested, hearing.now()))
                        .toList();
        return KalshiReplies.ok(KalshiText.page("events", rows, query));
    }

    /** {@code GET /events/{event_ticker}}. */
    VenueReply event(Hearing hearing) {
        String event = hearing.part("event");
        if (KalshiMarkets.ALL.stream().noneMatch(m -> m.event().equals(event))) {
            return KalshiReplies.notFound();
        }
        boolean nested = hearing.call().query().isTrue("with_nested_markets");
        Map<String, @Nullable Object> answer =
                Json.object("event", event(event, nested, hearing.now()));
        if (!nested) {
            answer.put("markets", marketsOf(event, hearing.now()));
        }
        return KalshiReplies.ok(answer);
    }

    private Map<String, @Nullable Object> event(String event, boolean nested, Instant now) {
        Market any =
                KalshiMarkets.ALL.stream()
                        .filter(m -> m.event().equals(event))
                        .findFirst()
                        .orElseThrow();
        Map<String, @Nullable Object> row =
                Json.object(
                        "event_ticker",
                        event,
                        "series_ticker",
                        any.series(),
                        "title",
                        any.title(),
                        "sub_title",
                        "",
                        "mutually_exclusive",
                        false,
                        "category",
                        "World");
        if (nested) {
            row.put("markets", marketsOf(event, now));
        }
        return row;
    }

    private List<Map<String, @Nullable Object>> marketsOf(String event, Instant now) {
        return KalshiMarkets.ALL.stream()
                .filter(m -> m.event().equals(event))
                .map(m -> market(m, now))
                .toList();
    }

    /** {@code GET /series/{series_ticker}}. */
    VenueReply series(Hearing hearing) {
        String series = hearing.part("series");
        return KalshiMarkets.ALL.stream()
                .filter(m -> m.series().equals(series))
                .findFirst()
                .map(
                        m ->
                                KalshiReplies.ok(
                                        Json.object(
                                                "series",
                                                Json.object(
                                                        "ticker",
                                                        series,
                                                        "title",
                                                        m.title(),
                                                        "frequency",
                                                        "one_off",
                                                        "category",
                                                        "World",
                                                        "fee_type",
                                                        "quadratic",
                                                        "fee_multiplier",
                                                        1))))
                .orElseGet(KalshiReplies::notFound);
    }
}
