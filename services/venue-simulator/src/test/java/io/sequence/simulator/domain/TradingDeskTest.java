package io.sequence.simulator.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sequence.simulator.domain.OrderRefused.Reason;
import io.sequence.simulator.domain.TradingDesk.FeeFrom;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TradingDeskTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Instrument spot = instrument("BTC-USDT", Instrument.Kind.SPOT, "USDT", "0.0001");
    private final Instrument linear =
            instrument("BTC-PERP", Instrument.Kind.LINEAR, "USDT", "0.001");
    private final Instrument inverse = instrument("BTC-INV", Instrument.Kind.INVERSE, "BTC", "1");
    private final PriceBoard prices = new PriceBoard(7);
    private final VenueAccount account = new VenueAccount("a", "v", "1", null, "global", NOON);
    private TradingDesk desk;
    private int id;

    @BeforeEach
    void open() {
        desk = desk(FeeFrom.RECEIVED);
        prices.pin("BTC", new BigDecimal("60000"));
        wallet().set("USDT", new BigDecimal("10000"));
        wallet().set("BTC", new BigDecimal("1"));
    }

    @Test
    void fillsAMarketBuyAtTheAskLessTheFeeInWhatIsReceived() {
        Order order = desk.place(account, market(Side.BUY, "0.1"), NOON);
        assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(order.filledPrice()).isEqualByComparingTo("60000.1");
        assertThat(order.feeAsset()).isEqualTo("BTC");
        assertThat(wallet().of("USDT").total()).isEqualByComparingTo("3999.99");
        assertThat(wallet().of("BTC").total()).isEqualByComparingTo("1.0999");
    }

    @Test
    void takesTheFeeFromTheQuoteWhereTheVenueDoes() {
        desk = desk(FeeFrom.QUOTE);
        desk.place(account, market(Side.BUY, "0.1"), NOON);
        assertThat(wallet().of("USDT").total()).isEqualByComparingTo("3993.98999");
        assertThat(wallet().of("BTC").total()).isEqualByComparingTo("1.1");
    }

    @Test
    void holdsTheMoneyOfARestingOrderAndFreesItOnCancel() {
        Order order = desk.place(account, limit(Side.BUY, "0.1", "50000", TimeInForce.GTC), NOON);
        assertThat(order.open()).isTrue();
        assertThat(wallet().of("USDT").held()).isEqualByComparingTo("5000");
        desk.cancel(account, order.id(), NOON);
        assertThat(wallet().of("USDT").held()).isEqualByComparingTo("0");
        assertThat(account.order(order.id()))
                .get()
                .extracting(Order::status)
                .isEqualTo(OrderStatus.CANCELLED);
        assertRefused(Reason.ALREADY_FINISHED, () -> desk.cancel(account, order.id(), NOON));
    }

    @Test
    void fillsARestingOrderAtItsOwnPriceAsMakerOnceItIsCrossed() {
        Order order = desk.place(account, limit(Side.BUY, "0.1", "50000", TimeInForce.GTC), NOON);
        assertThat(desk.settle(account, NOON.plusSeconds(5))).isFalse();
        prices.pin("BTC", new BigDecimal("49000"));
        assertThat(desk.settle(account, NOON.plusSeconds(10))).isTrue();
        Order filled = account.order(order.id()).orElseThrow();
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.filledPrice()).isEqualByComparingTo("50000");
        assertThat(filled.maker()).isTrue();
        assertThat(wallet().of("USDT").held()).isEqualByComparingTo("0");
        assertThat(wallet().of("USDT").total()).isEqualByComparingTo("5000");
    }

    @Test
    void spendsNoMoreThanAQuoteAmountNames() {
        OrderTicket spend =
                new OrderTicket(
                        "q",
                        null,
                        spot,
                        Side.BUY,
                        OrderType.MARKET,
                        TimeInForce.IOC,
                        null,
                        null,
                        new BigDecimal("100"),
                        false);
        Order order = desk.place(account, spend, NOON);
        assertThat(order.filledValue()).isLessThanOrEqualTo(new BigDecimal("100"));
        assertThat(order.filledQuantity()).isEqualByComparingTo("0.0016");
    }

    @Test
    void endsPostOnlyThatWouldTakeAndImmediateThatWouldRest() {
        Order post =
                desk.place(account, limit(Side.BUY, "0.1", "61000", TimeInForce.POST_ONLY), NOON);
        Order now = desk.place(account, limit(Side.BUY, "0.1", "50000", TimeInForce.IOC), NOON);
        assertThat(List.of(post.status(), now.status())).containsOnly(OrderStatus.CANCELLED);
        assertThat(wallet().of("USDT").held()).isEqualByComparingTo("0");
    }

    @Test
    void refusesWhatBreaksARule() {
        assertRefused(
                Reason.INSUFFICIENT_FUNDS, () -> desk.place(account, market(Side.BUY, "1"), NOON));
        assertRefused(
                Reason.QUANTITY_TOO_SMALL,
                () -> desk.place(account, market(Side.BUY, "0.00001"), NOON));
        assertRefused(
                Reason.QUANTITY_OFF_GRID,
                () -> desk.place(account, market(Side.BUY, "0.00015"), NOON));
        assertRefused(
                Reason.PRICE_OFF_GRID,
                () ->
                        desk.place(
                                account,
                                limit(Side.BUY, "0.1", "50000.05", TimeInForce.GTC),
                                NOON));
        assertRefused(
                Reason.VALUE_TOO_SMALL,
                () -> desk.place(account, limit(Side.BUY, "0.0001", "10", TimeInForce.GTC), NOON));
    }

    @Test
    void refusesAClientIdForTheSecondTime() {
        OrderTicket one =
                new OrderTicket(
                        "x1",
                        "mine",
                        spot,
                        Side.BUY,
                        OrderType.MARKET,
                        TimeInForce.IOC,
                        null,
                        new BigDecimal("0.01"),
                        null,
                        false);
        desk.place(account, one, NOON);
        OrderTicket two =
                new OrderTicket(
                        "x2",
                        "mine",
                        spot,
                        Side.BUY,
                        OrderType.MARKET,
                        TimeInForce.IOC,
                        null,
                        new BigDecimal("0.01"),
                        null,
                        false);
        assertRefused(Reason.DUPLICATE_CLIENT_ID, () -> desk.place(account, two, NOON));
    }

    @Test
    void checkingAnOrderChangesNothing() {
        AccountState before = account.state();
        desk.check(account, market(Side.BUY, "0.1"), NOON);
        assertThat(account.state()).isEqualTo(before);
    }

    @Test
    void bindsMarginForALongAndPaysItsGain() {
        desk.place(account, contract(linear, Side.BUY, "0.5", false), NOON);
        assertThat(desk.positionMargin(account, WalletKind.TRADING, "USDT"))
                .isEqualByComparingTo("3000.005");
        prices.pin("BTC", new BigDecimal("61000"));
        assertThat(desk.unrealised(account.position("BTC-PERP"), NOON))
                .isEqualByComparingTo("499.95");
        desk.place(account, contract(linear, Side.SELL, "0.5", true), NOON);
        assertThat(account.position("BTC-PERP").quantity()).isEqualByComparingTo("0");
        assertThat(account.position("BTC-PERP").realised()).isEqualByComparingTo("499.9");
        assertRefused(
                Reason.NOTHING_TO_REDUCE,
                () -> desk.place(account, contract(linear, Side.SELL, "0.5", true), NOON));
    }

    @Test
    void paysAnInverseShortInTheBaseAsset() {
        desk.place(account, contract(inverse, Side.SELL, "6000", false), NOON);
        prices.pin("BTC", new BigDecimal("50000"));
        assertThat(desk.unrealised(account.position("BTC-INV"), NOON))
                .isBetween(new BigDecimal("0.0199"), new BigDecimal("0.0201"));
        desk.place(account, contract(inverse, Side.BUY, "6000", true), NOON);
        assertThat(account.wallet(WalletKind.TRADING).of("BTC").total())
                .isGreaterThan(new BigDecimal("1.0197"));
    }

    @ParameterizedTest
    @EnumSource(FeeFrom.class)
    void neverOverdrawsAndLosesNothingButFees(FeeFrom from) {
        desk = desk(from);
        prices.unpin();
        Random random = new Random(42);
        Instant now = NOON;
        for (int i = 0; i < 2_000; i++) {
            now = now.plusSeconds(random.nextInt(120));
            desk.settle(account, now);
            trade(random, now);
            wallet().holdings().values().forEach(h -> assertThat(h.available()).isNotNegative());
        }
        assertThat(account.fills()).hasSizeGreaterThan(100);
    }

    @Test
    void keepsTheBooksOfEveryFill() {
        prices.unpin();
        Random random = new Random(3);
        Instant now = NOON;
        for (int i = 0; i < 300; i++) {
            now = now.plusSeconds(random.nextInt(120));
            desk.settle(account, now);
            trade(random, now);
        }
        BigDecimal usdt = new BigDecimal("10000");
        BigDecimal btc = BigDecimal.ONE;
        for (Fill fill : account.fills()) {
            BigDecimal sign = BigDecimal.valueOf(fill.side().sign());
            usdt = usdt.subtract(fill.value().multiply(sign));
            btc = btc.add(fill.quantity().multiply(sign));
            usdt = fill.feeAsset().equals("USDT") ? usdt.subtract(fill.fee()) : usdt;
            btc = fill.feeAsset().equals("BTC") ? btc.subtract(fill.fee()) : btc;
        }
        assertThat(wallet().of("USDT").total()).isEqualByComparingTo(usdt);
        assertThat(wallet().of("BTC").total()).isEqualByComparingTo(btc);
        BigDecimal held =
                account.openOrders().stream()
                        .filter(o -> o.heldAsset().equals("USDT"))
                        .map(Order::heldAmount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(wallet().of("USDT").held()).isEqualByComparingTo(held);
    }

    private void trade(Random random, Instant now) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String quantity = "0.0" + (1 + random.nextInt(9));
        try {
            if (random.nextInt(4) == 0) {
                account.openOrders().stream()
                        .findFirst()
                        .ifPresent(o -> desk.cancel(account, o.id(), now));
            } else if (random.nextBoolean()) {
                desk.place(account, market(side, quantity), now);
            } else {
                BigDecimal off = new BigDecimal(random.nextInt(4_000) - 2_000).movePointLeft(1);
                BigDecimal price = prices.quote(spot, now).last().add(off);
                desk.place(
                        account,
                        limit(side, quantity, price.toPlainString(), TimeInForce.GTC),
                        now);
            }
        } catch (OrderRefused refused) {
            assertThat(refused.reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
        }
    }

    private Wallet wallet() {
        return account.wallet(WalletKind.TRADING);
    }

    private TradingDesk desk(FeeFrom from) {
        return new TradingDesk(new InstrumentList(List.of(spot, linear, inverse)), prices, from);
    }

    private OrderTicket market(Side side, String quantity) {
        return new OrderTicket(
                "o" + id++,
                null,
                spot,
                side,
                OrderType.MARKET,
                TimeInForce.IOC,
                null,
                new BigDecimal(quantity),
                null,
                false);
    }

    private OrderTicket contract(
            Instrument instrument, Side side, String quantity, boolean reduce) {
        return new OrderTicket(
                "o" + id++,
                null,
                instrument,
                side,
                OrderType.MARKET,
                TimeInForce.IOC,
                null,
                new BigDecimal(quantity),
                null,
                reduce);
    }

    private OrderTicket limit(Side side, String quantity, String price, TimeInForce force) {
        return new OrderTicket(
                "o" + id++,
                null,
                spot,
                side,
                OrderType.LIMIT,
                force,
                new BigDecimal(price),
                new BigDecimal(quantity),
                null,
                false);
    }

    private static Instrument instrument(
            String symbol, Instrument.Kind kind, String settle, String step) {
        return new Instrument(
                symbol,
                kind,
                "BTC",
                "USDT",
                settle,
                BigDecimal.ONE,
                new BigDecimal("0.1"),
                new BigDecimal(step),
                new BigDecimal(step),
                new BigDecimal("5"),
                new BigDecimal("0.001"),
                new BigDecimal("0.001"),
                WalletKind.TRADING);
    }

    private static void assertRefused(Reason reason, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        OrderRefused.class, r -> assertThat(r.reason()).isEqualTo(reason));
    }
}
