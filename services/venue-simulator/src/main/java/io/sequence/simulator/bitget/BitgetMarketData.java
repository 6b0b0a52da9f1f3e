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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bitget's public V2 data: clock, coins, pairs, contracts, prices. Source: Bitget API, "Market".
 */
final class BitgetMarketData {

    private final TradingDesk desk;
    private final BitgetMarkets markets;

    BitgetMarketData(TradingDesk desk) {
        this.desk = desk;
        this.markets = new BitgetMarkets(desk.instruments());
    }

    /** {@code GET /api/v2/public/time}. */
    VenueReply time(Hearing hearing) {
        Instant now = hearing.now();
        return BitgetReplies.ok(Json.object("serverTime", String.valueOf(now.toEpochMilli())), now);
    }

    /** {@code GET /api/v2/public/annoucements}, spelt as Bitget spells it: nothing to announce. */
    VenueReply announcements(Hearing hearing) {
        return BitgetReplies.ok(List.of(), hearing.now());
    }

    /** {@code GET /api/v2/margin/currencies}: nothing can be borrowed. */
    VenueReply borrowable(Hearing hearing) {
        return BitgetReplies.ok(List.of(), hearing.now());
    }

    /** {@code GET /api/v2/spot/public/coins}. */
    VenueReply coins(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String coin : List.of("BTC", "ETH", "SOL", "USDT", "USDC")) {
            String chain = coin.startsWith("USD") ? "ERC20" : coin;
            Map<String, @Nullable Object> way =
                    Json.object(
                            "chain", chain,
                            "needTag", "false",
                            "withdrawable", "true",
                            "rechargeable", "true",
                            "withdrawFee", "0.0001",
                            "extraWithdrawFee", "0",
                            "depositConfirm", "12",
                            "withdrawConfirm", "64",
                            "minDepositAmount", "0.0001",
                            "minWithdrawAmount", "0.001",
                            "withdrawStep", "0",
                            "withdrawMinScale", "8",
                            "congestion", "normal");
            rows.add(
                    Json.object(
                            "coinId",
                            String.valueOf(rows.size() + 1),
                            "coin",
                            coin,
                            "transfer",
                            "true",
                            "chains",
                            List.of(way),
                            "areaCoin",
                            "no"));
        }
        return BitgetReplies.ok(rows, hearing.now());
    }

    /** {@code GET /api/v2/spot/public/symbols}. */
    VenueReply symbols(Hearing hearing) {
        return listed(
                hearing,
                markets.in(BitgetMarkets.SPOT, hearing.call().query().get("symbol")),
                BitgetMarketData::symbol);
    }

    /** {@code GET /api/v2/mix/market/contracts}. */
    VenueReply contracts(Hearing hearing) {
        Params query = hearing.call().query();
        String type = query.get("productType", "");
        if (!BitgetMarkets.knows(type)) {
            return BitgetReplies.no("40020", "Parameter productType error", hearing.now());
        }
        return listed(hearing, of(type, query.get("symbol")), BitgetMarketData::contract);
    }

    /** {@code GET /api/v2/spot/market/tickers}. */
    VenueReply spotTickers(Hearing hearing) {
        Instant now = hearing.now();
        return listed(
                hearing,
                markets.in(BitgetMarkets.SPOT, hearing.call().query().get("symbol")),
                i -> ticker(i, now));
    }

    /** {@code GET /api/v2/mix/market/ticker}, and {@code tickers} for a whole product type. */
    VenueReply mixTickers(Hearing hearing) {
        Params query = hearing.call().query();
        String type = query.get("productType", "");
        if (!BitgetMarkets.knows(type)) {
            return BitgetReplies.no("40020", "Parameter productType error", hearing.now());
        }
        return listed(hearing, of(type, query.get("symbol")), i -> ticker(i, hearing.now()));
    }

    /** Demo product types list nothing of their own: demo keys trade the live ones. */
    private List<Instrument> of(String type, @Nullable String symbol) {
        return type.startsWith("S") && symbol == null ? List.of() : markets.in(type, symbol);
    }

    private static VenueReply listed(
            Hearing hearing,
            List<Instrument> instruments,
            java.util.function.Function<Instrument, Object> row) {
        boolean named = hearing.call().query().has("symbol");
        if (named && instruments.isEmpty()) {
            return BitgetReplies.no(
                    "40034",
                    "Parameter " + hearing.call().query().get("symbol") + " does not exist",
                    hearing.now());
        }
        return BitgetReplies.ok(instruments.stream().map(row).toList(), hearing.now());
    }

    private static Object symbol(Instrument i) {
        return Json.object(
                "symbol",
                BitgetMarkets.name(i.symbol()),
                "baseCoin",
                i.base(),
                "quoteCoin",
                i.quote(),
                "minTradeAmount",
                "0",
                "maxTradeAmount",
                "900000000000000000000",
                "takerFeeRate",
                Json.plain(i.takerFee()),
                "makerFeeRate",
                Json.plain(i.makerFee()),
                "pricePrecision",
                places(i.priceStep()),
                "quantityPrecision",
                places(i.quantityStep()),
                "quotePrecision",
                "8",
                "status",
                "online",
                "minTradeUSDT",
                Json.plain(i.minimumValue()),
                "buyLimitPriceRatio",
                "0.05",
                "sellLimitPriceRatio",
                "0.05",
                "areaSymbol",
                "no",
                "orderQuantity",
                "500");
    }

    private static Object contract(Instrument i) {
        return Json.object(
                "symbol", BitgetMarkets.name(i.symbol()),
                "baseCoin", i.base(),
                "quoteCoin", i.quote(),
                "buyLimitPriceRatio", "0.05",
                "sellLimitPriceRatio", "0.05",
                "feeRateUpRatio", "0.005",
                "makerFeeRate", Json.plain(i.makerFee()),
                "takerFeeRate", Json.plain(i.takerFee()),
                "openCostUpRatio", "0.01",
                "supportMarginCoins", List.of(i.settle()),
                "minTradeNum", Json.plain(i.minimumQuantity()),
                "priceEndStep", "1",
                "volumePlace", places(i.quantityStep()),
                "pricePlace", places(i.priceStep()),
                "sizeMultiplier", Json.plain(i.quantityStep()),
                "symbolType", "perpetual",
                "minTradeUSDT", Json.plain(i.minimumValue()),
                "maxSymbolOrderNum", "500",
                "maxProductOrderNum", "500",
                "maxPositionNum", "150",
                "symbolStatus", "normal",
                "offTime", "-1",
                "limitOpenTime", "-1",
                "deliveryTime", "",
                "deliveryStartTime", "",
                "launchTime", "",
                "fundInterval", "8",
                "minLever", "1",
                "maxLever", "125",
                "posLimit", "0.05",
                "maintainTime", "");
    }

    private Object ticker(Instrument i, Instant now) {
        Quote quote = desk.prices().quote(i, now);
        BigDecimal open = desk.prices().dayBefore(i, now).last();
        BigDecimal change = quote.last().subtract(open).divide(open, 5, RoundingMode.HALF_UP);
        Map<String, @Nullable Object> row =
                Json.object(
                        "symbol", BitgetMarkets.name(i.symbol()),
                        "lastPr", Json.plain(quote.last()),
                        "bidPr", Json.plain(quote.bid()),
                        "askPr", Json.plain(quote.ask()),
                        "bidSz", "1",
                        "askSz", "1",
                        "high24h", Json.plain(quote.last().max(open)),
                        "low24h", Json.plain(quote.last().min(open)),
                        "baseVolume", "1000",
                        "quoteVolume", Json.plain(quote.last().multiply(new BigDecimal("1000"))),
                        "usdtVolume", Json.plain(quote.last().multiply(new BigDecimal("1000"))),
                        "openUtc", Json.plain(open),
                        "changeUtc24h", Json.plain(change),
                        "change24h", Json.plain(change),
                        "ts", String.valueOf(now.toEpochMilli()));
        if (BitgetMarkets.isSpot(i.symbol())) {
            row.put("open", Json.plain(open));
        } else {
            row.put("open24h", Json.plain(open));
            row.put("markPrice", Json.plain(quote.last()));
            row.put("indexPrice", Json.plain(quote.last()));
            row.put("fundingRate", "0.0001");
            row.put("holdingAmount", "7452.6421");
        }
        return row;
    }

    /** Decimal places of a step. */
    static String places(BigDecimal step) {
        return String.valueOf(Math.max(0, step.stripTrailingZeros().scale()));
    }
}
