package io.sequence.simulator.bitmart;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.Maintenance;
import io.sequence.simulator.domain.PriceBoard.Quote;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** BitMart's public data: clock, state, pairs, contracts, prices. Source: BitMart API, "Public". */
final class BitMartMarketData {

    private final TradingDesk desk;

    BitMartMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /system/time}. */
    VenueReply time(Hearing hearing) {
        return BitMartReplies.ok(Json.object("server_time", hearing.now().toEpochMilli()));
    }

    /** {@code GET /system/service}: a maintenance that is over, or the one that is announced. */
    VenueReply service(Hearing hearing) {
        Maintenance planned = hearing.call().maintenance();
        if (planned != null) {
            return BitMartReplies.ok(
                    Json.object(
                            "service",
                            List.of(
                                    Json.object(
                                            "title",
                                            "Spot API upgrade",
                                            "service_type",
                                            "spot",
                                            "status",
                                            planned.isOngoing(hearing.now()) ? 1 : 0,
                                            "start_time",
                                            planned.from().toEpochMilli(),
                                            "end_time",
                                            planned.until() == null
                                                    ? 0
                                                    : planned.until().toEpochMilli()))));
        }
        long then = hearing.now().minusSeconds(86_400).toEpochMilli();
        return BitMartReplies.ok(
                Json.object(
                        "service",
                        List.of(
                                Json.object(
                                        "title",
                                        "Spot API upgrade",
                                        "service_type",
                                        "spot",
                                        "status",
                                        2,
                                        "start_time",
                                        then,
                                        "end_time",
                                        then + 3_600_000))));
    }

    /** {@code GET /account/v1/currencies}. */
    VenueReply currencies(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String coin : List.of("BTC", "ETH", "SOL", "USDT", "USDC")) {
            rows.add(
                    Json.object(
                            "currency",
                            coin,
                            "name",
                            coin,
                            "network",
                            coin.startsWith("USD") ? "ERC20" : coin,
                            "withdraw_enabled",
                            true,
                            "deposit_enabled",
                            true,
                            "withdraw_minsize",
                            "0.001",
                            "withdraw_minfee",
                            "0.0005"));
        }
        return BitMartReplies.ok(Json.object("currencies", rows));
    }

    /** {@code GET /spot/v1/symbols/details}. */
    VenueReply symbols(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (Instrument i : desk.instruments().of(Kind.SPOT)) {
            rows.add(
                    Json.object(
                            "symbol", i.symbol(),
                            "symbol_id", rows.size() + 53,
                            "base_currency", i.base(),
                            "quote_currency", i.quote(),
                            "quote_increment", Json.plain(i.quantityStep()),
                            "base_min_size", Json.plain(i.minimumQuantity()),
                            "base_max_size", "100000000",
                            "price_min_precision", -1,
                            "price_max_precision", i.priceStep().scale(),
                            "expiration", "NA",
                            "min_buy_amount", Json.plain(i.minimumValue()),
                            "min_sell_amount", Json.plain(i.minimumValue()),
                            "trade_status", "trading"));
        }
        return BitMartReplies.ok(Json.object("symbols", rows));
    }

    /** {@code GET /spot/quotation/v3/ticker}. */
    VenueReply ticker(Hearing hearing) {
        Instrument i = desk.instruments().find(hearing.call().query().get("symbol", ""));
        if (i == null || i.kind() != Kind.SPOT) {
            return BitMartReplies.noSymbol();
        }
        Instant now = hearing.now();
        Quote quote = desk.prices().quote(i, now);
        BigDecimal open = desk.prices().dayBefore(i, now).last();
        return BitMartReplies.ok(
                Json.object(
                        "symbol", i.symbol(),
                        "last", Json.plain(quote.last()),
                        "v_24h", "1000",
                        "qv_24h", Json.plain(quote.last().multiply(new BigDecimal("1000"))),
                        "open_24h", Json.plain(open),
                        "high_24h", Json.plain(quote.last().max(open)),
                        "low_24h", Json.plain(quote.last().min(open)),
                        "fluctuation", Json.plain(change(quote.last(), open)),
                        "bid_px", Json.plain(quote.bid()),
                        "bid_sz", "1",
                        "ask_px", Json.plain(quote.ask()),
                        "ask_sz", "1",
                        "ts", String.valueOf(now.toEpochMilli())));
    }

    /** {@code GET /spot/quotation/v3/tickers}: rows of bare texts. */
    VenueReply tickers(Hearing hearing) {
        Instant now = hearing.now();
        List<Object> rows = new ArrayList<>();
        for (Instrument i : desk.instruments().of(Kind.SPOT)) {
            Quote quote = desk.prices().quote(i, now);
            String open = Json.plain(desk.prices().dayBefore(i, now).last());
            rows.add(
                    List.of(
                            i.symbol(),
                            Json.plain(quote.last()),
                            "1000",
                            "65000000",
                            open,
                            Json.plain(quote.ask()),
                            Json.plain(quote.bid()),
                            "0",
                            Json.plain(quote.bid()),
                            "1",
                            Json.plain(quote.ask()),
                            "1",
                            String.valueOf(now.toEpochMilli())));
        }
        return BitMartReplies.ok(rows);
    }

    /** {@code GET /contract/public/details}. */
    VenueReply details(Hearing hearing) {
        String asked = hearing.call().query().get("symbol");
        List<Object> rows = new ArrayList<>();
        for (Instrument i : desk.instruments().of(Kind.LINEAR)) {
            if (asked == null || asked.equals(i.symbol())) {
                rows.add(detail(i, hearing.now()));
            }
        }
        if (asked != null && rows.isEmpty()) {
            return BitMartReplies.no(400, 40034, "The Symbol is not exist");
        }
        return BitMartReplies.ok(Json.object("symbols", rows));
    }

    private Object detail(Instrument i, Instant now) {
        Quote quote = desk.prices().quote(i, now);
        BigDecimal open = desk.prices().dayBefore(i, now).last();
        return Json.object(
                "symbol", i.symbol(),
                "product_type", 1,
                "open_timestamp", 1_594_080_000_000L,
                "expire_timestamp", 0,
                "settle_timestamp", 0,
                "base_currency", i.base(),
                "quote_currency", i.quote(),
                "last_price", Json.plain(quote.last()),
                "volume_24h", "1000000",
                "turnover_24h", "65000000",
                "index_price", Json.plain(quote.last()),
                "index_name", i.symbol(),
                "contract_size", Json.plain(i.contractSize()),
                "min_leverage", "1",
                "max_leverage", "100",
                "price_precision", Json.plain(i.priceStep()),
                "vol_precision", Json.plain(i.quantityStep()),
                "max_volume", "500000",
                "market_max_volume", "500000",
                "min_volume", Json.plain(i.minimumQuantity()),
                "funding_rate", "0.0001",
                "high_24h", Json.plain(quote.last().max(open)),
                "low_24h", Json.plain(quote.last().min(open)),
                "change_24h", Json.plain(change(quote.last(), open)),
                "status", "Trading");
    }

    private static BigDecimal change(BigDecimal last, BigDecimal open) {
        return last.subtract(open).divide(open, 5, RoundingMode.HALF_UP);
    }
}
