package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Futures of the derivatives exchange ({@code cfm}), and the international exchange ({@code intx}),
 * where the portfolios here hold nothing. Source: Advanced Trade API, "Futures", "Perpetuals".
 */
final class CoinbaseFutures {

    private static final String USD = "USD";

    private final TradingDesk desk;

    CoinbaseFutures(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /cfm/balance_summary}. */
    VenueReply summary(Hearing hearing) {
        VenueAccount account = hearing.account();
        BigDecimal free = desk.available(account, WalletKind.TRADING, USD);
        BigDecimal total = account.wallet(WalletKind.TRADING).of(USD).total();
        BigDecimal margin = desk.positionMargin(account, WalletKind.TRADING, USD);
        BigDecimal held = desk.orderMargin(account, WalletKind.TRADING, USD);
        BigDecimal gain =
                account.positions().stream()
                        .map(p -> desk.unrealised(p, hearing.now()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return CoinbaseReplies.ok(
                Json.object(
                        "balance_summary",
                        Json.object(
                                "futures_buying_power", CoinbaseReplies.money(free, USD),
                                "total_usd_balance", CoinbaseReplies.money(total, USD),
                                "cbi_usd_balance", CoinbaseReplies.money(total, USD),
                                "cfm_usd_balance", CoinbaseReplies.money(BigDecimal.ZERO, USD),
                                "total_open_orders_hold_amount", CoinbaseReplies.money(held, USD),
                                "unrealized_pnl", CoinbaseReplies.money(gain, USD),
                                "daily_realized_pnl", CoinbaseReplies.money(BigDecimal.ZERO, USD),
                                "initial_margin", CoinbaseReplies.money(margin, USD),
                                "available_margin", CoinbaseReplies.money(free, USD),
                                "liquidation_threshold",
                                        CoinbaseReplies.money(BigDecimal.ZERO, USD),
                                "liquidation_buffer_amount", CoinbaseReplies.money(free, USD),
                                "liquidation_buffer_percentage", "1000")));
    }

    /** {@code GET /cfm/positions}. */
    VenueReply positions(Hearing hearing) {
        return CoinbaseReplies.ok(
                Json.object(
                        "positions",
                        hearing.account().positions().stream()
                                .filter(p -> p.quantity().signum() != 0)
                                .map(p -> row(hearing, p))
                                .toList()));
    }

    /** {@code GET /cfm/positions/{product_id}}. */
    VenueReply position(Hearing hearing) {
        Position position = hearing.account().position(hearing.part("product_id"));
        return position == null || position.quantity().signum() == 0
                ? CoinbaseReplies.no(404, "NOT_FOUND", "position not found")
                : CoinbaseReplies.ok(Json.object("position", row(hearing, position)));
    }

    private Object row(Hearing hearing, Position position) {
        Instrument instrument = Objects.requireNonNull(desk.instruments().find(position.symbol()));
        BigDecimal price = desk.prices().quote(instrument, hearing.now()).last();
        return Json.object(
                "product_id", position.symbol(),
                "expiration_time", CoinbaseMarkets.EXPIRY,
                "side", position.quantity().signum() > 0 ? "LONG" : "SHORT",
                "number_of_contracts", Json.plain(position.quantity().abs()),
                "current_price", Json.plain(price),
                "avg_entry_price", Json.plain(position.entryPrice()),
                "unrealized_pnl", Json.plain(desk.unrealised(position, hearing.now())),
                "daily_realized_pnl", Json.plain(position.realised()));
    }

    /** {@code GET /intx/portfolio/{portfolio_uuid}}. */
    VenueReply portfolioAbroad(Hearing hearing) {
        Object none = CoinbaseReplies.money(BigDecimal.ZERO, "USDC");
        return own(
                hearing,
                () ->
                        CoinbaseReplies.ok(
                                Json.object(
                                        "portfolios",
                                        List.of(
                                                Json.object(
                                                        "portfolio_uuid",
                                                        hearing.account().uid(),
                                                        "collateral",
                                                        "0",
                                                        "position_notional",
                                                        "0",
                                                        "open_position_notional",
                                                        "0",
                                                        "unrealized_pnl",
                                                        none,
                                                        "total_balance",
                                                        none)),
                                        "summary",
                                        Json.object(
                                                "unrealized_pnl", none, "total_balance", none))));
    }

    /** {@code GET /intx/positions/{portfolio_uuid}}. */
    VenueReply positionsAbroad(Hearing hearing) {
        Object none = CoinbaseReplies.money(BigDecimal.ZERO, "USDC");
        return own(
                hearing,
                () ->
                        CoinbaseReplies.ok(
                                Json.object(
                                        "positions",
                                        List.of(),
                                        "summary",
                                        Json.object("aggregated_pnl", none))));
    }

    /** {@code GET /intx/balances/{portfolio_uuid}}. */
    VenueReply balancesAbroad(Hearing hearing) {
        return own(hearing, () -> CoinbaseReplies.ok(Json.object("portfolio_balances", List.of())));
    }

    private static VenueReply own(Hearing hearing, Supplier<VenueReply> answer) {
        return hearing.part("uuid").equals(hearing.account().uid())
                ? answer.get()
                : CoinbaseReplies.no(
                        403, "PERMISSION_DENIED", "User does not have access to portfolio");
    }
}
