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
import org.jspecify.annotations.Nullable;

/**
 * Money, positions and rates of a classic account, whose contracts have a wallet of their own.
 * Source: Bitget API V2, "Spot › Account", "Contract › Account", "Contract › Position".
 */
final class BitgetClassicAccount {

    private final TradingDesk desk;
    private final BitgetMarkets markets;

    BitgetClassicAccount(TradingDesk desk) {
        this.desk = desk;
        this.markets = new BitgetMarkets(desk.instruments());
    }

    /** {@code GET /api/v2/spot/account/assets}. */
    VenueReply assets(Hearing hearing) {
        return BitgetReplies.ok(coins(hearing, WalletKind.TRADING, true), hearing.now());
    }

    /** {@code GET /api/v2/account/funding-assets}. */
    VenueReply funding(Hearing hearing) {
        return BitgetReplies.ok(coins(hearing, WalletKind.FUNDING, false), hearing.now());
    }

    /** {@code GET /api/v2/account/all-account-balance}: dollars by kind of account. */
    VenueReply overview(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        Map<String, WalletKind> kinds =
                Map.of(
                        "spot", WalletKind.TRADING,
                        "futures", WalletKind.FUTURES,
                        "funding", WalletKind.FUNDING);
        for (String type : List.of("spot", "futures", "funding")) {
            BigDecimal usd = BigDecimal.ZERO;
            Wallet wallet = hearing.account().wallet(kinds.getOrDefault(type, WalletKind.TRADING));
            for (Map.Entry<String, Wallet.Holding> held : wallet.holdings().entrySet()) {
                usd =
                        usd.add(
                                held.getValue()
                                        .total()
                                        .multiply(desk.prices().usd(held.getKey(), hearing.now())));
            }
            rows.add(
                    Json.object(
                            "accountType",
                            type,
                            "usdtBalance",
                            Json.plain(usd.setScale(8, RoundingMode.DOWN))));
        }
        return BitgetReplies.ok(rows, hearing.now());
    }

    /** {@code GET /api/v2/mix/account/accounts}: one row for each margin coin of a product type. */
    VenueReply accounts(Hearing hearing) {
        String type = hearing.call().query().get("productType", "");
        if (!BitgetMarkets.knows(type)) {
            return BitgetReplies.no("40020", "Parameter productType error", hearing.now());
        }
        List<String> coins =
                type.contains("COIN")
                        ? List.of("BTC", "ETH", "SOL")
                        : List.of(type.contains("USDC") ? "USDC" : "USDT");
        return BitgetReplies.ok(
                coins.stream().map(c -> margin(hearing.account(), c, hearing.now())).toList(),
                hearing.now());
    }

    /** {@code GET /api/v2/mix/position/all-position}. */
    VenueReply positions(Hearing hearing) {
        Params query = hearing.call().query();
        String type = query.get("productType", "");
        if (!BitgetMarkets.knows(type)) {
            return BitgetReplies.no("40020", "Parameter productType error", hearing.now());
        }
        String coin = query.get("marginCoin");
        List<Object> rows = new ArrayList<>();
        for (Instrument i : markets.in(type, query.get("symbol"))) {
            Position position = hearing.account().position(i.symbol());
            if (position != null
                    && position.quantity().signum() != 0
                    && (coin == null || coin.equalsIgnoreCase(i.settle()))) {
                rows.add(row(hearing.account(), i, position, hearing.now()));
            }
        }
        return BitgetReplies.ok(rows, hearing.now());
    }

    /** {@code GET /api/v2/common/trade-rate}. */
    VenueReply rate(Hearing hearing) {
        Params query = hearing.call().query();
        String business = query.get("businessType", "");
        if (!List.of("mix", "spot", "margin").contains(business)) {
            return BitgetReplies.no("40020", "Parameter businessType error", hearing.now());
        }
        String symbol = query.get("symbol", "");
        Instrument found =
                desk.instruments().all().stream()
                        .filter(i -> BitgetMarkets.isSpot(i.symbol()) != business.equals("mix"))
                        .filter(i -> BitgetMarkets.name(i.symbol()).equals(symbol))
                        .findFirst()
                        .orElse(null);
        if (found == null) {
            return BitgetReplies.no(
                    "40034", "Parameter " + symbol + " does not exist", hearing.now());
        }
        return BitgetReplies.ok(
                Json.object(
                        "makerFeeRate", Json.plain(found.makerFee()),
                        "takerFeeRate", Json.plain(found.takerFee())),
                hearing.now());
    }

