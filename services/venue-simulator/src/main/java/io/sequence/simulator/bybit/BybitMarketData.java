package io.sequence.simulator.bybit;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.Maintenance;
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
import org.jspecify.annotations.Nullable;

/**
 * Bybit's public data: clock, state, instruments, prices; and the fee rates. Source: Bybit V5,
 * "Market".
 */
final class BybitMarketData {

    private static final List<String> CATEGORIES = List.of("spot", "linear", "inverse", "option");

    private final TradingDesk desk;
    private final BybitMarkets markets;

    BybitMarketData(TradingDesk desk) {
        this.desk = desk;
        this.markets = new BybitMarkets(desk.instruments());
    }

    /** {@code GET /v5/market/time}. */
    VenueReply time(Hearing hearing) {
        Instant now = hearing.now();
        return BybitReplies.ok(
                Json.object(
                        "timeSecond",
                        String.valueOf(now.getEpochSecond()),
                        "timeNano",
                        now.getEpochSecond() + String.format("%09d", now.getNano())),
                now);
    }

    /** {@code GET /v5/system/status}: what goes on or is planned for trading over HTTP. */
    VenueReply status(Hearing hearing) {
        Maintenance planned = hearing.call().maintenance();
        List<Object> rows = planned == null ? List.of() : List.of(maintenance(hearing, planned));
        return BybitReplies.envelope(200, 0, "", Json.object("list", rows), hearing.now());
    }

    private static Object maintenance(Hearing hearing, Maintenance planned) {
        Map<String, @Nullable Object> row =
                Json.object(
                        "id",
                        "4d95b2a0-587f-11f0-bcc9-56f28c94d6ea",
                        "title",
                        "Trading system upgrade",
                        "state",
                        planned.isOngoing(hearing.now()) ? "ongoing" : "scheduled",
                        "begin",
                        String.valueOf(planned.from().toEpochMilli()),
                        "end",
                        planned.until() == null
                                ? ""
                                : String.valueOf(planned.until().toEpochMilli()));
        row.putAll(
                Json.object(
                        "href",
                        "",
                        "serviceTypes",
                        List.of(1, 2),
                        "product",
                        List.of(1, 2),
                        "uidSuffix",
                        List.of(),
                        "maintainType",
                        1,
                        "env",
                        1));
        return row;
    }

    /** {@code GET /v5/market/instruments-info}. */
    VenueReply instruments(Hearing hearing) {
        Params query = hearing.call().query();
        String category = query.get("category", "");
        if (!CATEGORIES.contains(category)) {
            return BybitReplies.no(10001, "params error: Category is invalid", hearing.now());
        }
        boolean trading = query.get("status", "Trading").equals("Trading");
        List<Object> rows = new ArrayList<>();
        if (trading) {
            markets.in(category, query.get("symbol"))
                    .forEach(i -> rows.add(i.kind() == Kind.SPOT ? spot(i) : contract(i)));
        }
        return BybitReplies.ok(
                Json.object("category", category, "list", rows, "nextPageCursor", ""),
                hearing.now());
    }

    /** {@code GET /v5/market/tickers}. */
    VenueReply tickers(Hearing hearing) {
        Params query = hearing.call().query();
        String category = query.get("category", "");
        String symbol = query.get("symbol");
        if (!CATEGORIES.contains(category)) {
            return BybitReplies.no(10001, "params error: Category is invalid", hearing.now());
        }
        List<Object> rows = new ArrayList<>();
        markets.in(category, symbol).forEach(i -> rows.add(ticker(i, hearing.now())));
        if (rows.isEmpty() && symbol != null) {
            return BybitReplies.no(10001, "Not supported symbols", hearing.now());
        }
        return BybitReplies.ok(Json.object("category", category, "list", rows), hearing.now());
    }

    /** {@code GET /v5/market/orderbook}: a few levels around the price. */
    VenueReply book(Hearing hearing) {
        Params query = hearing.call().query();
        Instrument instrument = markets.find(query.get("category", ""), query.get("symbol", ""));
        if (instrument == null) {
            return BybitReplies.no(10001, "Not supported symbols", hearing.now());
        }
        Quote quote = desk.prices().quote(instrument, hearing.now());
        List<Object> bids = new ArrayList<>();
        List<Object> asks = new ArrayList<>();
        for (int level = 0; level < 10; level++) {
            BigDecimal off = instrument.priceStep().multiply(BigDecimal.valueOf(level));
            bids.add(List.of(Json.plain(quote.bid().subtract(off)), "1"));
            asks.add(List.of(Json.plain(quote.ask().add(off)), "1"));
        }
        return BybitReplies.ok(
                Json.object(
                        "s",
                        query.get("symbol", ""),
                        "b",
                        bids,
                        "a",
                        asks,
                        "ts",
                        hearing.now().toEpochMilli(),
                        "u",
                        1,
                        "seq",
                        1,
                        "cts",
                        hearing.now().toEpochMilli()),
                hearing.now());
    }

    /** {@code GET /v5/account/fee-rate}. */
    VenueReply fees(Hearing hearing) {
        Params query = hearing.call().query();
        String category = query.get("category", "");
        if (!CATEGORIES.contains(category)) {
            return BybitReplies.no(10001, "params error: Category is invalid", hearing.now());
        }
        List<Object> rows = new ArrayList<>();
        for (Instrument i : markets.in(category, query.get("symbol"))) {
            rows.add(
                    Json.object(
                            "symbol", BybitMarkets.name(i.symbol()),
                            "takerFeeRate", Json.plain(i.takerFee()),
                            "makerFeeRate", Json.plain(i.makerFee())));
        }
        return BybitReplies.ok(Json.object("category", category, "list", rows), hearing.now());
    }

