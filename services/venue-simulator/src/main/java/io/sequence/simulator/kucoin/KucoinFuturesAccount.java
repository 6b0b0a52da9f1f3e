package io.sequence.simulator.kucoin;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Instrument.Kind;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * KuCoin's futures account: its numbers are JSON numbers. Source: KuCoin docs, "Get Account -
 * Futures" and "Positions".
 */
final class KucoinFuturesAccount {

    private final TradingDesk desk;

    KucoinFuturesAccount(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /api/v1/account-overview}: one currency a call, XBT when none is named. */
    VenueReply overview(Hearing hearing) {
        String currency = hearing.call().query().get("currency", "XBT");
        String asset = KucoinMarkets.plain(currency);
        VenueAccount account = hearing.account();
        BigDecimal total = account.wallet(WalletKind.FUTURES).of(asset).total();
        BigDecimal gain = BigDecimal.ZERO;
        for (Position position : account.positions()) {
            if (instrument(position).settle().equals(asset)) {
                gain = gain.add(desk.unrealised(position, hearing.now()));
            }
        }
        BigDecimal free = desk.available(account, WalletKind.FUTURES, asset);
        return KucoinReplies.ok(
                Json.object(
                        "accountEquity", number(total.add(gain)),
                        "unrealisedPNL", number(gain),
                        "marginBalance", number(total),
                        "positionMargin",
                                number(desk.positionMargin(account, WalletKind.FUTURES, asset)),
                        "orderMargin", number(desk.orderMargin(account, WalletKind.FUTURES, asset)),
                        "frozenFunds", number(BigDecimal.ZERO),
                        "availableBalance", number(free),
                        "currency", currency,
                        "riskRatio", number(BigDecimal.ZERO),
                        "maxWithdrawAmount", number(free)));
    }

    /** {@code GET /api/v1/positions}. */
    VenueReply positions(Hearing hearing) {
        String currency = hearing.call().query().get("currency");
        List<Object> rows = new ArrayList<>();
        for (Position position : hearing.account().positions()) {
            String settle = KucoinMarkets.futuresName(instrument(position).settle());
            if (position.quantity().signum() != 0
                    && (currency == null || currency.equals(settle))) {
                rows.add(row(hearing, position));
            }
        }
        return KucoinReplies.ok(rows);
    }

    /** {@code GET /api/v1/position?symbol=}. */
    VenueReply position(Hearing hearing) {
        String symbol = hearing.call().query().get("symbol", "");
        if (desk.instruments().find(symbol) == null) {
            return KucoinReplies.no(200, "400100", "Symbol not exists");
        }
        Position position = hearing.account().position(symbol);
        return KucoinReplies.ok(
                row(hearing, position == null ? Position.flat(symbol, hearing.now()) : position));
    }

    /** {@code GET /api/v1/trade-fees} on the futures host. */
    VenueReply fees(Hearing hearing) {
        Instrument instrument = desk.instruments().find(hearing.call().query().get("symbol", ""));
        if (instrument == null) {
            return KucoinReplies.no(200, "400100", "Symbol not exists");
        }
        return KucoinReplies.ok(
                Json.object(
                        "symbol", instrument.symbol(),
                        "takerFeeRate", Json.plain(instrument.takerFee()),
                        "makerFeeRate", Json.plain(instrument.makerFee())));
    }

    private Object row(Hearing hearing, Position position) {
        Instrument instrument = instrument(position);
        VenueAccount account = hearing.account();
        BigDecimal size = position.quantity().abs();
        BigDecimal mark = desk.prices().quote(instrument, hearing.now()).last();
        BigDecimal margin = desk.margin(account, instrument, size, position.entryPrice());
        boolean open = size.signum() != 0;
        return Json.object(
                "id", String.valueOf(Math.abs((account.id() + position.symbol()).hashCode())),
                "symbol", position.symbol(),
                "autoDeposit", false,
                "crossMode", true,
                "maintMarginReq", number(new BigDecimal("0.004")),
                "riskLimit", 1_000_000,
                "realLeverage", account.leverage(position.symbol()),
                "leverage", account.leverage(position.symbol()),
                "delevPercentage", number(BigDecimal.ZERO),
                "openingTimestamp", open ? position.openedAt().toEpochMilli() : null,
                "currentTimestamp", hearing.now().toEpochMilli(),
                "currentQty", position.quantity().longValue(),
                "currentCost",
                        number(
                                open
                                        ? instrument.value(size, position.entryPrice())
                                        : BigDecimal.ZERO),
                "realisedPnl", number(position.realised()),
                "isOpen", open,
                "markPrice", number(mark),
                "markValue", number(open ? instrument.value(size, mark) : BigDecimal.ZERO),
                "posCost",
                        number(
                                open
                                        ? instrument.value(size, position.entryPrice())
                                        : BigDecimal.ZERO),
                "posInit", number(margin),
                "posMargin", number(margin),
                "posMaint", number(BigDecimal.ZERO),
                "maintMargin", number(margin),
                "unrealisedPnl", number(desk.unrealised(position, hearing.now())),
                "avgEntryPrice", number(position.entryPrice()),
                "liquidationPrice", number(BigDecimal.ZERO),
                "bankruptPrice", number(BigDecimal.ZERO),
                "settleCurrency", KucoinMarkets.futuresName(instrument.settle()),
                "isInverse", instrument.kind() == Kind.INVERSE,
                "marginMode", "CROSS",
                "positionSide", "BOTH");
    }

    private Instrument instrument(Position position) {
        return Objects.requireNonNull(desk.instruments().find(position.symbol()));
    }

    private static @Nullable BigDecimal number(BigDecimal amount) {
        return amount.setScale(8, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
