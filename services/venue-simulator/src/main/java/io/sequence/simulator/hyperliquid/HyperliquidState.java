package io.sequence.simulator.hyperliquid;

import static io.sequence.simulator.hyperliquid.HyperliquidReplies.number;

import io.sequence.simulator.domain.Fill;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.Wallet;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.hyperliquid.HyperliquidMarkets.Token;
import io.sequence.simulator.wire.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an account holds, pays and has used up. Source: "Info endpoint", "Rate limits". */
final class HyperliquidState {

    private static final long START_BUFFER = 10_000;
    private static final MathContext PRECISION = MathContext.DECIMAL64;

    private final TradingDesk desk;

    HyperliquidState(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code clearinghouseState}: the perpetual account. */
    Object perpetual(VenueAccount account, Instant now) {
        Wallet.Holding cash = account.wallet(WalletKind.FUTURES).of(HyperliquidMarkets.CASH);
        List<Position> open =
                account.positions().stream().filter(p -> p.quantity().signum() != 0).toList();
        BigDecimal value = cash.total();
        BigDecimal notional = BigDecimal.ZERO;
        for (Position position : open) {
            value = value.add(desk.unrealised(position, now));
            notional = notional.add(worth(position, now));
        }
        BigDecimal margin =
                desk.positionMargin(account, WalletKind.FUTURES, HyperliquidMarkets.CASH);
        BigDecimal free = desk.available(account, WalletKind.FUTURES, HyperliquidMarkets.CASH);
        Map<String, @Nullable Object> summary =
                Json.object(
                        "accountValue", number(value),
                        "totalNtlPos", number(notional),
                        "totalRawUsd", number(value.subtract(notional)),
                        "totalMarginUsed", number(margin));
        return Json.object(
                "marginSummary",
                summary,
                "crossMarginSummary",
                summary,
                "crossMaintenanceMarginUsed",
                "0.0",
                "withdrawable",
                number(free),
                "assetPositions",
                open.stream().map(position -> position(account, position, now)).toList(),
                "time",
                now.toEpochMilli());
    }

    private Object position(VenueAccount account, Position position, Instant now) {
        Instrument instrument = instrument(position);
        BigDecimal gain = desk.unrealised(position, now);
        BigDecimal margin =
                desk.margin(account, instrument, position.quantity().abs(), position.entryPrice());
        return Json.object(
                "type",
                "oneWay",
                "position",
                Json.object(
                        "coin", position.symbol(),
                        "szi", number(position.quantity()),
                        "entryPx", number(position.entryPrice().round(PRECISION)),
                        "positionValue", number(worth(position, now)),
                        "unrealizedPnl", number(gain),
                        "returnOnEquity", number(gain.divide(margin, PRECISION)),
                        "liquidationPx", null,
                        "marginUsed", number(margin),
                        "leverage",
                                Json.object(
                                        "type",
                                        "cross",
                                        "value",
                                        account.leverage(position.symbol())),
                        "maxLeverage", 50,
                        "cumFunding",
                                Json.object(
                                        "allTime",
                                        "0.0",
                                        "sinceOpen",
                                        "0.0",
                                        "sinceChange",
                                        "0.0")));
    }

    private BigDecimal worth(Position position, Instant now) {
        Instrument instrument = instrument(position);
        return instrument.value(
                position.quantity().abs(), desk.prices().quote(instrument, now).last());
    }

    private Instrument instrument(Position position) {
        return Objects.requireNonNull(desk.instruments().find(position.symbol()));
    }

    /** {@code spotClearinghouseState}: the spot account. */
    static Object spot(VenueAccount account) {
        Wallet wallet = account.wallet(WalletKind.TRADING);
        return Json.object(
                "balances",
                HyperliquidMarkets.TOKENS.stream()
                        .filter(token -> wallet.holdings().containsKey(token.asset()))
                        .map(token -> balance(token, wallet.of(token.asset())))
                        .toList());
    }

    private static Object balance(Token token, Wallet.Holding holding) {
        return Json.object(
                "coin", token.name(),
                "token", HyperliquidMarkets.TOKENS.indexOf(token),
                "total", number(holding.total()),
                "hold", number(holding.held()),
                "entryNtl", "0.0");
    }

    /** {@code userFees}: the lowest tier. */
    static Object fees() {
        return Json.object(
                "dailyUserVlm",
                List.of(),
                "feeSchedule",
                Json.object(
                        "cross", "0.00045",
                        "add", "0.00015",
                        "spotCross", "0.0007",
                        "spotAdd", "0.0004",
                        "tiers", Json.object("vip", List.of(), "mm", List.of()),
                        "referralDiscount", "0.04",
                        "stakingDiscountTiers", List.of()),
                "userCrossRate",
                "0.00045",
                "userAddRate",
                "0.00015",
                "userSpotCrossRate",
                "0.0007",
                "userSpotAddRate",
                "0.0004",
                "activeReferralDiscount",
                "0.0");
    }

    /** {@code userRateLimit}: actions sent and allowed. */
    static Object rateLimit(VenueAccount account) {
        BigDecimal volume = volume(account);
        return Json.object(
                "cumVlm",
                number(volume),
                "nRequestsUsed",
                actions(account),
                "nRequestsCap",
                mostActions(volume));
    }

    /** How many actions the account has sent. */
    static long actions(VenueAccount account) {
        return account.calls().entrySet().stream()
                .filter(call -> call.getKey().startsWith("POST /exchange"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What the account traded, in dollars. */
    static BigDecimal volume(VenueAccount account) {
        return account.fills().stream().map(Fill::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** One action for each dollar traded, and a buffer to start with. */
    static long mostActions(BigDecimal volume) {
        return START_BUFFER + volume.longValue();
    }
}
