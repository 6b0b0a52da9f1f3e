package io.sequence.simulator.cryptocom;

import io.sequence.simulator.cryptocom.CryptocomReplies.Code;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Instruments, prices and notices, asked with GET and without a key. Source: Exchange v1. */
final class CryptocomMarketData {

    private static final int LEVELS = 10;
    private static final Duration NOTICE = Duration.ofDays(2);

    private final TradingDesk desk;

    CryptocomMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code public/get-instruments}. */
    VenueReply instruments(Hearing hearing) {
        return CryptocomReplies.list(
                hearing, desk.instruments().all().stream().map(this::instrument).toList());
    }

    /** {@code public/get-tickers}: one instrument, or all of them. */
    VenueReply tickers(Hearing hearing) {
        String name = hearing.call().query().get("instrument_name");
        if (name != null && desk.instruments().find(name) == null) {
            return CryptocomReplies.no(hearing.call(), Code.MISSING_OR_INVALID_ARGUMENT);
        }
        return CryptocomReplies.list(
                hearing,
                desk.instruments().all().stream()
                        .filter(i -> name == null || name.equals(i.symbol()))
                        .map(i -> ticker(hearing, i))
                        .toList());
    }

    /** {@code public/get-book}. */
    VenueReply book(Hearing hearing) {
        Params query = hearing.call().query();
        Instrument instrument = desk.instruments().find(query.get("instrument_name", ""));
        if (instrument == null) {
            return CryptocomReplies.no(hearing.call(), Code.MISSING_OR_INVALID_ARGUMENT);
        }
        Quote quote = desk.prices().quote(instrument, hearing.now());
        List<Object> bids = new ArrayList<>();
        List<Object> asks = new ArrayList<>();
        for (int level = 0; level < LEVELS; level++) {
            BigDecimal off = instrument.priceStep().multiply(BigDecimal.valueOf(level));
            bids.add(List.of(Json.plain(quote.bid().subtract(off)), "1", "1"));
            asks.add(List.of(Json.plain(quote.ask().add(off)), "1", "1"));
        }
        return CryptocomReplies.ok(
                hearing,
                Json.object(
                        "depth", LEVELS,
                        "instrument_name", instrument.symbol(),
                        "data",
                                List.of(
                                        Json.object(
                                                "bids",
                                                bids,
                                                "asks",
                                                asks,
                                                "t",
                                                hearing.now().toEpochMilli()))));
    }

    /** {@code public/get-announcements}: what goes on or is planned, when that is asked for. */
    VenueReply announcements(Hearing hearing) {
        Maintenance planned = hearing.call().maintenance();
        String category = hearing.call().query().get("category", "system");
        return CryptocomReplies.list(
                hearing,
                planned == null || !category.equals("system")
                        ? List.of()
                        : List.of(notice(planned)));
    }

    private static Object notice(Maintenance planned) {
        Map<String, @Nullable Object> impacts = Json.object();
        for (String part :
                List.of("spot_trading", "derivative_trading", "margin_trading", "otc_trading")) {
            impacts.put(part + "_impacted", "YES");
        }
        for (String part : List.of("convert", "staking", "trading_bot", "login")) {
            impacts.put(part + "_impacted", "PARTIAL");
        }
        for (String part : List.of("crypto_wallet", "fiat_wallet")) {
            impacts.put(part + "_impacted", "BAU");
        }
        return Json.object(
                "id",
                "67ea25c534909545bfc81232",
                "category",
                "system",
                "product_type",
                "Spot,Margin,Derivative",
                "announced_at",
                planned.from().minus(NOTICE).toEpochMilli(),
                "title",
                "Scheduled system maintenance",
                "content",
                "<p>The exchange will not be available.</p>",
                "instrument_name",
                null,
                "impacted_params",
                impacts,
                "start_time",
                planned.from().toEpochMilli(),
                "end_time",
                planned.until() == null ? null : planned.until().toEpochMilli());
    }

    /** {@code private/get-currency-networks}. */
    VenueReply networks(Hearing hearing) {
        Map<String, @Nullable Object> coins = Json.object();
        for (String coin : List.of("BTC", "ETH", "SOL", "USDT")) {
            String network = coin.equals("USDT") ? "ETH" : coin;
            coins.put(
                    coin,
                    Json.object(
                            "full_name",
                            coin,
                            "default_network",
                            network,
                            "network_list",
                            List.of(
                                    Json.object(
                                            "network_id",
                                            network,
                                            "withdrawal_fee",
                                            "0.0005",
                                            "withdraw_enabled",
                                            true,
                                            "min_withdrawal_amount",
                                            "0.001",
                                            "deposit_enabled",
                                            true,
                                            "confirmation_required",
                                            2))));
        }
        return CryptocomReplies.ok(
                hearing,
                Json.object("update_time", hearing.now().toEpochMilli(), "currency_map", coins));
    }

    private Object instrument(Instrument i) {
        boolean spot = i.kind() == Kind.SPOT;
        Map<String, @Nullable Object> row =
                Json.object(
                        "symbol",
                        i.symbol(),
                        "inst_type",
                        CryptocomMarkets.type(i),
                        "display_name",
                        spot ? i.base() + '/' + i.quote() : i.base() + "USD Perpetual",
                        "base_ccy",
                        i.base(),
                        "quote_ccy",
                        i.quote(),
                        "quote_decimals",
                        Math.max(0, i.priceStep().stripTrailingZeros().scale()),
                        "quantity_decimals",
                        Math.max(0, i.quantityStep().stripTrailingZeros().scale()),
                        "price_tick_size",
                        Json.plain(i.priceStep()),
                        "qty_tick_size",
                        Json.plain(i.quantityStep()),
                        "max_leverage",
                        "50",
                        "tradable",
                        true,
                        "expiry_timestamp_ms",
                        0,
                        "beta_product",
                        false,
                        "margin_buy_enabled",
                        false,
                        "margin_sell_enabled",
                        false);
        if (!spot) {
            row.put("underlying_symbol", i.base() + "USD-INDEX");
            row.put("contract_size", Json.plain(i.contractSize()));
        }
        return row;
    }

    private Object ticker(Hearing hearing, Instrument i) {
        Quote quote = desk.prices().quote(i, hearing.now());
        Quote before = desk.prices().dayBefore(i, hearing.now());
        BigDecimal change =
                quote.last().subtract(before.last()).divide(before.last(), 4, RoundingMode.HALF_UP);
        return Json.object(
                "i", i.symbol(),
                "h", Json.plain(quote.last().max(before.last())),
                "l", Json.plain(quote.last().min(before.last())),
                "a", Json.plain(quote.last()),
                "v", "1000",
                "vv", Json.plain(quote.last().multiply(new BigDecimal("1000"))),
                "c", Json.plain(change),
                "b", Json.plain(quote.bid()),
                "k", Json.plain(quote.ask()),
                "t", hearing.now().toEpochMilli());
    }
}
