package io.sequence.simulator.kraken;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.PriceBoard.Quote;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kraken's public data. Source: Kraken API reference, "Market Data". */
final class KrakenMarketData {

    private static final DateTimeFormatter RFC1123 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yy HH:mm:ss +0000", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final TradingDesk desk;

    KrakenMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /0/public/Time}. */
    VenueReply time(Hearing hearing) {
        return KrakenReplies.ok(
                Json.object(
                        "unixtime",
                        hearing.now().getEpochSecond(),
                        "rfc1123",
                        RFC1123.format(hearing.now())));
    }

    /** {@code GET /0/public/SystemStatus}. */
    VenueReply status(Hearing hearing) {
        return KrakenReplies.ok(
                Json.object(
                        "status",
                        hearing.call().closed() ? "maintenance" : "online",
                        "timestamp",
                        hearing.now().truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    /** {@code GET /0/public/Assets}. */
    VenueReply assets(Hearing hearing) {
        Map<String, @Nullable Object> result = Json.object();
        for (String asset : List.of("BTC", "ETH", "SOL", "USD", "USDT", "USDC")) {
            boolean fiat = asset.equals("USD");
            result.put(
                    KrakenMarkets.code(asset),
                    Json.object(
                            "aclass",
                            "currency",
                            "altname",
                            KrakenMarkets.alt(asset),
                            "decimals",
                            fiat ? 4 : 10,
                            "display_decimals",
                            fiat ? 2 : 5,
                            "status",
                            "enabled"));
        }
        return KrakenReplies.ok(result);
    }

    /** {@code GET /0/public/AssetPairs}. */
    VenueReply pairs(Hearing hearing) {
        return each(hearing, KrakenMarketData::pair);
    }

    /** {@code GET /0/public/Ticker}. */
    VenueReply ticker(Hearing hearing) {
        return each(hearing, pair -> ticker(hearing, pair));
    }

    /** {@code GET /0/public/Depth}: a few levels around the price. */
    VenueReply depth(Hearing hearing) {
        return each(hearing, pair -> depth(hearing, pair));
    }

    private VenueReply each(Hearing hearing, Function<Instrument, Object> row) {
        String asked = hearing.call().query().get("pair");
        List<Instrument> pairs = new ArrayList<>();
        if (asked == null) {
            pairs.addAll(desk.instruments().all());
        } else {
            for (String name : asked.split(",")) {
                Instrument pair = KrakenMarkets.find(desk.instruments(), name);
                if (pair == null) {
                    return KrakenReplies.no("EQuery:Unknown asset pair");
                }
                pairs.add(pair);
            }
        }
        Map<String, @Nullable Object> result = Json.object();
        pairs.forEach(pair -> result.put(pair.symbol(), row.apply(pair)));
        return KrakenReplies.ok(result);
    }

    private static Object pair(Instrument pair) {
        return Json.object(
                "altname",
                KrakenMarkets.alt(pair),
                "wsname",
                KrakenMarkets.alt(pair.base()) + '/' + KrakenMarkets.alt(pair.quote()),
                "aclass_base",
                "currency",
                "base",
                KrakenMarkets.code(pair.base()),
                "aclass_quote",
                "currency",
                "quote",
                KrakenMarkets.code(pair.quote()),
                "lot",
                "unit",
                "cost_decimals",
                5,
                "pair_decimals",
                pair.priceStep().scale(),
                "lot_decimals",
                8,
                "lot_multiplier",
                1,
                "leverage_buy",
                List.of(),
                "leverage_sell",
                List.of(),
                "fees",
                List.of(List.of(0, new BigDecimal("0.4")), List.of(10_000, new BigDecimal("0.35"))),
                "fees_maker",
                List.of(List.of(0, new BigDecimal("0.25")), List.of(10_000, new BigDecimal("0.2"))),
                "fee_volume_currency",
                "ZUSD",
                "margin_call",
                80,
                "margin_stop",
                40,
                "ordermin",
                Json.plain(pair.minimumQuantity()),
                "costmin",
                Json.plain(pair.minimumValue()),
                "tick_size",
                Json.plain(pair.priceStep()),
                "status",
                "online");
    }

    private Object ticker(Hearing hearing, Instrument pair) {
        Quote quote = desk.prices().quote(pair, hearing.now());
        Quote before = desk.prices().dayBefore(pair, hearing.now());
        String last = Json.plain(quote.last());
        String high = Json.plain(quote.last().max(before.last()));
        String low = Json.plain(quote.last().min(before.last()));
        return Json.object(
                "a", List.of(Json.plain(quote.ask()), "1", "1.000"),
                "b", List.of(Json.plain(quote.bid()), "1", "1.000"),
                "c", List.of(last, "0.01000000"),
                "v", List.of("500.00000000", "1000.00000000"),
                "p", List.of(last, last),
                "t", List.of(5000, 10_000),
                "l", List.of(low, low),
                "h", List.of(high, high),
                "o", Json.plain(before.last()));
    }

    private Object depth(Hearing hearing, Instrument pair) {
        Quote quote = desk.prices().quote(pair, hearing.now());
        List<Object> bids = new ArrayList<>();
        List<Object> asks = new ArrayList<>();
        for (int level = 0; level < 10; level++) {
            BigDecimal off = pair.priceStep().multiply(BigDecimal.valueOf(level));
            bids.add(
                    List.of(
                            Json.plain(quote.bid().subtract(off)),
                            "1.000",
                            hearing.now().getEpochSecond()));
            asks.add(
                    List.of(
                            Json.plain(quote.ask().add(off)),
                            "1.000",
                            hearing.now().getEpochSecond()));
        }
        return Json.object("asks", asks, "bids", bids);
    }
}
