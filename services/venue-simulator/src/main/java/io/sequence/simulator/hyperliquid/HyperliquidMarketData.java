package io.sequence.simulator.hyperliquid;

import static io.sequence.simulator.hyperliquid.HyperliquidReplies.number;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.hyperliquid.HyperliquidMarkets.Token;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Markets and prices. Source: "Info endpoint", perpetuals and spot. */
final class HyperliquidMarketData {

    private static final int LEVELS = 5;

    private final TradingDesk desk;

    HyperliquidMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code meta}: the perpetuals, in the order of their numbers. */
    Map<String, @Nullable Object> meta() {
        return Json.object(
                "universe",
                all(Kind.LINEAR).stream()
                        .map(
                                instrument ->
                                        Json.object(
                                                "name",
                                                instrument.symbol(),
                                                "szDecimals",
                                                HyperliquidMarkets.sizeDecimals(instrument),
                                                "maxLeverage",
                                                50,
                                                "marginTableId",
                                                50))
                        .toList(),
                "marginTables",
                List.of(),
                "collateralToken",
                0);
    }

    /** {@code spotMeta}: tokens and pairs, in the order of their numbers. */
    Map<String, @Nullable Object> spotMeta() {
        List<Object> pairs = new ArrayList<>();
        for (Instrument pair : all(Kind.SPOT)) {
            Token base = Objects.requireNonNull(HyperliquidMarkets.token(pair.base()));
            pairs.add(
                    Json.object(
                            "name", pair.symbol(),
                            "tokens", List.of(HyperliquidMarkets.TOKENS.indexOf(base), 0),
                            "index", pairs.size(),
                            "isCanonical", false));
        }
        List<Object> tokens = new ArrayList<>();
        for (Token token : HyperliquidMarkets.TOKENS) {
            int number = tokens.size();
            tokens.add(
                    Json.object(
                            "name",
                            token.name(),
                            "szDecimals",
                            token.size(),
                            "weiDecimals",
                            8,
                            "index",
                            number,
                            "tokenId",
                            "0x%032x".formatted(number + 1),
                            "isCanonical",
                            number == 0,
                            "evmContract",
                            null,
                            "fullName",
                            token.fullName().isEmpty() ? null : token.fullName()));
        }
        return Json.object("universe", pairs, "tokens", tokens);
    }

    /** {@code metaAndAssetCtxs} and {@code spotMetaAndAssetCtxs}. */
    Object withContexts(boolean spot, Instant now) {
        return Json.list(
                spot ? spotMeta() : meta(),
                all(spot ? Kind.SPOT : Kind.LINEAR).stream()
                        .map(instrument -> context(instrument, spot, now))
                        .toList());
    }

    private Object context(Instrument instrument, boolean spot, Instant now) {
        PriceBoard.Quote quote = desk.prices().quote(instrument, now);
        String price = number(quote.last());
        Map<String, @Nullable Object> context =
                Json.object(
                        "prevDayPx",
                        number(desk.prices().dayBefore(instrument, now).last()),
                        "dayNtlVlm",
                        "1250000.0",
                        "dayBaseVlm",
                        "100.0",
                        "markPx",
                        price,
                        "midPx",
                        price);
        if (spot) {
            context.put("circulatingSupply", "1000000.0");
            context.put("coin", instrument.symbol());
        } else {
            context.put("funding", "0.0000125");
            context.put("openInterest", "1000.0");
            context.put("premium", "0.0");
            context.put("oraclePx", price);
            context.put("impactPxs", List.of(number(quote.bid()), number(quote.ask())));
        }
        return context;
    }

    /** {@code allMids}. */
    Object mids(Instant now) {
        Map<String, @Nullable Object> mids = Json.object();
        desk.instruments()
                .all()
                .forEach(i -> mids.put(i.symbol(), number(desk.prices().quote(i, now).last())));
        return mids;
    }

    /** {@code l2Book}: bids then asks; null for a coin that is not traded. */
    @Nullable Object book(String coin, Instant now) {
        Instrument instrument = desk.instruments().find(coin);
        if (instrument == null) {
            return null;
        }
        PriceBoard.Quote quote = desk.prices().quote(instrument, now);
        return Json.object(
                "coin",
                coin,
                "time",
                now.toEpochMilli(),
                "levels",
                List.of(
                        levels(quote.bid(), instrument.priceStep().negate()),
                        levels(quote.ask(), instrument.priceStep())));
    }

    private static List<Object> levels(BigDecimal best, BigDecimal step) {
        List<Object> levels = new ArrayList<>();
        for (int i = 0; i < LEVELS; i++) {
            BigDecimal price = best.add(step.multiply(BigDecimal.valueOf(i)));
            if (price.signum() > 0) {
                levels.add(Json.object("px", number(price), "sz", "2.5", "n", 3));
            }
        }
        return levels;
    }

    private List<Instrument> all(Kind kind) {
        return desk.instruments().of(kind);
    }
}