    /** {@code GET /v5/asset/coin/query-info}. */
    VenueReply coins(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String coin : List.of("BTC", "ETH", "SOL", "USDT", "USDC")) {
            String chain = coin.startsWith("USD") ? "ETH" : coin;
            rows.add(
                    Json.object(
                            "name",
                            coin,
                            "coin",
                            coin,
                            "remainAmount",
                            "1000000",
                            "chains",
                            List.of(
                                    Json.object(
                                            "chainType",
                                            chain,
                                            "confirmation",
                                            "12",
                                            "withdrawFee",
                                            "0.001",
                                            "depositMin",
                                            "0.0001",
                                            "withdrawMin",
                                            "0.002",
                                            "chain",
                                            chain,
                                            "chainDeposit",
                                            "1",
                                            "chainWithdraw",
                                            "1",
                                            "minAccuracy",
                                            "8",
                                            "withdrawPercentageFee",
                                            "0"))));
        }
        return BybitReplies.envelope(200, 0, "", Json.object("rows", rows), hearing.now());
    }

    private static Object spot(Instrument i) {
        return Json.object(
                "symbol",
                BybitMarkets.name(i.symbol()),
                "baseCoin",
                i.base(),
                "quoteCoin",
                i.quote(),
                "innovation",
                "0",
                "status",
                "Trading",
                "marginTrading",
                "utaOnly",
                "stTag",
                "0",
                "lotSizeFilter",
                Json.object(
                        "basePrecision", Json.plain(i.quantityStep()),
                        "quotePrecision", "0.00000001",
                        "minOrderQty", Json.plain(i.minimumQuantity()),
                        "maxOrderQty", "10000",
                        "minOrderAmt", Json.plain(i.minimumValue()),
                        "maxOrderAmt", "8000000",
                        "maxLimitOrderQty", "10000",
                        "maxMarketOrderQty", "5000"),
                "priceFilter",
                Json.object("tickSize", Json.plain(i.priceStep())),
                "riskParameters",
                Json.object("priceLimitRatioX", "0.01", "priceLimitRatioY", "0.02"));
    }

    private static Object contract(Instrument i) {
        return Json.object(
                "symbol",
                BybitMarkets.name(i.symbol()),
                "contractType",
                i.kind() == Kind.LINEAR ? "LinearPerpetual" : "InversePerpetual",
                "status",
                "Trading",
                "baseCoin",
                i.base(),
                "quoteCoin",
                i.quote(),
                "launchTime",
                "1585526400000",
                "deliveryTime",
                "0",
                "deliveryFeeRate",
                "",
                "priceScale",
                String.valueOf(i.priceStep().scale()),
                "leverageFilter",
                Json.object("minLeverage", "1", "maxLeverage", "100.00", "leverageStep", "0.01"),
                "priceFilter",
                Json.object(
                        "minPrice",
                        Json.plain(i.priceStep()),
                        "maxPrice",
                        "1999999.80",
                        "tickSize",
                        Json.plain(i.priceStep())),
                "lotSizeFilter",
                Json.object(
                        "maxOrderQty",
                        "1190000",
                        "minOrderQty",
                        Json.plain(i.minimumQuantity()),
                        "qtyStep",
                        Json.plain(i.quantityStep()),
                        "postOnlyMaxOrderQty",
                        "1190000",
                        "maxMktOrderQty",
                        "500000",
                        "minNotionalValue",
                        Json.plain(i.minimumValue())),
                "unifiedMarginTrade",
                true,
                "fundingInterval",
                480,
                "settleCoin",
                i.settle(),
                "copyTrading",
                "none",
                "isPreListing",
                false);
    }

    private Object ticker(Instrument i, Instant now) {
        Quote quote = desk.prices().quote(i, now);
        Quote before = desk.prices().dayBefore(i, now);
        BigDecimal change =
                quote.last().subtract(before.last()).divide(before.last(), 4, RoundingMode.HALF_UP);
        Map<String, @Nullable Object> row =
                Json.object(
                        "symbol", BybitMarkets.name(i.symbol()),
                        "bid1Price", Json.plain(quote.bid()),
                        "bid1Size", "1",
                        "ask1Price", Json.plain(quote.ask()),
                        "ask1Size", "1",
                        "lastPrice", Json.plain(quote.last()),
                        "prevPrice24h", Json.plain(before.last()),
                        "price24hPcnt", Json.plain(change),
                        "highPrice24h", Json.plain(quote.last().max(before.last())),
                        "lowPrice24h", Json.plain(quote.last().min(before.last())),
                        "turnover24h", Json.plain(quote.last().multiply(BigDecimal.valueOf(1000))),
                        "volume24h", "1000");
        if (i.kind() == Kind.SPOT) {
            row.put("usdIndexPrice", Json.plain(quote.last()));
        } else {
            row.putAll(
                    Json.object(
                            "indexPrice", Json.plain(quote.last()),
                            "markPrice", Json.plain(quote.last()),
                            "prevPrice1h",
                                    Json.plain(
                                            desk.prices().quote(i, now.minusSeconds(3600)).last()),
                            "openInterest", "1000",
                            "openInterestValue",
                                    Json.plain(quote.last().multiply(BigDecimal.valueOf(1000))),
                            "fundingRate", "0.0001",
                            "nextFundingTime",
                                    String.valueOf(
                                            (now.getEpochSecond() / 28_800 + 1) * 28_800_000),
                            "predictedDeliveryPrice", "",
                            "basisRate", "",
                            "deliveryFeeRate", "",
                            "deliveryTime", "0"));
        }
        return row;
    }
}
