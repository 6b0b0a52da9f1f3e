package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.PriceBoard.Quote;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** KuCoin's public data on both hosts. Source: KuCoin docs, "Market Data". */
final class KucoinMarketData {

    private final TradingDesk desk;

    KucoinMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /api/v1/timestamp}. */
    VenueReply time(Hearing hearing) {
        return KucoinReplies.ok(hearing.now().toEpochMilli());
    }

    /** {@code GET /api/v1/status}. */
    VenueReply status(Hearing hearing) {
        return KucoinReplies.ok(
                hearing.call().closed()
                        ? Json.object("status", "close", "msg", "upgrade match engine")
                        : Json.object("status", "open", "msg", ""));
    }

    /** {@code GET /api/v1/my-ip}: the caller's address as the venue sees it. */
    VenueReply myIp(Hearing hearing) {
        return KucoinReplies.ok(hearing.call().clientIp());
    }

    /** {@code GET /api/v2/symbols}. */
    VenueReply symbols(Hearing hearing) {
        return KucoinReplies.ok(
                desk.instruments().of(Kind.SPOT).stream().map(KucoinMarketData::symbol).toList());
    }

    /** {@code GET /api/v2/symbols/{symbol}}. */
    VenueReply symbol(Hearing hearing) {
        Instrument instrument = desk.instruments().find(hearing.part("symbol"));
        return instrument == null || instrument.kind() != Kind.SPOT
                ? KucoinReplies.no(200, "900001", "symbol not exists")
                : KucoinReplies.ok(symbol(instrument));
    }

    /** {@code GET /api/v3/currencies}. */
    VenueReply currencies(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String asset : List.of("BTC", "ETH", "SOL", "USDT", "USDC")) {
            String chain = asset.startsWith("USD") ? "ERC20" : asset;
            rows.add(
                    Json.object(
                            "currency",
                            asset,
                            "name",
                            asset,
                            "fullName",
                            asset,
                            "precision",
                            8,
                            "confirms",
                            null,
                            "contractAddress",
                            null,
                            "isMarginEnabled",
                            false,
                            "isDebitEnabled",
                            false,
                            "chains",
                            List.of(
                                    Json.object(
                                            "chainName",
                                            chain,
                                            "chainId",
                                            chain.toLowerCase(java.util.Locale.ROOT),
                                            "withdrawalMinSize",
                                            "0.001",
                                            "depositMinSize",
                                            "0.0002",
                                            "withdrawFeeRate",
                                            "0",
                                            "withdrawalMinFee",
                                            "0.0005",
                                            "isWithdrawEnabled",
                                            true,
                                            "isDepositEnabled",
                                            true,
                                            "confirms",
                                            3,
                                            "preConfirms",
                                            1,
                                            "contractAddress",
                                            "",
                                            "withdrawPrecision",
                                            8,
                                            "maxWithdraw",
                                            null,
                                            "maxDeposit",
                                            null,
                                            "needTag",
                                            false))));
        }
        return KucoinReplies.ok(rows);
    }

    /** {@code GET /api/v1/market/allTickers}. */
    VenueReply allTickers(Hearing hearing) {
        return KucoinReplies.ok(
                Json.object(
                        "time",
                        hearing.now().toEpochMilli(),
                        "ticker",
                        desk.instruments().of(Kind.SPOT).stream()
                                .map(i -> stats(hearing, i))
                                .toList()));
    }

    /** {@code GET /api/v1/market/stats}. */
    VenueReply stats(Hearing hearing) {
        Instrument instrument = asked(hearing);
        return instrument == null || instrument.kind() != Kind.SPOT
                ? KucoinReplies.no(200, "900001", "symbol not exists")
                : KucoinReplies.ok(stats(hearing, instrument));
    }

    /** {@code GET /api/v1/market/orderbook/level1}; a pair that does not exist has no data. */
    VenueReply level1(Hearing hearing) {
        Instrument instrument = asked(hearing);
        if (instrument == null || instrument.kind() != Kind.SPOT) {
            return KucoinReplies.ok(null);
        }
        Quote quote = desk.prices().quote(instrument, hearing.now());
        return KucoinReplies.ok(
                Json.object(
                        "time", hearing.now().toEpochMilli(),
                        "sequence", String.valueOf(hearing.now().toEpochMilli()),
                        "price", Json.plain(quote.last()),
                        "size", "0.1",
                        "bestBid", Json.plain(quote.bid()),
                        "bestBidSize", "1",
                        "bestAsk", Json.plain(quote.ask()),
                        "bestAskSize", "1"));
    }

    /**
     * {@code GET /api/v1/market/orderbook/level2_20} and {@code level2_100}: a few levels around
     * the price.
     */
    VenueReply book(Hearing hearing) {
        Instrument instrument = asked(hearing);
        if (instrument == null) {
            return KucoinReplies.no(200, "900001", "symbol not exists");
        }
        return KucoinReplies.ok(
                Json.object(
                        "time", hearing.now().toEpochMilli(),
                        "sequence", String.valueOf(hearing.now().toEpochMilli()),
                        "bids", levels(hearing, instrument, -1),
                        "asks", levels(hearing, instrument, 1)));
    }

    private List<Object> levels(Hearing hearing, Instrument instrument, int direction) {
        Quote quote = desk.prices().quote(instrument, hearing.now());
        List<Object> levels = new ArrayList<>();
        for (int level = 0; level < 10; level++) {
            BigDecimal off =
                    instrument.priceStep().multiply(BigDecimal.valueOf((long) level * direction));
            BigDecimal price = (direction > 0 ? quote.ask() : quote.bid()).add(off);
            levels.add(List.of(Json.plain(price), "1"));
        }
        return levels;
    }

    /** {@code GET /api/v3/margin/symbols}: nothing can be borrowed here. */
    VenueReply marginSymbols(Hearing hearing) {
        return KucoinReplies.ok(
                Json.object("timestamp", hearing.now().toEpochMilli(), "items", List.of()));
    }

    /** {@code GET /api/v1/isolated/symbols}: nothing can be borrowed here. */
    VenueReply isolatedSymbols(Hearing hearing) {
        return KucoinReplies.ok(List.of());
    }

    /** {@code GET /api/v1/contracts/active}. */
    VenueReply contracts(Hearing hearing) {
        return KucoinReplies.ok(
                desk.instruments().all().stream()
                        .filter(i -> i.kind() != Kind.SPOT)
                        .map(i -> contract(hearing, i))
                        .toList());
    }

    /** {@code GET /api/v1/contracts/{symbol}}. */
    VenueReply contract(Hearing hearing) {
        Instrument instrument = desk.instruments().find(hearing.part("symbol"));
        return instrument == null || instrument.kind() == Kind.SPOT
                ? KucoinReplies.no(404, "404000", "Url Not Found")
                : KucoinReplies.ok(contract(hearing, instrument));
    }

    /** {@code GET /api/v1/ticker} on the futures host; {@code ts} in nanoseconds. */
    VenueReply futuresTicker(Hearing hearing) {
        Instrument instrument = asked(hearing);
        return instrument == null || instrument.kind() == Kind.SPOT
                ? KucoinReplies.no(200, "400100", "Symbol not exists")
                : KucoinReplies.ok(futuresTicker(hearing, instrument));
    }

    /** {@code GET /api/v1/allTickers} on the futures host. */
    VenueReply futuresTickers(Hearing hearing) {
        return KucoinReplies.ok(
                desk.instruments().all().stream()
                        .filter(i -> i.kind() != Kind.SPOT)
                        .map(i -> futuresTicker(hearing, i))
                        .toList());
    }

    private Object futuresTicker(Hearing hearing, Instrument i) {
        Quote quote = desk.prices().quote(i, hearing.now());
        return Json.object(
                "sequence", hearing.now().toEpochMilli(),
                "symbol", i.symbol(),
                "side", "buy",
                "size", 1,
                "tradeId", String.valueOf(hearing.now().toEpochMilli()),
                "price", Json.plain(quote.last()),
                "bestBidPrice", Json.plain(quote.bid()),
                "bestBidSize", 100,
                "bestAskPrice", Json.plain(quote.ask()),
                "bestAskSize", 100,
                "ts", hearing.now().toEpochMilli() * 1_000_000);
    }

    private @Nullable Instrument asked(Hearing hearing) {
        return desk.instruments().find(hearing.call().query().get("symbol", ""));
    }

    private Map<String, @Nullable Object> stats(Hearing hearing, Instrument i) {
        Quote quote = desk.prices().quote(i, hearing.now());
        Quote before = desk.prices().dayBefore(i, hearing.now());
        return Json.object(
                "symbol", i.symbol(),
                "symbolName", i.symbol(),
                "time", hearing.now().toEpochMilli(),
                "buy", Json.plain(quote.bid()),
                "bestBidSize", "1",
                "sell", Json.plain(quote.ask()),
                "bestAskSize", "1",
                "changeRate", "0",
                "changePrice", Json.plain(quote.last().subtract(before.last())),
                "high", Json.plain(quote.last().max(before.last())),
                "low", Json.plain(quote.last().min(before.last())),
                "vol", "1000",
                "volValue", Json.plain(quote.last().multiply(BigDecimal.valueOf(1000))),
                "last", Json.plain(quote.last()),
                "averagePrice", Json.plain(quote.last()),
                "takerFeeRate", Json.plain(i.takerFee()),
                "makerFeeRate", Json.plain(i.makerFee()),
                "takerCoefficient", "1",
                "makerCoefficient", "1");
    }

    private static Object symbol(Instrument i) {
        return Json.object(
                "symbol",
                i.symbol(),
                "name",
                i.symbol(),
                "baseCurrency",
                i.base(),
                "quoteCurrency",
                i.quote(),
                "feeCurrency",
                i.quote(),
                "market",
                "USDS",
                "baseMinSize",
                Json.plain(i.minimumQuantity()),
                "quoteMinSize",
                "0.1",
                "baseMaxSize",
                "10000000000",
                "quoteMaxSize",
                "99999999",
                "baseIncrement",
                Json.plain(i.quantityStep()),
                "quoteIncrement",
                "0.000001",
                "priceIncrement",
                Json.plain(i.priceStep()),
                "priceLimitRate",
                "0.1",
                "minFunds",
                Json.plain(i.minimumValue()),
                "isMarginEnabled",
                false,
                "enableTrading",
                true,
                "feeCategory",
                1,
                "makerFeeCoefficient",
                "1.00",
                "takerFeeCoefficient",
                "1.00",
                "st",
                false);
    }

    private Object contract(Hearing hearing, Instrument i) {
        boolean inverse = i.kind() == Kind.INVERSE;
        BigDecimal last = desk.prices().quote(i, hearing.now()).last();
        return Json.object(
                "symbol",
                i.symbol(),
                "rootSymbol",
                KucoinMarkets.futuresName(i.settle()),
                "type",
                "FFWCSX",
                "firstOpenDate",
                1_585_555_200_000L,
                "expireDate",
                null,
                "settleDate",
                null,
                "baseCurrency",
                KucoinMarkets.futuresName(i.base()),
                "quoteCurrency",
                i.quote(),
                "settleCurrency",
                KucoinMarkets.futuresName(i.settle()),
                "maxOrderQty",
                1_000_000,
                "maxPrice",
                1_000_000,
                "lotSize",
                1,
                "tickSize",
                i.priceStep(),
                "indexPriceTickSize",
                i.priceStep(),
                "multiplier",
                inverse ? i.contractSize().negate() : i.contractSize(),
                "initialMargin",
                new BigDecimal("0.01"),
                "maintainMargin",
                new BigDecimal("0.005"),
                "maxRiskLimit",
                100_000,
                "minRiskLimit",
                100_000,
                "riskStep",
                50_000,
                "makerFeeRate",
                i.makerFee(),
                "takerFeeRate",
                i.takerFee(),
                "takerFixFee",
                0,
                "makerFixFee",
                0,
                "settlementFee",
                null,
                "isDeleverage",
                true,
                "isQuanto",
                false,
                "isInverse",
                inverse,
                "markMethod",
                "FairPrice",
                "fairMethod",
                "FundingRate",
                "status",
                "Open",
                "fundingFeeRate",
                new BigDecimal("0.0001"),
                "predictedFundingFeeRate",
                new BigDecimal("0.0001"),
                "openInterest",
                "1000000",
                "turnoverOf24h",
                1_000_000,
                "volumeOf24h",
                1000,
                "markPrice",
                last,
                "indexPrice",
                last,
                "lastTradePrice",
                last,
                "nextFundingRateTime",
                14_400_000,
                "maxLeverage",
                100,
                "supportCross",
                true);
    }
}
