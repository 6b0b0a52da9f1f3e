package io.sequence.simulator.cryptocom;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.MarketKind;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one wallet, the accounts, positions and fees. Nothing here tells what a key may do. Source:
 * Exchange v1, "Account balance and position", "Wallet".
 */
final class CryptocomAccount {

    private static final BigDecimal BASIS_POINTS = new BigDecimal("10000");

    private final TradingDesk desk;

    CryptocomAccount(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code private/user-balance}. */
    VenueReply balance(Hearing hearing) {
        VenueAccount account = hearing.account();
        Instant now = hearing.now();
        List<Object> coins = new ArrayList<>();
        BigDecimal cash = BigDecimal.ZERO;
        BigDecimal margin = BigDecimal.ZERO;
        for (Map.Entry<String, Wallet.Holding> held :
                account.wallet(WalletKind.TRADING).holdings().entrySet()) {
            BigDecimal value =
                    held.getValue().total().multiply(desk.prices().usd(held.getKey(), now));
            BigDecimal free = desk.available(account, WalletKind.TRADING, held.getKey());
            BigDecimal bound = held.getValue().total().subtract(free);
            cash = cash.add(value);
            margin = margin.add(bound.multiply(desk.prices().usd(held.getKey(), now)));
            coins.add(coin(held.getKey(), held.getValue().total(), bound, value));
        }
        BigDecimal gain =
                account.positions().stream()
                        .map(p -> desk.unrealised(p, now))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return CryptocomReplies.list(
                hearing,
                List.of(
                        Json.object(
                                "instrument_name", "USD",
                                "total_available_balance", money(cash.subtract(margin)),
                                "total_margin_balance", money(cash.add(gain)),
                                "total_initial_margin", money(margin),
                                "total_position_im", money(margin),
                                "total_haircut", "0.00000000",
                                "total_maintenance_margin", money(BigDecimal.ZERO),
                                "total_position_cost", money(BigDecimal.ZERO),
                                "total_cash_balance", money(cash),
                                "total_collateral_value", money(cash),
                                "total_session_unrealized_pnl", money(gain),
                                "total_session_realized_pnl", money(BigDecimal.ZERO),
                                "is_liquidating", false,
                                "position_balances", coins)));
    }

    private static Object coin(String asset, BigDecimal total, BigDecimal bound, BigDecimal value) {
        return Json.object(
                "instrument_name", asset,
                "quantity", Json.plain(total),
                "market_value", Json.plain(value),
                "collateral_eligible", true,
                "haircut", "0",
                "collateral_amount", Json.plain(value),
                "max_withdrawal_balance", Json.plain(total.subtract(bound)),
                "reserved_qty", Json.plain(bound),
                "hourly_interest_rate", "0");
    }

    /** {@code private/get-accounts}. */
    VenueReply accounts(Hearing hearing) {
        VenueAccount account = hearing.account();
        String parent = account.parentUid();
        boolean derivatives = hearing.key().markets().contains(MarketKind.DERIVATIVES);
        List<Object> below =
                parent == null ? List.of() : List.of(flags(account.uid(), derivatives, "desk"));
        return CryptocomReplies.ok(
                hearing,
                Json.object(
                        "master_account",
                        flags(parent == null ? account.uid() : parent, derivatives, null),
                        "sub_account_list",
                        below,
                        "this_account",
                        Json.object(
                                "uuid",
                                account.uid(),
                                "hierarchy",
                                parent == null ? "MASTER" : "SUB")));
    }

    private static Object flags(String uuid, boolean derivatives, @Nullable String label) {
        Map<String, @Nullable Object> flags =
                Json.object(
                        "uuid",
                        uuid,
                        "user_uuid",
                        uuid,
                        "enabled",
                        true,
                        "tradable",
                        true,
                        "name",
                        "",
                        "margin_account_uuid",
                        "",
                        "margin_access",
                        "DEFAULT",
                        "derivatives_account_uuid",
                        "",
                        "derivatives_access",
                        derivatives ? "DEFAULT" : "DISABLED",
                        "kyc_level",
                        "ADVANCED",
                        "suspended",
                        false,
                        "terminated",
                        false,
                        "system_label",
                        "",
                        "create_time",
                        0,
                        "update_time",
                        0);
        if (label != null) {
            flags.put("label", label);
        }
        return flags;
    }

    /** {@code private/get-positions}. */
    VenueReply positions(Hearing hearing) {
        String wanted = CryptocomBody.of(hearing.call()).values().get("instrument_name");
        List<Object> rows = new ArrayList<>();
        for (Position position : hearing.account().positions()) {
            if (position.quantity().signum() != 0
                    && (wanted == null || wanted.equals(position.symbol()))) {
                rows.add(position(hearing, position));
            }
        }
        return CryptocomReplies.list(hearing, rows);
    }

    private Object position(Hearing hearing, Position position) {
        Instrument instrument = Objects.requireNonNull(desk.instruments().find(position.symbol()));
        BigDecimal gain = desk.unrealised(position, hearing.now());
        return Json.object(
                "account_id", hearing.account().uid(),
                "quantity", Json.plain(position.quantity()),
                "cost", money(instrument.value(position.quantity(), position.entryPrice())),
                "open_position_pnl", money(gain),
                "open_pos_cost",
                        money(instrument.value(position.quantity(), position.entryPrice())),
                "session_pnl", money(position.realised()),
                "update_timestamp_ms", position.updatedAt().toEpochMilli(),
                "instrument_name", position.symbol(),
                "type", CryptocomMarkets.type(instrument));
    }

    /** {@code private/get-fee-rate}, in basis points. */
    VenueReply fees(Hearing hearing) {
        Instrument spot = desk.instruments().of(Instrument.Kind.SPOT).getFirst();
        Instrument contract = desk.instruments().of(Instrument.Kind.LINEAR).getFirst();
        return CryptocomReplies.ok(
                hearing,
                Json.object(
                        "spot_tier", "3",
                        "deriv_tier", "3",
                        "effective_spot_maker_rate_bps", points(spot.makerFee()),
                        "effective_spot_taker_rate_bps", points(spot.takerFee()),
                        "effective_deriv_maker_rate_bps", points(contract.makerFee()),
                        "effective_deriv_taker_rate_bps", points(contract.takerFee())));
    }

    /** {@code private/get-instrument-fee-rate}. */
    VenueReply feesOf(Hearing hearing) {
        Params asked = CryptocomBody.of(hearing.call()).values();
        Instrument instrument = desk.instruments().find(asked.get("instrument_name", ""));
        if (instrument == null) {
            return CryptocomReplies.no(
                    hearing.call(), CryptocomReplies.Code.MISSING_OR_INVALID_ARGUMENT);
        }
        return CryptocomReplies.ok(
                hearing,
                Json.object(
                        "instrument_name", instrument.symbol(),
                        "effective_maker_rate_bps", points(instrument.makerFee()),
                        "effective_taker_rate_bps", points(instrument.takerFee())));
    }

    private static String points(BigDecimal share) {
        return Json.plain(share.multiply(BASIS_POINTS));
    }

    private static String money(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.HALF_UP).toPlainString();
    }
}
