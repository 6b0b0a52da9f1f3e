package io.sequence.simulator.binance;

import static io.sequence.simulator.binance.BinanceReplies.refusal;

import io.sequence.simulator.domain.Instrument;
import io.sequence.simulator.domain.Position;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.wire.Hearing;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.Params;
import io.sequence.simulator.wire.VenueReply;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Positions in one-way or hedge mode, leverage, and the settings of a symbol; margin is always
 * crossed. Source: USD-M Futures, "Position Information V3", "Change Position Mode", "Change
 * Initial Leverage", "Symbol Configuration".
 */
final class BinancePositions {

    private static final String MODE = "dualSidePosition";
    private static final int MOST_LEVERAGE = 125;

    private final TradingDesk desk;

    BinancePositions(TradingDesk desk) {
        this.desk = desk;
    }

    /** Whether the account holds its long and short positions apart. */
    static boolean hedged(VenueAccount account) {
        return "true".equals(account.setting(MODE));
    }

    /** {@code GET /fapi/v3/positionRisk}: where there is a position or an order. */
    VenueReply risk(Hearing hearing) {
        return BinanceReplies.ok(held(hearing.account(), asked(hearing), hearing.now()));
    }

    /** {@code GET /fapi/v2/positionRisk}: flat ones too, with leverage and margin type. */
    VenueReply riskV2(Hearing hearing) {
        return BinanceReplies.ok(every(hearing.account(), asked(hearing), hearing.now()));
    }

    List<Object> held(VenueAccount account, @Nullable String symbol, Instant now) {
        return instruments(symbol, i -> involved(account, i))
                .<Object>map(i -> row(account, i, now))
                .toList();
    }

    List<Object> every(VenueAccount account, @Nullable String symbol, Instant now) {
        boolean hedged = hedged(account);
        return instruments(
                        symbol,
                        i -> hedged || BinanceMarkets.positionSide(i.symbol()).equals("BOTH"))
                .<Object>map(
                        i -> {
                            Map<String, @Nullable Object> row = row(account, i, now);
                            row.put("leverage", String.valueOf(account.leverage(i.symbol())));
                            row.put("marginType", "cross");
                            row.put("isAutoAddMargin", "false");
                            row.put("maxNotionalValue", "20000000");
                            return row;
                        })
                .toList();
    }

    /** {@code GET /fapi/v1/positionSide/dual}. */
    VenueReply mode(Hearing hearing) {
        return BinanceReplies.ok(Json.object(MODE, hedged(hearing.account())));
    }

    /** {@code POST /fapi/v1/positionSide/dual}: not while there is a position or an order. */
    VenueReply changeMode(Hearing hearing) {
        String wanted =
                BinanceForm.mandatory(BinanceForm.params(hearing.call()), MODE)
                        .toLowerCase(java.util.Locale.ROOT);
        VenueAccount account = hearing.account();
        if (String.valueOf(hedged(account)).equals(wanted)) {
            return BinanceReplies.no(400, -4059, "No need to change position side.");
        }
        if (!account.openOrders().isEmpty()) {
            return BinanceReplies.no(
                    400, -4067, "Position side cannot be changed if there exists open orders.");
        }
        if (account.positions().stream().anyMatch(p -> p.quantity().signum() != 0)) {
            return BinanceReplies.no(
                    400, -4068, "Position side cannot be changed if there exists position.");
        }
        account.setting(MODE, wanted);
        return BinanceReplies.no(200, 200, "success");
    }

    /** {@code POST /fapi/v1/leverage}. */
    VenueReply leverage(Hearing hearing) {
        Params params = BinanceForm.params(hearing.call());
        Instrument i = BinanceForm.instrument(params, desk.instruments());
        BinanceForm.mandatory(params, "leverage");
        BigDecimal times = Objects.requireNonNull(params.decimal("leverage"));
        if (times.signum() <= 0 || times.compareTo(BigDecimal.valueOf(MOST_LEVERAGE)) > 0) {
            throw refusal(-4028, "Leverage " + Json.plain(times) + " is not valid");
        }
        for (String side : List.of("BOTH", "LONG", "SHORT")) {
            hearing.account().leverage(BinanceMarkets.sided(i.symbol(), side), times.intValue());
        }
        return BinanceReplies.ok(
                Json.object(
                        "leverage", times.intValue(),
                        "maxNotionalValue", "20000000",
                        "symbol", i.symbol()));
    }

