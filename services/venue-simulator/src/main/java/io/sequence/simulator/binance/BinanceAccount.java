package io.sequence.simulator.binance;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.Wallet;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The spot account: money and fees. Source: Binance Spot REST API, "Account endpoints"; what
 * differs at Binance US from its own REST API document.
 */
final class BinanceAccount {

    private final BinanceSite site;
    private final InstrumentList instruments;

    BinanceAccount(BinanceSite site, InstrumentList instruments) {
        this.site = site;
        this.instruments = instruments;
    }

    /** {@code GET /api/v3/account}. */
    VenueReply account(Hearing hearing) {
        BigDecimal maker = new BigDecimal(site == BinanceSite.US ? "0.004" : "0.001");
        BigDecimal taker = new BigDecimal(site == BinanceSite.US ? "0.006" : "0.001");
        Map<String, @Nullable Object> answer =
                Json.object(
                        "makerCommission",
                        maker.movePointRight(4).intValueExact(),
                        "takerCommission",
                        taker.movePointRight(4).intValueExact(),
                        "buyerCommission",
                        0,
                        "sellerCommission",
                        0,
                        "commissionRates",
                        rates(maker, taker),
                        "canTrade",
                        true,
                        "canWithdraw",
                        true,
                        "canDeposit",
                        true,
                        "brokered",
                        false,
                        "requireSelfTradePrevention",
                        false);
        if (site != BinanceSite.US) {
            answer.put("preventSor", false);
        }
        answer.put("updateTime", hearing.now().toEpochMilli());
        answer.put("accountType", "SPOT");
        answer.put("balances", balances(hearing));
        answer.put("permissions", List.of("SPOT"));
        if (site == BinanceSite.US) {
            answer.put("tradeGroupId", 2);
        } else {
            answer.put("uid", Long.parseLong(hearing.account().uid()));
        }
        return BinanceReplies.ok(answer);
    }

    /** {@code GET /api/v3/account/commission}. */
    VenueReply commission(Hearing hearing) {
        Instrument i = BinanceForm.instrument(hearing.call().query(), instruments);
        return BinanceReplies.ok(
                Json.object(
                        "symbol",
                        i.symbol(),
                        "standardCommission",
                        rates(i.makerFee(), i.takerFee()),
                        "specialCommission",
                        rates(BigDecimal.ZERO, BigDecimal.ZERO),
                        "taxCommission",
                        rates(BigDecimal.ZERO, BigDecimal.ZERO),
                        "discount",
                        Json.object(
                                "enabledForAccount",
                                false,
                                "enabledForSymbol",
                                false,
                                "discountAsset",
                                "BNB",
                                "discount",
                                "0.75000000")));
    }

    /** {@code GET /api/v3/rateLimit/order}. */
    VenueReply orderLimits(Hearing hearing) {
        return BinanceReplies.ok(List.of(counted("SECOND", 10, 100), counted("DAY", 1, 200_000)));
    }

    private static Object counted(String interval, int number, int limit) {
        return Json.object(
                "rateLimitType", "ORDERS",
                "interval", interval,
                "intervalNum", number,
                "limit", limit,
                "count", 0);
    }

    private List<Object> balances(Hearing hearing) {
        boolean all = !hearing.call().query().isTrue("omitZeroBalances");
        Wallet wallet = hearing.account().wallet(spotWallet());
        TreeSet<String> assets = new TreeSet<>(wallet.holdings().keySet());
        instruments.all().forEach(i -> assets.addAll(List.of(i.base(), i.quote())));
        List<Object> rows = new ArrayList<>();
        for (String asset : assets) {
            Wallet.Holding holding = wallet.of(asset);
            if (all || holding.total().signum() != 0) {
                rows.add(
                        Json.object(
                                "asset", asset,
                                "free", BinanceReplies.eight(holding.available()),
                                "locked", BinanceReplies.eight(holding.held())));
            }
        }
        return rows;
    }

    /** Beside futures the spot wallet is the one that does not trade. */
    private WalletKind spotWallet() {
        return site == BinanceSite.USDM ? WalletKind.FUNDING : WalletKind.TRADING;
    }

    private static Object rates(BigDecimal maker, BigDecimal taker) {
        return Json.object(
                "maker",
                BinanceReplies.eight(maker),
                "taker",
                BinanceReplies.eight(taker),
                "buyer",
                "0.00000000",
                "seller",
                "0.00000000");
    }
}
