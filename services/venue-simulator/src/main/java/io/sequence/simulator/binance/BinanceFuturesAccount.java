package io.sequence.simulator.binance;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.Wallet;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The futures account: money by asset, and its sums. Source: USD-M Futures, "Futures Account
 * Balance V3", "Account Information V3", "Futures Account Configuration" and "User Commission
 * Rate".
 */
final class BinanceFuturesAccount {

    /** One asset's figures. */
    private record Purse(
            String asset,
            BigDecimal total,
            BigDecimal unrealised,
            BigDecimal positions,
            BigDecimal orders,
            BigDecimal available) {}

    private final TradingDesk desk;
    private final BinancePositions positions;

    BinanceFuturesAccount(TradingDesk desk, BinancePositions positions) {
        this.desk = desk;
        this.positions = positions;
    }

    /** {@code GET /fapi/v3/balance}, and {@code v2}. */
    VenueReply balance(Hearing hearing) {
        return BinanceReplies.ok(
                purses(hearing).stream()
                        .map(
                                p ->
                                        Json.object(
                                                "accountAlias",
                                                "Sim" + hearing.account().uid(),
                                                "asset",
                                                p.asset,
                                                "balance",
                                                money(p.total),
                                                "crossWalletBalance",
                                                money(p.total),
                                                "crossUnPnl",
                                                money(p.unrealised),
                                                "availableBalance",
                                                money(p.available),
                                                "maxWithdrawAmount",
                                                money(p.available),
                                                "marginAvailable",
                                                true,
                                                "updateTime",
                                                hearing.now().toEpochMilli()))
                        .toList());
    }

    /** {@code GET /fapi/v3/account}: positions only where there is one or an order. */
    VenueReply account(Hearing hearing) {
        Map<String, @Nullable Object> answer = sums(hearing);
        answer.put("assets", assets(hearing));
        answer.put("positions", positions.held(hearing.account(), null, hearing.now()));
        return BinanceReplies.ok(answer);
    }

    /** {@code GET /fapi/v2/account}: every symbol, flat ones too, and the account's flags. */
    VenueReply accountV2(Hearing hearing) {
        Map<String, @Nullable Object> answer =
                Json.object(
                        "feeTier", 0,
                        "canTrade", true,
                        "canDeposit", true,
                        "canWithdraw", true,
                        "updateTime", 0,
                        "multiAssetsMargin", false,
                        "tradeGroupId", -1);
        answer.putAll(sums(hearing));
        answer.put("assets", assets(hearing));
        answer.put("positions", positions.every(hearing.account(), null, hearing.now()));
        return BinanceReplies.ok(answer);
    }

    /** {@code GET /fapi/v1/accountConfig}: flags of the account, not of the key. */
    VenueReply config(Hearing hearing) {
        return BinanceReplies.ok(
                Json.object(
                        "feeTier",
                        0,
                        "canTrade",
                        true,
                        "canDeposit",
                        true,
                        "canWithdraw",
                        true,
                        "dualSidePosition",
                        BinancePositions.hedged(hearing.account()),
                        "updateTime",
                        0,
                        "multiAssetsMargin",
                        false,
                        "tradeGroupId",
                        -1));
    }

    /** {@code GET /fapi/v1/commissionRate}. */
    VenueReply commission(Hearing hearing) {
        Instrument i = BinanceForm.instrument(hearing.call().query(), desk.instruments());
        return BinanceReplies.ok(
                Json.object(
                        "symbol", i.symbol(),
                        "makerCommissionRate", Json.plain(i.makerFee()),
                        "takerCommissionRate", Json.plain(i.takerFee()),
                        "rpiCommissionRate", "0.00005"));
    }

    /** {@code GET /fapi/v1/rateLimit/order}. */
    VenueReply orderLimits(Hearing hearing) {
        return BinanceReplies.ok(
                List.of(
                        BinanceExchangeInfo.limit("ORDERS", "SECOND", 10, 300),
                        BinanceExchangeInfo.limit("ORDERS", "MINUTE", 1, 1_200)));
    }

    private Map<String, @Nullable Object> sums(Hearing hearing) {
        // Without the multi-asset mode the sums are those of the dollar asset.
        Purse usdt =
                purses(hearing).stream()
                        .filter(p -> p.asset.equals("USDT"))
                        .findFirst()
                        .orElseThrow();
        return new LinkedHashMap<>(
                Json.object(
                        "totalInitialMargin",
                        money(usdt.positions.add(usdt.orders)),
                        "totalMaintMargin",
                        "0.00000000",
                        "totalWalletBalance",
                        money(usdt.total),
                        "totalUnrealizedProfit",
                        money(usdt.unrealised),
                        "totalMarginBalance",
                        money(usdt.total.add(usdt.unrealised)),
                        "totalPositionInitialMargin",
                        money(usdt.positions),
                        "totalOpenOrderInitialMargin",
                        money(usdt.orders),
                        "totalCrossWalletBalance",
                        money(usdt.total),
                        "totalCrossUnPnl",
                        money(usdt.unrealised),
                        "availableBalance",
                        money(usdt.available),
                        "maxWithdrawAmount",
                        money(usdt.available)));
    }

    private List<Object> assets(Hearing hearing) {
        return purses(hearing).stream().map(p -> asset(p, hearing.now())).toList();
    }

    private static Object asset(Purse p, Instant now) {
        return Json.object(
                "asset",
                p.asset,
                "walletBalance",
                money(p.total),
                "unrealizedProfit",
                money(p.unrealised),
                "marginBalance",
                money(p.total.add(p.unrealised)),
                "maintMargin",
                "0.00000000",
                "initialMargin",
                money(p.positions.add(p.orders)),
                "positionInitialMargin",
                money(p.positions),
                "openOrderInitialMargin",
                money(p.orders),
                "crossWalletBalance",
                money(p.total),
                "crossUnPnl",
                money(p.unrealised),
                "availableBalance",
                money(p.available),
                "maxWithdrawAmount",
                money(p.available),
                "marginAvailable",
                true,
                "updateTime",
                now.toEpochMilli());
    }

    private List<Purse> purses(Hearing hearing) {
        VenueAccount account = hearing.account();
        Wallet wallet = account.wallet(WalletKind.FUTURES);
        TreeSet<String> assets = new TreeSet<>(wallet.holdings().keySet());
        assets.addAll(List.of("USDT", "USDC"));
        return assets.stream()
                .map(
                        asset ->
                                new Purse(
                                        asset,
                                        wallet.of(asset).total(),
                                        unrealised(account, asset, hearing.now()),
                                        desk.positionMargin(account, WalletKind.FUTURES, asset),
                                        desk.orderMargin(account, WalletKind.FUTURES, asset),
                                        desk.available(account, WalletKind.FUTURES, asset)))
                .toList();
    }

    private BigDecimal unrealised(VenueAccount account, String asset, Instant now) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Position position : account.positions()) {
            Instrument i = Objects.requireNonNull(desk.instruments().find(position.symbol()));
            if (i.settle().equals(asset)) {
                sum = sum.add(desk.unrealised(position, now));
            }
        }
        return sum;
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.DOWN).toPlainString();
    }
}
