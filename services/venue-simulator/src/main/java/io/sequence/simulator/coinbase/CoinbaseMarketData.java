package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.PriceBoard.Quote;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.Refusal;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clock, products and prices. Source: Advanced Trade API, "Products", "Public". */
final class CoinbaseMarketData {

    private static final int LEVELS = 10;

    private final TradingDesk desk;

    CoinbaseMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /time}: everything as text. */
    VenueReply time(Hearing hearing) {
        return CoinbaseReplies.ok(
                Json.object(
                        "iso", hearing.now().toString(),
                        "epochSeconds", String.valueOf(hearing.now().getEpochSecond()),
                        "epochMillis", String.valueOf(hearing.now().toEpochMilli())));
    }

    /** {@code GET /products}: spot, unless another type or all of them are asked for. */
    VenueReply products(Hearing hearing) {
        Params query = hearing.call().query();
        String type = query.get("product_type", query.isTrue("get_all_products") ? "" : "SPOT");
        String expiry = query.get("contract_expiry_type", "");
        Set<String> ids = CoinbasePages.all(hearing.call(), "product_ids");
        List<Object> rows = new ArrayList<>();
        for (Instrument i : desk.instruments().all()) {
            boolean fits =
                    (type.isEmpty() || type.equals(CoinbaseMarkets.type(i)))
                            && (type.equals("SPOT")
                                    || type.isEmpty()
                                    || expiryType(i).equals(expiry.isEmpty() ? "EXPIRING" : expiry))
                            && CoinbasePages.wanted(ids, i.symbol());
            if (fits) {
                rows.add(row(hearing, i));
            }
        }
        return CoinbaseReplies.ok(Json.object("products", rows, "num_products", rows.size()));
    }

    /** {@code GET /products/{product_id}}. */
    VenueReply product(Hearing hearing) {
        return CoinbaseReplies.ok(row(hearing, named(hearing.part("product_id"))));
    }

    /** {@code GET /products/{product_id}/ticker}: the last trades, and the best of the book. */
    VenueReply ticker(Hearing hearing) {
        Instrument instrument = named(hearing.part("product_id"));
        Quote quote = desk.prices().quote(instrument, hearing.now());
        Object trade =
                Json.object(
                        "trade_id",
                        String.valueOf(hearing.now().getEpochSecond()),
                        "product_id",
                        instrument.symbol(),
                        "price",
                        Json.plain(quote.last()),
                        "size",
                        "0.01",
                        "time",
                        hearing.now().toString(),
                        "side",
                        "BUY",
                        "bid",
                        "",
                        "ask",
                        "");
        return CoinbaseReplies.ok(
                Json.object(
                        "trades", List.of(trade),
                        "best_bid", Json.plain(quote.bid()),
                        "best_ask", Json.plain(quote.ask())));
    }

    /** {@code GET /best_bid_ask}. */
    VenueReply best(Hearing hearing) {
        Set<String> ids = CoinbasePages.all(hearing.call(), "product_ids");
        ids.forEach(this::named);
        return CoinbaseReplies.ok(
                Json.object(
                        "pricebooks",
                        desk.instruments().all().stream()
                                .filter(i -> CoinbasePages.wanted(ids, i.symbol()))
                                .map(i -> book(hearing, i, 1))
                                .toList()));
    }

    /** {@code GET /product_book}. */
    VenueReply book(Hearing hearing) {
        Instrument instrument = named(hearing.call().query().get("product_id", ""));
        Quote quote = desk.prices().quote(instrument, hearing.now());
        return CoinbaseReplies.ok(
                Json.object(
                        "pricebook", book(hearing, instrument, LEVELS),
                        "last", Json.plain(quote.last()),
                        "mid_market", Json.plain(quote.last())));
    }

    private Object book(Hearing hearing, Instrument instrument, int levels) {
        Quote quote = desk.prices().quote(instrument, hearing.now());
        List<Object> bids = new ArrayList<>();
        List<Object> asks = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            BigDecimal off = instrument.priceStep().multiply(BigDecimal.valueOf(level));
            bids.add(Json.object("price", Json.plain(quote.bid().subtract(off)), "size", "1"));
            asks.add(Json.object("price", Json.plain(quote.ask().add(off)), "size", "1"));
        }
        return Json.object(
                "product_id",
                instrument.symbol(),
                "bids",
                bids,
                "asks",
                asks,
                "time",
                hearing.now().toString());
    }

    private Instrument named(String symbol) {
        Instrument instrument = desk.instruments().find(symbol);
        if (instrument == null) {
            throw new Refusal(CoinbaseReplies.no(404, "NOT_FOUND", "valid product_id is required"));
        }
        return instrument;
    }

    private static String expiryType(Instrument i) {
        return CoinbaseMarkets.international(i) ? "PERPETUAL" : "EXPIRING";
    }

    private Map<String, @Nullable Object> row(Hearing hearing, Instrument i) {
        boolean spot = i.kind() == Kind.SPOT;
        Quote quote = desk.prices().quote(i, hearing.now());
        boolean dollarCoin = spot && i.quote().equals("USDC");
        List<String> aliases =
                spot && i.quote().equals("USD") ? List.of(i.base() + "-USDC") : List.of();
        Map<String, @Nullable Object> row =
                Json.object(
                        "product_id",
                        i.symbol(),
                        "price",
                        Json.plain(quote.last()),
                        "price_percentage_change_24h",
                        "0",
                        "volume_24h",
                        "1000",
                        "volume_percentage_change_24h",
                        "0",
                        "base_increment",
                        Json.plain(i.quantityStep()),
                        "quote_increment",
                        Json.plain(i.priceStep()),
                        "quote_min_size",
                        spot ? Json.plain(i.minimumValue()) : "0",
                        "quote_max_size",
                        "150000000",
                        "base_min_size",
                        Json.plain(i.minimumQuantity()),
                        "base_max_size",
                        "3400",
                        "base_name",
                        spot ? i.base() : "",
                        "quote_name",
                        i.quote(),
                        "watched",
                        false,
                        "is_disabled",
                        false,
                        "new",
                        false,
                        "status",
                        spot ? "online" : "");
        row.putAll(
                Json.object(
                        "cancel_only",
                        false,
                        "limit_only",
                        false,
                        "post_only",
                        false,
                        "trading_disabled",
                        false,
                        "auction_mode",
                        false,
                        "product_type",
                        CoinbaseMarkets.type(i),
                        "quote_currency_id",
                        i.quote(),
                        "base_currency_id",
                        spot ? i.base() : "",
                        "fcm_trading_session_details",
                        null,
                        "mid_market_price",
                        "",
                        "alias",
                        dollarCoin ? i.base() + "-USD" : "",
                        "alias_to",
                        aliases,
                        "base_display_symbol",
                        i.base(),
                        "quote_display_symbol",
                        i.quote(),
                        "view_only",
                        false,
                        "price_increment",
                        Json.plain(i.priceStep()),
                        "display_name",
                        i.symbol(),
                        "product_venue",
                        spot ? "CBE" : venue(i)));
        if (!spot) {
            row.put("future_product_details", contract(i));
        }
        return row;
    }

    private static Object contract(Instrument i) {
        boolean abroad = CoinbaseMarkets.international(i);
        return Json.object(
                "venue", venue(i),
                "contract_code", i.symbol().substring(0, 3),
                "contract_expiry", abroad ? null : CoinbaseMarkets.EXPIRY,
                "contract_size", Json.plain(i.contractSize()),
                "contract_root_unit", i.base(),
                "contract_expiry_type", expiryType(i),
                "contract_display_name", i.base() + (abroad ? " PERP" : " 20 DEC 30"));
    }

    private static String venue(Instrument i) {
        return CoinbaseMarkets.international(i) ? "INTX" : "FCM";
    }
}
