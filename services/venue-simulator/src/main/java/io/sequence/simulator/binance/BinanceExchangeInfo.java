package io.sequence.simulator.binance;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code exchangeInfo} of spot and of futures: limits, and every symbol with its filters. Sources:
 * Binance Spot REST API, "Exchange information" and "Filters"; USD-M Futures, "Exchange
 * Information".
 */
final class BinanceExchangeInfo {

    private static final List<String> MODES = List.of("NONE", "EXPIRE_MAKER", "EXPIRE_TAKER");

    private final BinanceSite site;
    private final InstrumentList instruments;

    BinanceExchangeInfo(BinanceSite site, InstrumentList instruments) {
        this.site = site;
        this.instruments = instruments;
    }

    /** {@code GET /api/v3/exchangeInfo}. */
    VenueReply spot(Hearing hearing) {
        List<Object> symbols =
                BinanceForm.instruments(hearing.call().query(), instruments).stream()
                        .map(BinanceExchangeInfo::pair)
                        .toList();
        return answer(
                hearing,
                List.of(
                        limit("REQUEST_WEIGHT", "MINUTE", 1, site.weightLimit()),
                        limit("ORDERS", "SECOND", 10, 100),
                        limit("ORDERS", "DAY", 1, 200_000),
                        limit(
                                "RAW_REQUESTS",
                                "MINUTE",
                                5,
                                site == BinanceSite.US ? 5_000 : 300_000)),
                symbols);
    }

    /** {@code GET /fapi/v1/exchangeInfo}: always everything. */
    VenueReply futures(Hearing hearing) {
        List<Object> symbols =
                instruments.all().stream()
                        .filter(i -> BinanceMarkets.positionSide(i.symbol()).equals("BOTH"))
                        .map(BinanceExchangeInfo::contract)
                        .toList();
        return answer(
                hearing,
                List.of(
                        limit("REQUEST_WEIGHT", "MINUTE", 1, site.weightLimit()),
                        limit("ORDERS", "MINUTE", 1, 1_200),
                        limit("ORDERS", "SECOND", 10, 300)),
                symbols);
    }

    /** What the family's other hosts list here: nothing. */
    VenueReply nothing(Hearing hearing) {
        return answer(hearing, List.of(), List.of());
    }

    private static VenueReply answer(Hearing hearing, List<Object> limits, List<Object> symbols) {
        return BinanceReplies.ok(
                Json.object(
                        "timezone",
                        "UTC",
                        "serverTime",
                        hearing.now().toEpochMilli(),
                        "rateLimits",
                        limits,
                        "exchangeFilters",
                        List.of(),
                        "symbols",
                        symbols));
    }

    static Object limit(String type, String interval, int number, int limit) {
        return Json.object(
                "rateLimitType", type,
                "interval", interval,
                "intervalNum", number,
                "limit", limit);
    }

    private static Object pair(Instrument i) {
        return Json.object(
                "symbol",
                i.symbol(),
                "status",
                "TRADING",
                "baseAsset",
                i.base(),
                "baseAssetPrecision",
                8,
                "quoteAsset",
                i.quote(),
                "quotePrecision",
                8,
                "quoteAssetPrecision",
                8,
                "baseCommissionPrecision",
                8,
                "quoteCommissionPrecision",
                8,
                "orderTypes",
                List.of("LIMIT", "LIMIT_MAKER", "MARKET"),
                "icebergAllowed",
                false,
                "ocoAllowed",
                false,
                "quoteOrderQtyMarketAllowed",
                true,
                "allowTrailingStop",
                false,
                "cancelReplaceAllowed",
                false,
                "isSpotTradingAllowed",
                true,
                "isMarginTradingAllowed",
                false,
                "filters",
                List.of(
                        priceFilter(i, "1000000.00000000"),
                        quantities("LOT_SIZE", i, "9000.00000000"),
                        quantities("MARKET_LOT_SIZE", i, "1000.00000000"),
                        Json.object(
                                "filterType",
                                "NOTIONAL",
                                "minNotional",
                                BinanceReplies.eight(i.minimumValue()),
                                "applyMinToMarket",
                                true,
                                "maxNotional",
                                "9000000.00000000",
                                "applyMaxToMarket",
                                false,
                                "avgPriceMins",
                                5)),
                "permissions",
                List.of(),
                "permissionSets",
                List.of(List.of("SPOT")),
                "defaultSelfTradePreventionMode",
                "NONE",
                "allowedSelfTradePreventionModes",
                MODES);
    }

    private static Object contract(Instrument i) {
        return Json.object(
                "symbol",
                i.symbol(),
                "pair",
                i.symbol(),
                "contractType",
                "PERPETUAL",
                "deliveryDate",
                4_133_404_800_000L,
                "onboardDate",
                1_569_398_400_000L,
                "status",
                "TRADING",
                "maintMarginPercent",
                "2.5000",
                "requiredMarginPercent",
                "5.0000",
                "baseAsset",
                i.base(),
                "quoteAsset",
                i.quote(),
                "marginAsset",
                i.settle(),
                "pricePrecision",
                i.priceStep().scale(),
                "quantityPrecision",
                i.quantityStep().scale(),
                "baseAssetPrecision",
                8,
                "quotePrecision",
                8,
                "underlyingType",
                "COIN",
                "underlyingSubType",
                List.of(),
                "triggerProtect",
                "0.0500",
                "liquidationFee",
                "0.012500",
                "marketTakeBound",
                "0.05",
                "filters",
                List.of(
                        priceFilter(i, "4529764"),
                        quantities("LOT_SIZE", i, "1000"),
                        quantities("MARKET_LOT_SIZE", i, "120"),
                        Json.object(
                                "filterType",
                                "MIN_NOTIONAL",
                                "notional",
                                Json.plain(i.minimumValue()))),
                "orderTypes",
                List.of("LIMIT", "MARKET"),
                "timeInForce",
                List.of("GTC", "IOC", "FOK", "GTX", "GTD"));
    }

    private static Object priceFilter(Instrument i, String most) {
        return Json.object(
                "filterType",
                "PRICE_FILTER",
                "minPrice",
                number(i, i.priceStep()),
                "maxPrice",
                most,
                "tickSize",
                number(i, i.priceStep()));
    }

    private static Object quantities(String type, Instrument i, String most) {
        return Json.object(
                "filterType",
                type,
                "minQty",
                number(i, i.minimumQuantity()),
                "maxQty",
                most,
                "stepSize",
                number(i, i.quantityStep()));
    }

    /** Spot prints eight decimals, futures as many as there are. */
    private static String number(Instrument i, BigDecimal number) {
        return i.kind() == Instrument.Kind.SPOT ? BinanceReplies.eight(number) : Json.plain(number);
    }
}
