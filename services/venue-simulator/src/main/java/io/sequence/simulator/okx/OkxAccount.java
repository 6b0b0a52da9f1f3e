package io.sequence.simulator.okx;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.MarketKind;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.Right;
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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * OKX's account calls: what a key may do, wallets, positions, fees. Source: OKX V5, "Trading
 * Account" and "Funding Account".
 */
final class OkxAccount {

    private final TradingDesk desk;

    OkxAccount(TradingDesk desk) {
        this.desk = desk;
    }

    /** {@code GET /api/v5/account/config}. */
    VenueReply config(Hearing hearing) {
        ApiKey key = hearing.key();
        VenueAccount account = hearing.account();
        String parent = account.parentUid();
        return OkxReplies.ok(
                List.of(
                        Json.object(
                                "acctLv",
                                        key.markets().contains(MarketKind.DERIVATIVES) ? "2" : "1",
                                "acctStpMode", "cancel_maker",
                                "autoLoan", false,
                                "ctIsoMode", "automatic",
                                "enableSpotBorrow", false,
                                "feeType", "0",
                                "greeksType", "PA",
                                "ip", String.join(",", key.ipWhitelist()),
                                "kycLv", "3",
                                "label", key.name(),
                                "level", "Lv1",
                                "levelTmp", "",
                                "liquidationGear", "-1",
                                "mainUid", parent == null ? account.uid() : parent,
                                "mgnIsoMode", "automatic",
                                "opAuth", "1",
                                "perm", permissions(key),
                                "posMode", "net_mode",
                                "roleType", "0",
                                "settleCcy", "USDC",
                                "settleCcyList", List.of("USD", "USDC", "USDG"),
                                "spotBorrowAutoRepay", false,
                                "spotOffsetType", "",
                                "spotRoleType", "0",
                                "spotTraderInsts", List.of(),
                                "stgyType", "0",
                                "traderInsts", List.of(),
                                "type", parent == null ? "0" : "1",
                                "uid", account.uid())));
    }

    /**
     * OKX has no right of its own for moving money between own accounts: whoever may trade may
     * transfer.
     */
    private static String permissions(ApiKey key) {
        List<String> words = new ArrayList<>();
        if (key.may(Right.READ)) {
            words.add("read_only");
        }
        if (key.may(Right.WITHDRAW)) {
            words.add("withdraw");
        }
        if (key.may(Right.TRADE) || key.may(Right.TRANSFER)) {
            words.add("trade");
        }
        return String.join(",", words);
    }

    /** {@code GET /api/v5/account/balance}: the trading account. */
    VenueReply balance(Hearing hearing) {
        Instant now = hearing.now();
        VenueAccount account = hearing.account();
        List<Object> details = new ArrayList<>();
        BigDecimal equity = BigDecimal.ZERO;
        for (String asset : assets(hearing, WalletKind.TRADING)) {
            BigDecimal usd = desk.prices().usd(asset, now);
            BigDecimal eq =
                    account.wallet(WalletKind.TRADING)
                            .of(asset)
                            .total()
                            .add(unrealised(account, asset, now));
            equity = equity.add(eq.multiply(usd));
            details.add(detail(account, asset, eq, usd, now));
        }
        String stamp = String.valueOf(now.toEpochMilli());
        return OkxReplies.ok(
                List.of(
                        Json.object(
                                "adjEq", "",
                                "availEq", "",
                                "borrowFroz", "",
                                "details", details,
                                "imr", "",
                                "isoEq", "0",
                                "mgnRatio", "",
                                "mmr", "",
                                "notionalUsd", "",
                                "ordFroz", "",
                                "totalEq", money(equity),
                                "uTime", stamp,
                                "upl", "")));
    }

    private Object detail(
            VenueAccount account, String asset, BigDecimal eq, BigDecimal usd, Instant now) {
        Wallet.Holding holding = account.wallet(WalletKind.TRADING).of(asset);
        BigDecimal free = desk.available(account, WalletKind.TRADING, asset);
        return Json.object(
                "ccy", asset,
                "eq", Json.plain(eq),
                "cashBal", Json.plain(holding.total()),
                "availBal", Json.plain(free),
                "availEq", Json.plain(free),
                "frozenBal", Json.plain(holding.total().subtract(free)),
                "ordFrozen", Json.plain(holding.held()),
                "disEq", money(eq.multiply(usd)),
                "eqUsd", money(eq.multiply(usd)),
                "liab", "",
                "crossLiab", "",
                "isoLiab", "",
                "isoEq", "0",
                "interest", "",
                "maxLoan", "",
                "mgnRatio", "",
                "notionalLever", "0",
                "spotInUseAmt", "",
                "stgyEq", "0",
                "twap", "0",
                "uTime", String.valueOf(now.toEpochMilli()),
                "upl", Json.plain(unrealised(account, asset, now)),
                "uplLiab", "");
    }

    /** {@code GET /api/v5/asset/balances}: the funding account. */
    VenueReply funding(Hearing hearing) {
        List<Object> rows = new ArrayList<>();
        for (String asset : assets(hearing, WalletKind.FUNDING)) {
            Wallet.Holding holding = hearing.account().wallet(WalletKind.FUNDING).of(asset);
            rows.add(
                    Json.object(
                            "availBal", Json.plain(holding.available()),
                            "bal", Json.plain(holding.total()),
                            "ccy", asset,
                            "frozenBal", Json.plain(holding.held())));
        }
        return OkxReplies.ok(rows);
    }

