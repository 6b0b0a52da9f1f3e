package io.sequence.simulator.bybit;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Bybit's wallets: the unified trading account and the funding wallet. Source: Bybit V5, "Account"
 * and "Asset".
 */
final class BybitWallets {

    private final TradingDesk desk;

    BybitWallets(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /v5/account/wallet-balance}. */
    VenueReply balance(Hearing hearing) {
        Instant now = hearing.now();
        String type = hearing.call().query().get("accountType");
        if (type == null || !type.equals("UNIFIED")) {
            return BybitReplies.no(10001, "accountType only support UNIFIED.", now);
        }
        VenueAccount account = hearing.account();
        Wallet wallet = account.wallet(WalletKind.TRADING);
        String asked = hearing.call().query().get("coin");
        List<String> coins =
                asked == null
                        ? wallet.holdings().entrySet().stream()
                                .filter(e -> e.getValue().total().signum() > 0)
                                .map(Map.Entry::getKey)
                                .toList()
                        : Arrays.asList(asked.split(","));
        List<Object> rows = new ArrayList<>();
        BigDecimal worth = BigDecimal.ZERO;
        BigDecimal gains = BigDecimal.ZERO;
        BigDecimal free = BigDecimal.ZERO;
        for (String coin : coins) {
            BigDecimal usd = desk.prices().usd(coin, now);
            worth = worth.add(wallet.of(coin).total().multiply(usd));
            gains = gains.add(unrealised(account, coin, now).multiply(usd));
            free = free.add(desk.available(account, WalletKind.TRADING, coin).multiply(usd));
            rows.add(coinRow(account, coin, usd, now));
        }
        return BybitReplies.ok(
                Json.object(
                        "list",
                        List.of(
                                Json.object(
                                        "accountType",
                                        "UNIFIED",
                                        "totalEquity",
                                        money(worth.add(gains)),
                                        "totalWalletBalance",
                                        money(worth),
                                        "totalMarginBalance",
                                        money(worth.add(gains)),
                                        "totalAvailableBalance",
                                        money(free),
                                        "totalPerpUPL",
                                        money(gains),
                                        "totalInitialMargin",
                                        money(worth.subtract(free).max(BigDecimal.ZERO)),
                                        "totalMaintenanceMargin",
                                        "0",
                                        "accountIMRate",
                                        "0",
                                        "accountMMRate",
                                        "0",
                                        "accountLTV",
                                        "0",
                                        "coin",
                                        rows))),
                now);
    }

    private Object coinRow(VenueAccount account, String coin, BigDecimal usd, Instant now) {
        Wallet.Holding holding = account.wallet(WalletKind.TRADING).of(coin);
        BigDecimal gain = unrealised(account, coin, now);
        BigDecimal orderMargin = desk.orderMargin(account, WalletKind.TRADING, coin);
        return Json.object(
                "coin",
                coin,
                "equity",
                Json.plain(holding.total().add(gain)),
                "usdValue",
                money(holding.total().add(gain).multiply(usd)),
                "walletBalance",
                Json.plain(holding.total()),
                "locked",
                Json.plain(holding.held().subtract(orderMargin)),
                "spotHedgingQty",
                "0",
                "borrowAmount",
                "0",
                "spotBorrow",
                "0",
                "accruedInterest",
                "0",
                "unrealisedPnl",
                Json.plain(gain),
                "cumRealisedPnl",
                Json.plain(realised(account, coin)),
                "totalOrderIM",
                Json.plain(orderMargin),
                "totalPositionIM",
                Json.plain(desk.positionMargin(account, WalletKind.TRADING, coin)),
                "totalPositionMM",
                "0",
                "availableToWithdraw",
                "",
                "availableToBorrow",
                "",
                "collateralSwitch",
                true,
                "marginCollateral",
                true,
                "bonus",
                "0");
    }

    /**
     * {@code GET /v5/asset/transfer/query-account-coins-balance}: one wallet, at most ten coins,
     * which must be named for FUND.
     */
    VenueReply coins(Hearing hearing) {
        Instant now = hearing.now();
        String type = hearing.call().query().get("accountType", "");
        String asked = hearing.call().query().get("coin");
        WalletKind kind = kind(type);
        if (kind == null) {
            return BybitReplies.no(131230, "parameter error: accountType", now);
        }
        Wallet wallet = hearing.account().wallet(kind);
        TreeSet<String> coins =
                asked == null
                        ? new TreeSet<>(wallet.holdings().keySet())
                        : new TreeSet<>(Arrays.asList(asked.split(",")));
        if (coins.size() > 10) {
            return BybitReplies.no(
                    10001, "A maximum of 10 coins may be queried in one request.", now);
        }
        List<Object> rows = new ArrayList<>();
        for (String coin : coins) {
            rows.add(
                    Json.object(
                            "coin",
                            coin,
                            "transferBalance",
                            Json.plain(desk.available(hearing.account(), kind, coin)),
                            "walletBalance",
                            Json.plain(wallet.of(coin).total()),
                            "bonus",
                            ""));
        }
        return BybitReplies.envelope(
                200,
                0,
                "success",
                Json.object(
                        "memberId", hearing.account().uid(), "accountType", type, "balance", rows),
                now);
    }

    /** {@code GET /v5/account/info}. */
    VenueReply info(Hearing hearing) {
        return BybitReplies.ok(
                Json.object(
                        "marginMode",
                        "REGULAR_MARGIN",
                        "updatedTime",
                        String.valueOf(hearing.account().createdAt().toEpochMilli()),
                        "unifiedMarginStatus",
                        6,
                        "dcpStatus",
                        "OFF",
                        "timeWindow",
                        10,
                        "smpGroup",
                        0,
                        "isMasterTrader",
                        false,
                        "spotHedgingStatus",
                        "OFF"),
                hearing.now());
    }

    private BigDecimal unrealised(VenueAccount account, String coin, Instant now) {
        return settledIn(account, coin).stream()
                .map(p -> desk.unrealised(p, now))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(8, RoundingMode.HALF_UP);
    }

    private BigDecimal realised(VenueAccount account, String coin) {
        return settledIn(account, coin).stream()
                .map(Position::realised)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Position> settledIn(VenueAccount account, String coin) {
        return account.positions().stream()
                .filter(
                        p -> {
                            Instrument instrument = desk.instruments().find(p.symbol());
                            return Objects.requireNonNull(instrument).settle().equals(coin);
                        })
                .toList();
    }

    private static @Nullable WalletKind kind(String accountType) {
        return switch (accountType) {
            case "UNIFIED" -> WalletKind.TRADING;
            case "FUND" -> WalletKind.FUNDING;
            default -> null;
        };
    }

    private static String money(BigDecimal usd) {
        return Json.plain(usd.setScale(8, RoundingMode.DOWN));
    }
}
