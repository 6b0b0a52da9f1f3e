package io.sequence.simulator.okx;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * OKX's public data: clock, state, instruments, prices; and the currencies. Source: OKX V5, "Public
 * Data" and "Market Data".
 */
final class OkxMarketData {

    private final TradingDesk desk;

    OkxMarketData(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /api/v5/public/time}. */
    VenueReply time(Hearing hearing) {
        return OkxReplies.ok(List.of(Json.object("ts", stamp(hearing))));
    }

    /** {@code GET /api/v5/system/status}: what goes on or is planned for trading. */
    VenueReply status(Hearing hearing) {
        Maintenance planned = hearing.call().maintenance();
        return OkxReplies.ok(planned == null ? List.of() : List.of(maintenance(hearing, planned)));
    }

    private static Object maintenance(Hearing hearing, Maintenance planned) {
        Map<String, @Nullable Object> row =
                Json.object(
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
                        "preOpenBegin", "",
                        "href", "",
                        "serviceType", "5",
                        "system", "unified",
                        "scheDesc", "",
                        "maintType", "1",
                        "env", "1"));
        return row;
    }

    /** {@code GET /api/v5/public/instruments}, also the per-user variant. */
    VenueReply instruments(Hearing hearing) {
        Params query = hearing.call().query();
        String type = query.get("instType", "");
        if (!List.of("SPOT", "MARGIN", "SWAP", "FUTURES", "OPTION").contains(type)) {
            return OkxReplies.no(400, "51000", "Parameter instType error");
        }
        String id = query.get("instId");
        List<Object> rows = new ArrayList<>();
        for (Instrument i : desk.instruments().all()) {
            if (OkxMarkets.type(i).equals(type) && (id == null || id.equals(i.symbol()))) {
                rows.add(instrument(i));
            }
        }
        if (rows.isEmpty() && id != null) {
            return OkxReplies.no(
                    200, "51001", "Instrument ID, Instrument ID code, or Spread ID doesn't exist.");
        }
        return OkxReplies.ok(rows);
    }

    /** {@code GET /api/v5/market/ticker}. */
    VenueReply ticker(Hearing hearing) {
        Instrument instrument = desk.instruments().find(hearing.call().query().get("instId", ""));
        if (instrument == null) {
            return OkxReplies.no(
                    200, "51001", "Instrument ID, Instrument ID code, or Spread ID doesn't exist.");
        }
        return OkxReplies.ok(List.of(ticker(hearing, instrument)));
    }

    /** {@code GET /api/v5/market/tickers}. */
    VenueReply tickers(Hearing hearing) {
        String type = hearing.call().query().get("instType", "");
        return OkxReplies.ok(
                desk.instruments().all().stream()
                        .filter(i -> OkxMarkets.type(i).equals(type))
                        .map(i -> ticker(hearing, i))
                        .toList());
    }

    /** {@code GET /api/v5/market/books}: a few levels around the price. */
    VenueReply books(Hearing hearing) {
        Instrument instrument = desk.instruments().find(hearing.call().query().get("instId", ""));
        if (instrument == null) {
            return OkxReplies.no(
                    200, "51001", "Instrument ID, Instrument ID code, or Spread ID doesn't exist.");
        }
        Quote quote = desk.prices().quote(instrument, hearing.now());
        List<Object> bids = new ArrayList<>();
        List<Object> asks = new ArrayList<>();
        for (int level = 0; level < 10; level++) {
            BigDecimal off = instrument.priceStep().multiply(BigDecimal.valueOf(level));
            bids.add(List.of(Json.plain(quote.bid().subtract(off)), "1", "0", "1"));
            asks.add(List.of(Json.plain(quote.ask().add(off)), "1", "0", "1"));
        }
        return OkxReplies.ok(
                List.of(Json.object("asks", asks, "bids", bids, "ts", stamp(hearing), "seqId", 1)));
    }

    /** {@code GET /api/v5/asset/currencies}. */
    VenueReply currencies(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String asset : List.of("BTC", "ETH", "SOL", "USDT", "USDC")) {
            String chain = asset + '-' + (asset.startsWith("USD") ? "ERC20" : network(asset));
            rows.add(
                    Json.object(
                            "ccy",
                            asset,
                            "chain",
                            chain,
                            "name",
                            asset,
                            "canDep",
                            true,
                            "canWd",
                            true,
                            "canInternal",
                            true,
                            "fee",
                            "0.0001",
                            "minFee",
                            "0.0001",
                            "maxFee",
                            "0.0002",
                            "minDep",
                            "0.0001",
                            "minWd",
                            "0.001",
                            "maxWd",
                            "1000000",
                            "wdTickSz",
                            "8",
                            "mainNet",
                            true,
                            "needTag",
                            false,
                            "minDepArrivalConfirm",
                            "1",
                            "minWdUnlockConfirm",
                            "2"));
        }
        return OkxReplies.ok(rows);
    }

    private static String network(String asset) {
        return switch (asset) {
            case "BTC" -> "Bitcoin";
            case "SOL" -> "Solana";
            default -> "ERC20";
        };
    }

    private static Object instrument(Instrument i) {
        boolean spot = i.kind() == Kind.SPOT;
        boolean linear = i.kind() == Kind.LINEAR;
        return Json.object(
                "alias",
                "",
                "auctionEndTime",
                "",
                "baseCcy",
                spot ? i.base() : "",
                "category",
                "1",
                "ctMult",
                spot ? "" : "1",
                "ctType",
                spot ? "" : linear ? "linear" : "inverse",
                "ctVal",
                spot ? "" : Json.plain(i.contractSize()),
                "ctValCcy",
                spot ? "" : linear ? i.base() : i.quote(),
                "expTime",
                "",
                "instFamily",
                spot ? "" : i.base() + '-' + i.quote(),
                "instId",
                i.symbol(),
                "instType",
                OkxMarkets.type(i),
                "lever",
                spot ? "10" : "100",
                "listTime",
                "1606468572000",
                "lotSz",
                Json.plain(i.quantityStep()),
                "maxIcebergSz",
                "9999999999",
                "maxLmtAmt",
                "20000000",
                "maxLmtSz",
                "9999999999",
                "maxMktAmt",
                spot ? "1000000" : "",
                "maxMktSz",
                "1000000",
                "minSz",
                Json.plain(i.minimumQuantity()),
                "optType",
                "",
                "quoteCcy",
                spot ? i.quote() : "",
                "ruleType",
                "normal",
                "settleCcy",
                spot ? "" : i.settle(),
                "state",
                "live",
                "stk",
                "",
                "tickSz",
                Json.plain(i.priceStep()),
                "uly",
                spot ? "" : i.base() + '-' + i.quote());
    }

    private Object ticker(Hearing hearing, Instrument i) {
        Quote quote = desk.prices().quote(i, hearing.now());
        Quote before = desk.prices().dayBefore(i, hearing.now());
        return Json.object(
                "instType", OkxMarkets.type(i),
                "instId", i.symbol(),
                "last", Json.plain(quote.last()),
                "lastSz", "0.1",
                "askPx", Json.plain(quote.ask()),
                "askSz", "1",
                "bidPx", Json.plain(quote.bid()),
                "bidSz", "1",
                "open24h", Json.plain(before.last()),
                "high24h", Json.plain(quote.last().max(before.last())),
                "low24h", Json.plain(quote.last().min(before.last())),
                "volCcy24h", "1000",
                "vol24h", "1000",
                "ts", stamp(hearing),
                "sodUtc0", Json.plain(before.last()),
                "sodUtc8", Json.plain(before.last()));
    }

    private static String stamp(Hearing hearing) {
        return String.valueOf(hearing.now().toEpochMilli());
    }
}
