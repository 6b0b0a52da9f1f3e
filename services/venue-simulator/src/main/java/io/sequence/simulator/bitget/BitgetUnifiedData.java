package io.sequence.simulator.bitget;

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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bitget's public V3 data: instruments and prices. Source: Bitget API, unified account "Market".
 */
final class BitgetUnifiedData {

    private final TradingDesk desk;
    private final BitgetMarkets markets;

    BitgetUnifiedData(TradingDesk desk) {
        this.desk = desk;
        this.markets = new BitgetMarkets(desk.instruments());
    }

    /** {@code GET /api/v3/market/instruments}. */
    VenueReply instruments(Hearing hearing) {
        List<Instrument> found = asked(hearing);
        return found == null
                ? wrong(hearing)
                : BitgetReplies.ok(
                        found.stream().map(BitgetUnifiedData::instrument).toList(), hearing.now());
    }

    /** {@code GET /api/v3/market/tickers}. */
    VenueReply tickers(Hearing hearing) {
        List<Instrument> found = asked(hearing);
        return found == null
                ? wrong(hearing)
                : BitgetReplies.ok(
                        found.stream().map(i -> ticker(i, hearing.now())).toList(), hearing.now());
    }

    /** What the query names, null when that cannot be. */
    private @Nullable List<Instrument> asked(Hearing hearing) {
        Params query = hearing.call().query();
        String category = query.get("category", "");
        boolean spot = category.equals(BitgetMarkets.SPOT);
        if (!spot && !category.equals("MARGIN") && !BitgetMarkets.knows(category)) {
            return null;
        }
        List<Instrument> found = markets.in(category, query.get("symbol"));
        return query.has("symbol") && found.isEmpty() ? null : found;
    }

    private static VenueReply wrong(Hearing hearing) {
        Params query = hearing.call().query();
        return query.has("symbol")
                ? BitgetReplies.no(
                        "40034",
                        "Parameter " + query.get("symbol") + " does not exist",
                        hearing.now())
                : BitgetReplies.no("40020", "Parameter category error", hearing.now());
    }

    private static Object instrument(Instrument i) {
        boolean spot = BitgetMarkets.isSpot(i.symbol());
        Map<String, @Nullable Object> row =
                Json.object(
                        "symbol",
                        BitgetMarkets.name(i.symbol()),
                        "category",
                        BitgetMarkets.category(i.symbol()),
                        "baseCoin",
                        i.base(),
                        "quoteCoin",
                        i.quote(),
                        "buyLimitPriceRatio",
                        "0.05",
                        "sellLimitPriceRatio",
                        "0.05",
                        "minOrderQty",
                        Json.plain(i.minimumQuantity()),
                        "maxOrderQty",
                        "0",
                        "pricePrecision",
                        BitgetMarketData.places(i.priceStep()),
                        "quantityPrecision",
                        BitgetMarketData.places(i.quantityStep()),
                        "quotePrecision",
                        spot ? "8" : null,
                        "minOrderAmount",
                        Json.plain(i.minimumValue()),
                        "maxSymbolOrderNum",
                        "400",
                        "maxProductOrderNum",
                        "400",
                        "status",
                        "online",
                        "maintainTime",
                        "");
        if (!spot) {
            row.put("feeRateUpRatio", "0.005");
            row.put("makerFeeRate", Json.plain(i.makerFee()));
            row.put("takerFeeRate", Json.plain(i.takerFee()));
            row.put("openCostUpRatio", "0.01");
            row.put("priceMultiplier", Json.plain(i.priceStep()));
            row.put("quantityMultiplier", Json.plain(i.quantityStep()));
            row.put("type", "perpetual");
            row.put("maxPositionNum", "150");
            row.put("offTime", "-1");
            row.put("limitOpenTime", "-1");
            row.put("deliveryTime", "");
            row.put("launchTime", "");
            row.put("fundInterval", "8");
            row.put("minLeverage", "1");
            row.put("maxLeverage", "125");
        }
        return row;
    }

    private Object ticker(Instrument i, Instant now) {
        Quote quote = desk.prices().quote(i, now);
        BigDecimal open = desk.prices().dayBefore(i, now).last();
        Map<String, @Nullable Object> row =
                Json.object(
                        "category", BitgetMarkets.category(i.symbol()),
                        "symbol", BitgetMarkets.name(i.symbol()),
                        "ts", String.valueOf(now.toEpochMilli()),
                        "lastPrice", Json.plain(quote.last()),
                        "openPrice24h", Json.plain(open),
                        "highPrice24h", Json.plain(quote.last().max(open)),
                        "lowPrice24h", Json.plain(quote.last().min(open)),
                        "ask1Price", Json.plain(quote.ask()),
                        "bid1Price", Json.plain(quote.bid()),
                        "bid1Size", "1",
                        "ask1Size", "1",
                        "price24hPcnt",
                                Json.plain(
                                        quote.last()
                                                .subtract(open)
                                                .divide(open, 5, RoundingMode.HALF_UP)),
                        "volume24h", "1000",
                        "turnover24h", Json.plain(quote.last().multiply(new BigDecimal("1000"))));
        if (!BitgetMarkets.isSpot(i.symbol())) {
            row.put("indexPrice", Json.plain(quote.last()));
            row.put("markPrice", Json.plain(quote.last()));
            row.put("fundingRate", "0.0001");
            row.put("openInterest", "7465.5938");
            row.put("deliveryTime", "");
        }
        return row;
    }
}