    /** {@code GET /api/v5/account/positions}. */
    VenueReply positions(Hearing hearing) {
        Params query = hearing.call().query();
        String type = query.get("instType");
        String id = query.get("instId");
        Set<String> wanted = id == null ? Set.of() : Set.of(id.split(","));
        List<Object> rows = new ArrayList<>();
        for (Position position : hearing.account().positions()) {
            boolean asked = wanted.isEmpty() || wanted.contains(position.symbol());
            if (position.quantity().signum() != 0
                    && asked
                    && (type == null || type.equals("SWAP"))) {
                rows.add(position(hearing, position));
            }
        }
        return OkxReplies.ok(rows);
    }

    private Object position(Hearing hearing, Position position) {
        Instrument instrument = Objects.requireNonNull(desk.instruments().find(position.symbol()));
        VenueAccount account = hearing.account();
        BigDecimal size = position.quantity().abs();
        BigDecimal mark = desk.prices().quote(instrument, hearing.now()).last();
        BigDecimal margin = desk.margin(account, instrument, size, position.entryPrice());
        BigDecimal gain = desk.unrealised(position, hearing.now());
        return Json.object(
                "adl", "1",
                "availPos", "",
                "avgPx", Json.plain(position.entryPrice()),
                "cTime", String.valueOf(position.openedAt().toEpochMilli()),
                "ccy", instrument.settle(),
                "fee", "0",
                "fundingFee", "0",
                "imr", money(margin),
                "instId", position.symbol(),
                "instType", "SWAP",
                "last", Json.plain(mark),
                "lever", String.valueOf(account.leverage(position.symbol())),
                "liqPx", "",
                "margin", "",
                "markPx", Json.plain(mark),
                "mgnMode", "cross",
                "mgnRatio", "",
                "mmr", "0",
                "notionalUsd", money(instrument.valueInQuote(size, mark)),
                "pos", Json.plain(position.quantity()),
                "posCcy", "",
                "posId",
                        String.valueOf(
                                1_000_000_000L + Math.abs((long) position.symbol().hashCode())),
                "posSide", "net",
                "realizedPnl", money(position.realised()),
                "uTime", String.valueOf(position.updatedAt().toEpochMilli()),
                "upl", money(gain),
                "uplRatio",
                        margin.signum() == 0
                                ? "0"
                                : Json.plain(gain.divide(margin, 6, RoundingMode.HALF_UP)));
    }

    /** {@code GET /api/v5/account/trade-fee}: paid fees are negative. */
    VenueReply fees(Hearing hearing) {
        String type = hearing.call().query().get("instType", "");
        if (!List.of("SPOT", "SWAP").contains(type)) {
            return OkxReplies.no(400, "51000", "Parameter instType error");
        }
        boolean spot = type.equals("SPOT");
        String maker = spot ? "-0.0008" : "-0.0002";
        String taker = spot ? "-0.001" : "-0.0005";
        return OkxReplies.ok(
                List.of(
                        Json.object(
                                "category",
                                "1",
                                "delivery",
                                "",
                                "exercise",
                                "",
                                "feeGroup",
                                List.of(
                                        Json.object(
                                                "groupId", "1", "maker", maker, "taker", taker)),
                                "fiat",
                                List.of(),
                                "instType",
                                type,
                                "level",
                                "Lv1",
                                "maker",
                                maker,
                                "makerU",
                                spot ? "" : maker,
                                "makerUSDC",
                                maker,
                                "ruleType",
                                "normal",
                                "taker",
                                taker,
                                "takerU",
                                spot ? "" : taker,
                                "takerUSDC",
                                taker,
                                "ts",
                                String.valueOf(hearing.now().toEpochMilli()))));
    }

    /** {@code POST /api/v5/account/set-leverage}. */
    VenueReply leverage(Hearing hearing) {
        Params body = hearing.call().json();
        String id = body.get("instId", "");
        BigDecimal lever = body.decimal("lever");
        if (desk.instruments().find(id) == null) {
            return OkxReplies.no(200, "51001", "Instrument ID does not exist");
        }
        if (lever == null || lever.signum() <= 0 || lever.compareTo(new BigDecimal("100")) > 0) {
            return OkxReplies.no(200, "51000", "Parameter lever error");
        }
        hearing.account().leverage(id, Math.max(1, lever.intValue()));
        return OkxReplies.ok(
                List.of(
                        Json.object(
                                "instId",
                                id,
                                "lever",
                                Json.plain(lever),
                                "mgnMode",
                                body.get("mgnMode", "cross"),
                                "posSide",
                                "net")));
    }

    private static TreeSet<String> assets(Hearing hearing, WalletKind kind) {
        String asked = hearing.call().query().get("ccy");
        TreeSet<String> assets = new TreeSet<>();
        hearing.account()
                .wallet(kind)
                .holdings()
                .forEach(
                        (asset, holding) -> {
                            if (holding.total().signum() > 0 && wanted(asked, asset)) {
                                assets.add(asset);
                            }
                        });
        return assets;
    }

    private static boolean wanted(@Nullable String asked, String asset) {
        return asked == null || Arrays.asList(asked.split(",")).contains(asset);
    }

    private BigDecimal unrealised(VenueAccount account, String asset, Instant now) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Position position : account.positions()) {
            Instrument instrument =
                    Objects.requireNonNull(desk.instruments().find(position.symbol()));
            if (instrument.settle().equals(asset)) {
                sum = sum.add(desk.unrealised(position, now));
            }
        }
        return sum.setScale(8, RoundingMode.HALF_UP);
    }

    private static String money(BigDecimal amount) {
        return Json.plain(amount.setScale(8, RoundingMode.HALF_UP));
    }
}
