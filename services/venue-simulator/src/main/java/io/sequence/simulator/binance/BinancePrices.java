package io.sequence.simulator.binance;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.PriceBoard.Quote;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Clock and prices, which spot and futures tell alike but for their number forms. Sources: Binance
 * Spot REST API, "Market data endpoints"; USD-M Futures, "Market Data".
 */
final class BinancePrices {

    private final TradingDesk desk;

    BinancePrices(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET …/ping}. */
    VenueReply ping(Hearing hearing) {
        return BinanceReplies.ok(Json.object());
    }

    /** {@code GET …/time}. */
    VenueReply time(Hearing hearing) {
        return BinanceReplies.ok(Json.object("serverTime", hearing.now().toEpochMilli()));
    }

    /** {@code GET …/ticker/price}: an object for a named symbol, else a list. */
    VenueReply price(Hearing hearing) {
        return each(
                hearing,
                i -> {
                    Map<String, @Nullable Object> row =
                            Json.object(
                                    "symbol",
                                    i.symbol(),
                                    "price",
                                    number(i, quote(i, hearing).last()));
                    return timed(row, i, hearing.now());
                });
    }

    /** {@code GET …/ticker/bookTicker}. */
    VenueReply bookTicker(Hearing hearing) {
        return each(
                hearing,
                i -> {
                    Quote quote = quote(i, hearing);
                    Map<String, @Nullable Object> row =
                            Json.object(
                                    "symbol", i.symbol(),
                                    "bidPrice", number(i, quote.bid()),
                                    "bidQty", number(i, BigDecimal.ONE),
                                    "askPrice", number(i, quote.ask()),
                                    "askQty", number(i, BigDecimal.ONE));
                    return timed(row, i, hearing.now());
                });
    }

    /** {@code GET …/ticker/24hr}, and spot's {@code ticker} over the same day. */
    VenueReply day(Hearing hearing) {
        return each(hearing, i -> day(i, hearing.now()));
    }

    /** {@code GET /api/v3/avgPrice}. */
    VenueReply average(Hearing hearing) {
        Instrument i = BinanceForm.instrument(hearing.call().query(), desk.instruments());
        return BinanceReplies.ok(
                Json.object(
                        "mins", 5,
                        "price", number(i, quote(i, hearing).last()),
                        "closeTime", hearing.now().toEpochMilli()));
    }

    /** {@code GET …/depth}: a few levels around the price. */
    VenueReply depth(Hearing hearing) {
        Params query = hearing.call().query();
        Instrument i = BinanceForm.instrument(query, desk.instruments());
        Quote quote = quote(i, hearing);
        List<Object> bids = new ArrayList<>();
        List<Object> asks = new ArrayList<>();
        for (int level = 0; level < BinanceForm.limit(query, 10, 10); level++) {
            BigDecimal off = i.priceStep().multiply(BigDecimal.valueOf(level));
            bids.add(List.of(number(i, quote.bid().subtract(off)), number(i, BigDecimal.ONE)));
            asks.add(List.of(number(i, quote.ask().add(off)), number(i, BigDecimal.ONE)));
        }
        Map<String, @Nullable Object> book =
                Json.object("lastUpdateId", hearing.now().toEpochMilli());
        if (i.kind() != Instrument.Kind.SPOT) {
            book.put("E", hearing.now().toEpochMilli());
            book.put("T", hearing.now().toEpochMilli());
        }
        book.put("bids", bids);
        book.put("asks", asks);
        return BinanceReplies.ok(book);
    }

    /** {@code GET /fapi/v1/premiumIndex}: the mark price is the last price here. */
    VenueReply premium(Hearing hearing) {
        long now = hearing.now().toEpochMilli();
        long eightHours = 28_800_000L;
        return each(
                hearing,
                i -> {
                    String last = number(i, quote(i, hearing).last());
                    return Json.object(
                            "symbol",
                            i.symbol(),
                            "markPrice",
                            last,
                            "indexPrice",
                            last,
                            "estimatedSettlePrice",
                            last,
                            "lastFundingRate",
                            "0.00010000",
                            "interestRate",
                            "0.00010000",
                            "nextFundingTime",
                            (now / eightHours + 1) * eightHours,
                            "time",
                            now);
                });
    }

    private Object day(Instrument i, Instant now) {
        Quote quote = desk.prices().quote(i, now);
        BigDecimal open = desk.prices().dayBefore(i, now).last();
        BigDecimal change = quote.last().subtract(open);
        Map<String, @Nullable Object> row =
                Json.object(
                        "symbol",
                        i.symbol(),
                        "priceChange",
                        number(i, change),
                        "priceChangePercent",
                        change.movePointRight(2).divide(open, 3, RoundingMode.HALF_UP).toString(),
                        "weightedAvgPrice",
                        number(i, quote.last()),
                        "lastPrice",
                        number(i, quote.last()),
                        "lastQty",
                        number(i, i.quantityStep()));
        if (i.kind() == Instrument.Kind.SPOT) {
            row.put("prevClosePrice", number(i, open));
            row.put("bidPrice", number(i, quote.bid()));
            row.put("bidQty", number(i, BigDecimal.ONE));
            row.put("askPrice", number(i, quote.ask()));
            row.put("askQty", number(i, BigDecimal.ONE));
        }
        row.putAll(
                Json.object(
                        "openPrice", number(i, open),
                        "highPrice", number(i, quote.last().max(open)),
                        "lowPrice", number(i, quote.last().min(open)),
                        "volume", number(i, BigDecimal.valueOf(1_000)),
                        "quoteVolume", number(i, quote.last().multiply(BigDecimal.valueOf(1_000))),
                        "openTime", now.minusSeconds(86_400).toEpochMilli(),
                        "closeTime", now.toEpochMilli(),
                        "firstId", 1,
                        "lastId", 1_000,
                        "count", 1_000));
        return row;
    }

    private VenueReply each(Hearing hearing, Function<Instrument, Object> row) {
        Params query = hearing.call().query();
        List<Object> rows =
                BinanceForm.instruments(query, desk.instruments()).stream().map(row).toList();
        return BinanceReplies.ok(query.has("symbol") ? rows.getFirst() : rows);
    }

    private Quote quote(Instrument i, Hearing hearing) {
        return desk.prices().quote(i, hearing.now());
    }

    /** Futures say when. */
    private static Object timed(Map<String, @Nullable Object> row, Instrument i, Instant now) {
        if (i.kind() != Instrument.Kind.SPOT) {
            row.put("time", now.toEpochMilli());
        }
        return row;
    }

    private static String number(Instrument i, BigDecimal number) {
        return i.kind() == Instrument.Kind.SPOT ? BinanceReplies.eight(number) : Json.plain(number);
    }
}