    private List<Object> coins(Hearing hearing, WalletKind kind, boolean spot) {
        String asked = hearing.call().query().get("coin");
        List<Object> rows = new ArrayList<>();
        hearing.account()
                .wallet(kind)
                .holdings()
                .forEach(
                        (coin, held) -> {
                            if (asked == null || asked.equalsIgnoreCase(coin)) {
                                rows.add(coin(coin, held, spot, hearing.account()));
                            }
                        });
        return rows;
    }

    private static Object coin(
            String coin, Wallet.Holding held, boolean spot, VenueAccount account) {
        Map<String, @Nullable Object> row =
                Json.object(
                        "coin", coin,
                        "available", Json.plain(held.available()),
                        "frozen", Json.plain(held.held()));
        if (spot) {
            row.put("locked", "0");
            row.put("limitAvailable", "0");
            row.put("uTime", String.valueOf(account.createdAt().toEpochMilli()));
        } else {
            row.put("usdtValue", "0");
        }
        return row;
    }

    private Object margin(VenueAccount account, String coin, Instant now) {
        Wallet.Holding held = account.wallet(WalletKind.FUTURES).of(coin);
        BigDecimal gain = BigDecimal.ZERO;
        for (Instrument i : desk.instruments().all()) {
            Position position = account.position(i.symbol());
            if (position != null && i.settle().equals(coin)) {
                gain = gain.add(desk.unrealised(position, now));
            }
        }
        gain = gain.setScale(8, RoundingMode.HALF_UP);
        BigDecimal equity = held.total().add(gain);
        String free = Json.plain(desk.available(account, WalletKind.FUTURES, coin));
        String usd = Json.plain(equity.multiply(desk.prices().usd(coin, now)));
        return Json.object(
                "marginCoin",
                coin,
                "locked",
                Json.plain(held.held()),
                "available",
                free,
                "crossedMaxAvailable",
                free,
                "isolatedMaxAvailable",
                free,
                "maxTransferOut",
                free,
                "accountEquity",
                Json.plain(equity),
                "usdtEquity",
                usd,
                "btcEquity",
                "0",
                "crossedRiskRate",
                "0",
                "unrealizedPL",
                Json.plain(gain),
                "coupon",
                "0",
                "crossedUnrealizedPL",
                Json.plain(gain),
                "isolatedUnrealizedPL",
                "0",
                "assetMode",
                "single");
    }

    private Object row(VenueAccount account, Instrument i, Position position, Instant now) {
        BigDecimal size = position.quantity().abs();
        return Json.object(
                "marginCoin", i.settle(),
                "symbol", BitgetMarkets.name(i.symbol()),
                "holdSide", position.quantity().signum() > 0 ? "long" : "short",
                "openDelegateSize", "0",
                "marginSize", Json.plain(desk.margin(account, i, size, position.entryPrice())),
                "available", Json.plain(size),
                "locked", "0",
                "total", Json.plain(size),
                "leverage", String.valueOf(account.leverage(i.symbol())),
                "achievedProfits", Json.plain(position.realised()),
                "openPriceAvg", Json.plain(position.entryPrice()),
                "marginMode", "crossed",
                "posMode", "one_way_mode",
                "unrealizedPL", Json.plain(desk.unrealised(position, now)),
                "liquidationPrice", "0",
                "keepMarginRate", "0.004",
                "markPrice", Json.plain(desk.prices().quote(i, now).last()),
                "marginRatio", "0.01",
                "cTime", String.valueOf(position.openedAt().toEpochMilli()),
                "uTime", String.valueOf(position.updatedAt().toEpochMilli()));
    }
}
