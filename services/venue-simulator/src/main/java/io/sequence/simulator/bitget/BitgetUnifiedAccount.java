package io.sequence.simulator.bitget;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.Wallet;
import io.sequence.simulator.domain.WalletKind;
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

/**
 * Money, positions and rates of a unified account, where one wallet trades everything. Source:
 * Bitget API V3, "Account" and "Trade › Position".
 */
final class BitgetUnifiedAccount {

    private final TradingDesk desk;
    private final BitgetMarkets markets;

    BitgetUnifiedAccount(TradingDesk desk) {
        this.desk = desk;
        this.markets = new BitgetMarkets(desk.instruments());
    }

    /** {@code GET /api/v3/account/settings}: how the account is set up. */
    VenueReply settings(Hearing hearing) {
        return BitgetReplies.ok(
                Json.object(
                        "uid", hearing.account().uid(),
                        "accountMode", "unified",
                        "assetMode", "multi_assets",
                        "holdMode", "one_way_mode",
                        "stpMode", "none",
                        "symbolConfigList", List.of(),
                        "coinConfigList", List.of()),
                hearing.now());
    }

    /** {@code GET /api/v3/account/assets}. */
    VenueReply assets(Hearing hearing) {
        VenueAccount account = hearing.account();
        Instant now = hearing.now();
        List<Object> rows = new ArrayList<>();
        BigDecimal equity = BigDecimal.ZERO;
        BigDecimal gains = BigDecimal.ZERO;
        Map<String, Wallet.Holding> wallet = account.wallet(WalletKind.TRADING).holdings();
        for (Map.Entry<String, Wallet.Holding> entry : wallet.entrySet()) {
            String coin = entry.getKey();
            BigDecimal gain = unrealised(account, coin, now);
            BigDecimal total = entry.getValue().total().add(gain);
            BigDecimal usd = total.multiply(desk.prices().usd(coin, now));
            equity = equity.add(usd);
            gains = gains.add(gain.multiply(desk.prices().usd(coin, now)));
            rows.add(
                    Json.object(
                            "coin", coin,
                            "equity", Json.plain(total),
                            "usdValue", money(usd),
                            "balance", Json.plain(entry.getValue().total()),
                            "available",
                                    Json.plain(desk.available(account, WalletKind.TRADING, coin)),
                            "debt", "0",
                            "locked", Json.plain(entry.getValue().held()),
                            "bonus", "0"));
        }
        return BitgetReplies.ok(
                Json.object(
                        "accountEquity",
                        money(equity),
                        "usdtEquity",
                        money(equity),
                        "btcEquity",
                        "0",
                        "unrealisedPnl",
                        money(gains),
                        "usdtUnrealisedPnl",
                        money(gains),
                        "btcUnrealizedPnl",
                        "0",
                        "effEquity",
                        money(equity),
                        "mmr",
                        "0",
                        "imr",
                        "0",
                        "mgnRatio",
                        "0",
                        "positionMgnRatio",
                        "0",
                        "assets",
                        rows),
                now);
    }

    /** {@code GET /api/v3/account/funding-assets}. */
    VenueReply funding(Hearing hearing) {
        String asked = hearing.call().query().get("coin");
        List<Object> rows = new ArrayList<>();
        hearing.account()
                .wallet(WalletKind.FUNDING)
                .holdings()
                .forEach(
                        (coin, held) -> {
                            if (asked == null || asked.equalsIgnoreCase(coin)) {
                                rows.add(
                                        Json.object(
                                                "coin", coin,
                                                "available", Json.plain(held.available()),
                                                "frozen", Json.plain(held.held()),
                                                "balance", Json.plain(held.total())));
                            }
                        });
        return BitgetReplies.ok(rows, hearing.now());
    }

    /** {@code GET /api/v3/account/fee-rate}. */
    VenueReply rate(Hearing hearing) {
        Params query = hearing.call().query();
        Instrument found = markets.find(query.get("category", ""), query.get("symbol", ""));
        if (found == null) {
            return BitgetReplies.no(
                    "40034",
                    "Parameter " + query.get("symbol", "symbol") + " does not exist",
                    hearing.now());
        }
        return BitgetReplies.ok(
                Json.object(
                        "makerFeeRate", Json.plain(found.makerFee()),
                        "takerFeeRate", Json.plain(found.takerFee())),
                hearing.now());
    }

    /** {@code GET /api/v3/position/current-position}. */
    VenueReply positions(Hearing hearing) {
        Params query = hearing.call().query();
        String category = query.get("category", "");
        if (!BitgetMarkets.knows(category)) {
            return BitgetReplies.no("40020", "Parameter category error", hearing.now());
        }
        List<Object> rows = new ArrayList<>();
        for (Instrument i : markets.in(category, query.get("symbol"))) {
            Position position = hearing.account().position(i.symbol());
            if (position != null && position.quantity().signum() != 0) {
                rows.add(row(hearing.account(), i, position, hearing.now()));
            }
        }
        return BitgetReplies.ok(Json.object("list", rows), hearing.now());
    }

    private BigDecimal unrealised(VenueAccount account, String coin, Instant now) {
        BigDecimal gain = BigDecimal.ZERO;
        for (Instrument i : desk.instruments().all()) {
            Position position = account.position(i.symbol());
            if (position != null && i.settle().equals(coin)) {
                gain = gain.add(desk.unrealised(position, now));
            }
        }
        return gain.setScale(8, RoundingMode.HALF_UP);
    }

    private Object row(VenueAccount account, Instrument i, Position position, Instant now) {
        BigDecimal size = position.quantity().abs();
        return Json.object(
                "category", BitgetMarkets.category(i.symbol()),
                "symbol", BitgetMarkets.name(i.symbol()),
                "marginCoin", i.settle(),
                "holdMode", "one_way_mode",
                "posSide", position.quantity().signum() > 0 ? "long" : "short",
                "marginMode", "crossed",
                "positionBalance", Json.plain(desk.margin(account, i, size, position.entryPrice())),
                "available", Json.plain(size),
                "frozen", "0",
                "total", Json.plain(size),
                "leverage", String.valueOf(account.leverage(i.symbol())),
                "curRealisedPnl", Json.plain(position.realised()),
                "avgPrice", Json.plain(position.entryPrice()),
                "positionStatus", "normal",
                "unrealisedPnl", Json.plain(desk.unrealised(position, now)),
                "liquidationPrice", "0",
                "mmr", "0.004",
                "profitRate", "0",
                "markPrice", Json.plain(desk.prices().quote(i, now).last()),
                "breakEvenPrice", Json.plain(position.entryPrice()),
                "totalFunding", "0",
                "openFeeTotal", "0",
                "closeFeeTotal", "0",
                "createdTime", String.valueOf(position.openedAt().toEpochMilli()),
                "updatedTime", String.valueOf(position.updatedAt().toEpochMilli()));
    }

    private static String money(BigDecimal usd) {
        return Json.plain(usd.setScale(8, RoundingMode.DOWN));
    }
}