    /** {@code POST /fapi/v1/marginType}: crossed it is and stays. */
    VenueReply marginType(Hearing hearing) {
        Params params = BinanceForm.params(hearing.call());
        BinanceForm.instrument(params, desk.instruments());
        return BinanceForm.mandatory(params, "marginType").equals("CROSSED")
                ? BinanceReplies.no(400, -4046, "No need to change margin type.")
                : BinanceReplies.no(400, -4047, "Margin type cannot be changed here.");
    }

    /** {@code GET /fapi/v1/symbolConfig}. */
    VenueReply symbolConfig(Hearing hearing) {
        return BinanceReplies.ok(
                BinanceForm.instruments(hearing.call().query(), desk.instruments()).stream()
                        .map(
                                i ->
                                        Json.object(
                                                "symbol",
                                                i.symbol(),
                                                "marginType",
                                                "CROSSED",
                                                "isAutoAddMargin",
                                                false,
                                                "leverage",
                                                hearing.account().leverage(i.symbol()),
                                                "maxNotionalValue",
                                                "20000000"))
                        .toList());
    }

    /** {@code GET /fapi/v1/leverageBracket}: one bracket. */
    VenueReply brackets(Hearing hearing) {
        return BinanceReplies.ok(
                BinanceForm.instruments(hearing.call().query(), desk.instruments()).stream()
                        .map(
                                i ->
                                        Json.object(
                                                "symbol",
                                                i.symbol(),
                                                "brackets",
                                                List.of(
                                                        Json.object(
                                                                "bracket", 1,
                                                                "initialLeverage", MOST_LEVERAGE,
                                                                "notionalCap", 20_000_000,
                                                                "notionalFloor", 0,
                                                                "maintMarginRatio",
                                                                        new BigDecimal("0.004"),
                                                                "cum", 0))))
                        .toList());
    }

    private @Nullable String asked(Hearing hearing) {
        Params query = hearing.call().query();
        return query.has("symbol")
                ? BinanceForm.instrument(query, desk.instruments()).symbol()
                : null;
    }

    private Stream<Instrument> instruments(@Nullable String symbol, Predicate<Instrument> wanted) {
        return desk.instruments().all().stream()
                .filter(i -> symbol == null || BinanceMarkets.name(i.symbol()).equals(symbol))
                .filter(wanted);
    }

    private static boolean involved(VenueAccount account, Instrument i) {
        Position position = account.position(i.symbol());
        return position != null && position.quantity().signum() != 0
                || account.openOrders().stream().anyMatch(o -> o.symbol().equals(i.symbol()));
    }

    private Map<String, @Nullable Object> row(VenueAccount account, Instrument i, Instant now) {
        Position held = account.position(i.symbol());
        Position position = held == null ? Position.flat(i.symbol(), now) : held;
        BigDecimal amount = position.quantity();
        BigDecimal mark = desk.prices().quote(i, now).last();
        String margin = money(desk.margin(account, i, amount.abs(), position.entryPrice()));
        BigDecimal orders =
                account.openOrders().stream()
                        .filter(o -> o.symbol().equals(i.symbol()))
                        .map(o -> o.heldAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        String unrealised = money(desk.unrealised(position, now));
        return Json.object(
                "symbol",
                BinanceMarkets.name(i.symbol()),
                "positionSide",
                BinanceMarkets.positionSide(i.symbol()),
                "positionAmt",
                Json.plain(amount),
                "entryPrice",
                Json.plain(position.entryPrice()),
                "breakEvenPrice",
                Json.plain(position.entryPrice()),
                "markPrice",
                Json.plain(mark),
                "unRealizedProfit",
                unrealised,
                "unrealizedProfit",
                unrealised,
                "liquidationPrice",
                "0",
                "isolatedMargin",
                "0",
                "notional",
                money(i.value(amount, mark)),
                "marginAsset",
                i.settle(),
                "isolatedWallet",
                "0",
                "initialMargin",
                margin,
                "maintMargin",
                "0",
                "positionInitialMargin",
                margin,
                "openOrderInitialMargin",
                money(orders),
                "adl",
                0,
                "bidNotional",
                "0",
                "askNotional",
                "0",
                "updateTime",
                position.updatedAt().toEpochMilli());
    }

    private static String money(BigDecimal amount) {
        return Json.plain(amount.setScale(8, RoundingMode.HALF_UP));
    }
}
