package io.sequence.simulator.bybit;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bybit's positions, one-way mode. Source: Bybit V5, "Position". */
final class BybitPositions {

    private final TradingDesk desk;
    private final BybitMarkets markets;

    BybitPositions(TradingDesk desk) {
        this.desk = desk;
        this.markets = new BybitMarkets(desk.instruments());
    }

    /**
     * {@code GET /v5/position/list}: a named symbol answers with a flat row when there is no
     * position.
     */
    VenueReply list(Hearing hearing) {
        Params query = hearing.call().query();
        Instant now = hearing.now();
        String category = query.get("category", "");
        String symbol = query.get("symbol");
        String settle = query.get("settleCoin");
        if (!List.of("linear", "inverse", "option").contains(category)) {
            return BybitReplies.no(10001, "params error: Category is invalid", now);
        }
        if (category.equals("linear") && symbol == null && settle == null) {
            return BybitReplies.no(
                    10001,
                    "Missing some parameters that must be filled in, symbol or settleCoin",
                    now);
        }
        List<Object> rows = new ArrayList<>();
        for (Instrument instrument : markets.in(category, symbol)) {
            Position position = hearing.account().position(instrument.symbol());
            boolean flat = position == null || position.quantity().signum() == 0;
            if ((settle == null || settle.equals(instrument.settle()))
                    && (!flat || symbol != null)) {
                rows.add(row(hearing.account(), instrument, flat ? null : position, now));
            }
        }
        return BybitReplies.ok(
                Json.object("nextPageCursor", "", "category", category, "list", rows), now);
    }

    /** {@code POST /v5/position/set-leverage}. */
    VenueReply leverage(Hearing hearing) {
        Params body = hearing.call().json();
        Instrument instrument = markets.find(body.get("category", ""), body.get("symbol", ""));
        BigDecimal times = body.decimal("buyLeverage");
        if (instrument == null
                || times == null
                || times.signum() <= 0
                || times.compareTo(new BigDecimal("100")) > 0) {
            return BybitReplies.no(10001, "Request parameter error.", hearing.now());
        }
        if (times.intValue() == hearing.account().leverage(instrument.symbol())) {
            return BybitReplies.no(110043, "leverage not modified", hearing.now());
        }
        hearing.account().leverage(instrument.symbol(), Math.max(1, times.intValue()));
        return BybitReplies.ok(Json.object(), hearing.now());
    }

    private Object row(
            VenueAccount account, Instrument instrument, @Nullable Position held, Instant now) {
        Position position = held == null ? Position.flat(instrument.symbol(), now) : held;
        BigDecimal size = position.quantity().abs();
        BigDecimal entry = position.entryPrice();
        BigDecimal margin = desk.margin(account, instrument, size, entry);
        BigDecimal value = size.signum() == 0 ? BigDecimal.ZERO : instrument.value(size, entry);
        return Json.object(
                "positionIdx",
                0,
                "riskId",
                1,
                "riskLimitValue",
                "2000000",
                "symbol",
                BybitMarkets.name(instrument.symbol()),
                "side",
                switch (position.quantity().signum()) {
                    case 1 -> "Buy";
                    case -1 -> "Sell";
                    default -> "";
                },
                "size",
                Json.plain(size),
                "avgPrice",
                Json.plain(entry),
                "positionValue",
                held == null ? "" : money(value),
                "tradeMode",
                0,
                "autoAddMargin",
                0,
                "positionStatus",
                "Normal",
                "leverage",
                String.valueOf(account.leverage(instrument.symbol())),
                "markPrice",
                Json.plain(desk.prices().quote(instrument, now).last()),
                "liqPrice",
                "",
                "bustPrice",
                "",
                "positionIM",
                money(margin),
                "positionMM",
                "0",
                "positionBalance",
                money(margin),
                "takeProfit",
                "",
                "stopLoss",
                "",
                "trailingStop",
                "0",
                "unrealisedPnl",
                held == null ? "" : money(desk.unrealised(position, now)),
                "curRealisedPnl",
                money(position.realised()),
                "cumRealisedPnl",
                money(position.realised()),
                "createdTime",
                String.valueOf(position.openedAt().toEpochMilli()),
                "updatedTime",
                String.valueOf(position.updatedAt().toEpochMilli()));
    }

    private static String money(BigDecimal amount) {
        return Json.plain(amount.setScale(8, RoundingMode.HALF_UP));
    }
}
