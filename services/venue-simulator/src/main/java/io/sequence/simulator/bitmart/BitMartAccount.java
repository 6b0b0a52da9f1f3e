package io.sequence.simulator.bitmart;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
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
import java.util.List;

/** BitMart's wallets, positions and rates; all KEYED. Source: BitMart API, "Account", "Futures". */
final class BitMartAccount {

    private final TradingDesk desk;

    BitMartAccount(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /account/v1/wallet}: the funding wallet's coins. */
    VenueReply wallet(Hearing hearing) {
        return wallet(hearing, WalletKind.FUNDING, hearing.call().query().get("currency"));
    }

    /** {@code GET /spot/v1/wallet}. */
    VenueReply spot(Hearing hearing) {
        return wallet(hearing, WalletKind.TRADING, null);
    }

    /** {@code GET /spot/v1/user_fee}: rates by class of pair. */
    VenueReply userFee(Hearing hearing) {
        return BitMartReplies.ok(
                Json.object(
                        "user_rate_type", 0,
                        "level", "LV1",
                        "taker_fee_rate_A", "0.0010",
                        "maker_fee_rate_A", "0.0010",
                        "taker_fee_rate_B", "0.0025",
                        "maker_fee_rate_B", "0.0025",
                        "taker_fee_rate_C", "0.0040",
                        "maker_fee_rate_C", "0.0030",
                        "taker_fee_rate_D", "0.0060",
                        "maker_fee_rate_D", "0.0050"));
    }

    /** {@code GET /spot/v1/trade_fee}. */
    VenueReply tradeFee(Hearing hearing) {
        Instrument i = desk.instruments().find(hearing.call().query().get("symbol", ""));
        if (i == null || i.kind() != Kind.SPOT) {
            return BitMartReplies.noSymbol();
        }
        return BitMartReplies.ok(
                Json.object(
                        "symbol", i.symbol(),
                        "buy_taker_fee_rate", Json.plain(i.takerFee()),
                        "sell_taker_fee_rate", Json.plain(i.takerFee()),
                        "buy_maker_fee_rate", Json.plain(i.makerFee()),
                        "sell_maker_fee_rate", Json.plain(i.makerFee())));
    }

    /** {@code GET /contract/private/trade-fee-rate}. */
    VenueReply contractFee(Hearing hearing) {
        Instrument i = desk.instruments().find(hearing.call().query().get("symbol", ""));
        if (i == null || i.kind() == Kind.SPOT) {
            return BitMartReplies.no(400, 40034, "The Symbol is not exist");
        }
        return BitMartReplies.ok(
                Json.object(
                        "symbol", i.symbol(),
                        "taker_fee_rate", Json.plain(i.takerFee()),
                        "maker_fee_rate", Json.plain(i.makerFee())));
    }

    /** {@code GET /contract/private/assets-detail}. */
    VenueReply assets(Hearing hearing) {
        VenueAccount account = hearing.account();
        List<Object> rows = new ArrayList<>();
        account.wallet(WalletKind.FUTURES)
                .holdings()
                .forEach((coin, held) -> rows.add(asset(account, coin, held, hearing.now())));
        return BitMartReplies.ok(rows);
    }

    /** {@code GET /contract/private/position-v2}. */
    VenueReply positions(Hearing hearing) {
        String asked = hearing.call().query().get("symbol");
        List<Object> rows = new ArrayList<>();
        for (Instrument i : desk.instruments().of(Kind.LINEAR)) {
            Position position = hearing.account().position(i.symbol());
            if (position != null
                    && position.quantity().signum() != 0
                    && (asked == null || asked.equals(i.symbol()))) {
                rows.add(position(hearing.account(), i, position, hearing.now()));
            }
        }
        return BitMartReplies.ok(rows);
    }

    private VenueReply wallet(
            Hearing hearing, WalletKind kind, @org.jspecify.annotations.Nullable String only) {
        List<Object> rows = new ArrayList<>();
        hearing.account()
                .wallet(kind)
                .holdings()
                .forEach(
                        (coin, held) -> {
                            if (only == null || only.equalsIgnoreCase(coin)) {
                                rows.add(
                                        Json.object(
                                                "id", coin,
                                                "name", coin,
                                                "available", Json.plain(held.available()),
                                                "frozen", Json.plain(held.held()),
                                                "total", Json.plain(held.total())));
                            }
                        });
        return BitMartReplies.ok(Json.object("wallet", rows));
    }

    private Object asset(VenueAccount account, String coin, Wallet.Holding held, Instant now) {
        BigDecimal gain = BigDecimal.ZERO;
        for (Instrument i : desk.instruments().of(Kind.LINEAR)) {
            Position position = account.position(i.symbol());
            if (position != null && i.settle().equals(coin)) {
                gain = gain.add(desk.unrealised(position, now));
            }
        }
        gain = gain.setScale(8, RoundingMode.HALF_UP);
        return Json.object(
                "currency", coin,
                "position_deposit",
                        Json.plain(desk.positionMargin(account, WalletKind.FUTURES, coin)),
                "frozen_balance", Json.plain(held.held()),
                "available_balance", Json.plain(desk.available(account, WalletKind.FUTURES, coin)),
                "equity", Json.plain(held.total().add(gain)),
                "unrealized", Json.plain(gain));
    }

    private Object position(VenueAccount account, Instrument i, Position position, Instant now) {
        BigDecimal size = position.quantity().abs();
        boolean isLong = position.quantity().signum() > 0;
        BigDecimal mark = desk.prices().quote(i, now).last();
        return Json.object(
                "symbol", i.symbol(),
                "leverage", String.valueOf(account.leverage(i.symbol())),
                "timestamp", now.toEpochMilli(),
                "current_fee", "0",
                "open_timestamp", position.openedAt().toEpochMilli(),
                "current_value", Json.plain(i.value(size, mark)),
                "mark_price", Json.plain(mark),
                "position_value", Json.plain(i.value(size, position.entryPrice())),
                "position_cross", "0",
                "maintenance_margin", "0",
                "close_vol", "0",
                "close_avg_price", "0",
                "open_avg_price", Json.plain(position.entryPrice()),
                "entry_price", Json.plain(position.entryPrice()),
                "current_amount", Json.plain(size),
                "realized_value", Json.plain(position.realised()),
                "unrealized_value", Json.plain(desk.unrealised(position, now)),
                "position_type", isLong ? 1 : 2,
                "position_side", isLong ? "long" : "short",
                "open_type", "cross",
                "liquidation_price", "0",
                "account", "futures");
    }
}
