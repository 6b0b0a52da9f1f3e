package io.sequence.simulator.binance;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Right;
import io.sequence.simulator.domain.Wallet;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The wallet's endpoints, {@code /sapi}: what Binance tells of a key, of the system, of coins and
 * fees. Source: Binance Wallet, "Get API Key Permission", "System Status", "All Coins' Information"
 * and "Trade Fee".
 */
final class BinanceWallet {

    private final InstrumentList instruments;

    BinanceWallet(InstrumentList instruments) {
        this.instruments = instruments;
    }

    /**
     * When a key's box for spot trading lapses: an HMAC key that may call from anywhere has such a
     * date, here the key's {@code expires_at}; others have none.
     */
    private static @Nullable Instant tradingUntil(ApiKey key) {
        boolean lapses = key.type() == KeyType.HMAC && key.ipWhitelist().isEmpty();
        return lapses ? key.expiresAt() : null;
    }

    /** Whether a key may trade on a market now. */
    static boolean mayTrade(ApiKey key, MarketKind market, Instant now) {
        Instant until = market == MarketKind.SPOT ? tradingUntil(key) : null;
        return key.mayTrade(market) && (until == null || now.isBefore(until));
    }

    /** {@code GET /sapi/v1/account/apiRestrictions}. */
    VenueReply restrictions(Hearing hearing) {
        ApiKey key = hearing.key();
        boolean transfer = key.may(Right.TRANSFER);
        Map<String, @Nullable Object> answer =
                Json.object(
                        "ipRestrict",
                        !key.ipWhitelist().isEmpty(),
                        "createTime",
                        key.createdAt().toEpochMilli(),
                        "enableReading",
                        key.may(Right.READ),
                        "enableWithdrawals",
                        key.may(Right.WITHDRAW),
                        "enableInternalTransfer",
                        transfer,
                        "enableMargin",
                        false,
                        "enableFutures",
                        key.mayTrade(MarketKind.DERIVATIVES),
                        "permitsUniversalTransfer",
                        transfer,
                        "enableVanillaOptions",
                        false,
                        "enableFixApiTrade",
                        false,
                        "enableFixReadOnly",
                        false,
                        "enableSpotAndMarginTrading",
                        mayTrade(key, MarketKind.SPOT, hearing.now()),
                        "enablePortfolioMarginTrading",
                        false);
        Instant until = tradingUntil(key);
        if (until != null) {
            answer.put("tradingAuthorityExpirationTime", until.toEpochMilli());
        }
        return BinanceReplies.ok(answer);
    }

    /** {@code GET /sapi/v1/system/status}. */
    VenueReply status(Hearing hearing) {
        return BinanceReplies.ok(
                hearing.call().closed()
                        ? Json.object("status", 1, "msg", "system_maintenance")
                        : Json.object("status", 0, "msg", "normal"));
    }

    /** {@code GET /sapi/v1/margin/allPairs} and {@code …/isolated/allPairs}: there are none. */
    VenueReply marginPairs(Hearing hearing) {
        return BinanceReplies.ok(List.of());
    }

    /** {@code GET /sapi/v1/capital/config/getall}: coins, with what lies in the spot wallet. */
    VenueReply coins(Hearing hearing) {
        TreeSet<String> coins = new TreeSet<>(List.of("BTC", "ETH", "SOL", "USDC", "USDT"));
        Wallet wallet = hearing.account().wallet(WalletKind.TRADING);
        coins.addAll(wallet.holdings().keySet());
        return BinanceReplies.ok(coins.stream().map(coin -> coin(coin, wallet.of(coin))).toList());
    }

    /**
     * {@code GET /sapi/v1/asset/tradeFee}, and {@code GET /sapi/v1/asset/query/trading-fee} of
     * Binance US.
     */
    VenueReply fees(Hearing hearing) {
        return BinanceReplies.ok(
                BinanceForm.instruments(hearing.call().query(), instruments).stream()
                        .map(
                                (Instrument i) ->
                                        Json.object(
                                                "symbol", i.symbol(),
                                                "makerCommission", Json.plain(i.makerFee()),
                                                "takerCommission", Json.plain(i.takerFee())))
                        .toList());
    }

    /** {@code GET /sapi/v1/asset/query/trading-volume} of Binance US. */
    VenueReply volume(Hearing hearing) {
        return BinanceReplies.ok(Json.object("past30DaysTradingVolume", 0));
    }

    /** {@code GET /sapi/v3/accountStatus} of Binance US. */
    VenueReply accountStatus(Hearing hearing) {
        return BinanceReplies.ok(Json.object("msg", "Normal", "success", true));
    }

    /** {@code GET /sapi/v3/apiTradingStatus} of Binance US: no lock. */
    VenueReply tradingStatus(Hearing hearing) {
        return BinanceReplies.ok(
                Json.object(
                        "success",
                        true,
                        "status",
                        Json.object(
                                "isLocked",
                                false,
                                "plannedRecoverTime",
                                0,
                                "triggerCondition",
                                Json.object("GCR", 150, "IFER", 150, "UFR", 300),
                                "indicators",
                                Json.object(),
                                "updateTime",
                                hearing.now().toEpochMilli())));
    }

    private static Object coin(String coin, Wallet.Holding holding) {
        String network = coin.startsWith("USD") ? "ETH" : coin;
        return Json.object(
                "coin",
                coin,
                "depositAllEnable",
                true,
                "withdrawAllEnable",
                true,
                "name",
                coin,
                "free",
                Json.plain(holding.available()),
                "locked",
                Json.plain(holding.held()),
                "freeze",
                "0",
                "withdrawing",
                "0",
                "ipoing",
                "0",
                "ipoable",
                "0",
                "storage",
                "0",
                "isLegalMoney",
                coin.equals("USD"),
                "trading",
                true,
                "networkList",
                List.of(
                        Json.object(
                                "network",
                                network,
                                "coin",
                                coin,
                                "withdrawIntegerMultiple",
                                "0.00000001",
                                "isDefault",
                                true,
                                "depositEnable",
                                true,
                                "withdrawEnable",
                                true,
                                "name",
                                network,
                                "withdrawFee",
                                "0.0005",
                                "withdrawMin",
                                "0.001",
                                "withdrawMax",
                                "1000000",
                                "minConfirm",
                                1,
                                "unLockConfirm",
                                0,
                                "busy",
                                false)));
    }
}
