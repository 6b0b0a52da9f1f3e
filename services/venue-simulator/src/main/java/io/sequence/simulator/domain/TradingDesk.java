package io.sequence.simulator.domain;

import io.sequence.simulator.domain.OrderRefused.Reason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes, fills and cancels a venue's orders against the price board. An order that meets the price
 * fills at once and whole; one that does not rests, holding what it needs, and fills at its own
 * price once the walk crosses it. Callers hold the account's monitor.
 */
public final class TradingDesk {

    /** Which side of a spot trade the fee is taken from. */
    public enum FeeFrom {
        RECEIVED,
        QUOTE
    }

    private static final int MOST_OPEN = 500;
    private static final int MOST_STEPS = 900;

    private final InstrumentList instruments;
    private final PriceBoard prices;
    private final FeeFrom feeFrom;

    public TradingDesk(InstrumentList instruments, PriceBoard prices, FeeFrom feeFrom) {
        this.instruments = instruments;
        this.prices = prices;
        this.feeFrom = feeFrom;
    }

    public InstrumentList instruments() {
        return instruments;
    }

    public PriceBoard prices() {
        return prices;
    }

    /**
     * Says whether {@link #place} would take the ticket, changing nothing.
     *
     * @throws OrderRefused when it would not
     */
    public void check(VenueAccount account, OrderTicket ticket, Instant now) {
        plan(account, ticket, now);
    }

    /** Whether a ticket would trade at once at {@code now}. */
    public boolean meetsPrice(OrderTicket ticket, Instant now) {
        return meets(ticket, prices.quote(ticket.instrument(), now));
    }

    /**
     * Takes an order: filled, resting, or cancelled at once when its time in force says so.
     *
     * @throws OrderRefused when the order breaks a rule or the money is not there
     */
    public Order place(VenueAccount account, OrderTicket ticket, Instant now) {
        Order planned = plan(account, ticket, now);
        boolean meets = meetsPrice(ticket, now);
        TimeInForce force = ticket.timeInForce();
        if (meets && force == TimeInForce.POST_ONLY) {
            return end(account, planned, "POST_ONLY", now);
        }
        if (!meets && (force == TimeInForce.IOC || force == TimeInForce.FOK)) {
            return end(account, planned, "NOT_FILLED", now);
        }
        wallet(account, ticket.instrument()).hold(planned.heldAsset(), planned.heldAmount());
        account.keep(planned);
        if (!meets) {
            return planned;
        }
        PriceBoard.Quote quote = prices.quote(ticket.instrument(), now);
        return fill(
                account,
                planned,
                ticket.side() == Side.BUY ? quote.ask() : quote.bid(),
                false,
                now);
    }

    /**
     * Cancels a standing order.
     *
     * @throws OrderRefused when there is no such order or it is finished
     */
    public Order cancel(VenueAccount account, String orderId, Instant now) {
        Order order =
                account.order(orderId).orElseThrow(() -> new OrderRefused(Reason.UNKNOWN_ORDER));
        if (!order.open()) {
            throw new OrderRefused(Reason.ALREADY_FINISHED);
        }
        wallet(account, instruments.get(order.symbol()))
                .release(order.heldAsset(), order.heldAmount());
        return end(account, order, "BY_USER", now);
    }

    /**
     * Fills resting orders that the walk crossed since they were last looked at. True when
     * something changed.
     */
    public boolean settle(VenueAccount account, Instant now) {
        boolean changed = false;
        for (Order order : account.openOrders()) {
            Instant crossed = crossing(order, now);
            if (crossed != null) {
                fill(account, order, Objects.requireNonNull(order.price()), true, crossed);
                changed = true;
            } else {
                account.keep(order.watched(now));
            }
        }
        return changed;
    }

    /** What is free to use of an asset: not held by orders and not bound as a position's margin. */
    public BigDecimal available(VenueAccount account, WalletKind kind, String asset) {
        return account.wallet(kind)
                .of(asset)
                .available()
                .subtract(positionMargin(account, kind, asset))
                .max(BigDecimal.ZERO);
    }

    /** What the positions that settle in {@code asset} bind as margin. */
    public BigDecimal positionMargin(VenueAccount account, WalletKind kind, String asset) {
        BigDecimal bound = BigDecimal.ZERO;
        for (Position position : account.positions()) {
            Instrument instrument = instruments.get(position.symbol());
            if (instrument.wallet() == kind && instrument.settle().equals(asset)) {
                bound =
                        bound.add(
                                margin(
                                        account,
                                        instrument,
                                        position.quantity().abs(),
                                        position.entryPrice()));
            }
        }
        return bound;
    }

    /** What open orders on contracts bind as margin. */
    public BigDecimal orderMargin(VenueAccount account, WalletKind kind, String asset) {
        return account.openOrders().stream()
                .filter(o -> o.heldAsset().equals(asset))
                .filter(o -> instruments.get(o.symbol()).wallet() == kind)
                .filter(o -> instruments.get(o.symbol()).market() == MarketKind.DERIVATIVES)
                .map(Order::heldAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Gain or loss of a position at the present price, in its settle asset. */
    public BigDecimal unrealised(Position position, Instant now) {
        if (position.quantity().signum() == 0) {
            return BigDecimal.ZERO;
        }
        Instrument instrument = instruments.get(position.symbol());
        return position.gain(
                instrument, position.quantity().abs(), prices.quote(instrument, now).last());
    }

    /** Initial margin of {@code quantity} at {@code price} under the account's leverage. */
    public BigDecimal margin(
            VenueAccount account, Instrument instrument, BigDecimal quantity, BigDecimal price) {
        if (quantity.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return cents(
                instrument
                        .value(quantity, price)
                        .divide(
                                BigDecimal.valueOf(account.leverage(instrument.symbol())),
                                12,
                                RoundingMode.UP));
    }

    private Order plan(VenueAccount account, OrderTicket ticket, Instant now) {
        Instrument instrument = ticket.instrument();
        PriceBoard.Quote quote = prices.quote(instrument, now);
        BigDecimal execution = ticket.side() == Side.BUY ? quote.ask() : quote.bid();
        BigDecimal limit = ticket.price();
        if (ticket.type() == OrderType.LIMIT) {
            OrderRules.price(limit, instrument);
        }
        BigDecimal price = limit == null ? execution : limit;
        BigDecimal quantity = quantity(ticket, execution);
        OrderRules.quantity(quantity, price, instrument);
        OrderRules.clientId(account, ticket.clientId());
        if (account.openOrders().size() >= MOST_OPEN) {
            throw new OrderRefused(Reason.TOO_MANY_OPEN);
        }
        BigDecimal need = need(account, ticket, quantity, price);
        String asset = heldAsset(ticket);
        if (available(account, instrument.wallet(), asset).compareTo(need) < 0) {
            throw new OrderRefused(Reason.INSUFFICIENT_FUNDS);
        }
        return new Order(
                ticket.id(),
                ticket.clientId(),
                instrument.symbol(),
                ticket.side(),
                ticket.type(),
                ticket.timeInForce(),
                limit,
                quantity,
                ticket.quoteQuantity(),
                ticket.reduceOnly(),
                OrderStatus.OPEN,
                asset,
                need,
                BigDecimal.ZERO,
                null,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                feeAsset(instrument, ticket.side()),
                false,
                null,
                now,
                now,
                now);
    }

    private BigDecimal quantity(OrderTicket ticket, BigDecimal execution) {
        BigDecimal quantity = ticket.quantity();
        if (quantity != null) {
            return quantity;
        }
        BigDecimal spend = ticket.quoteQuantity();
        if (spend == null) {
            throw new OrderRefused(Reason.QUANTITY_MISSING);
        }
        Instrument instrument = ticket.instrument();
        BigDecimal unit = execution;
        if (feeFrom == FeeFrom.QUOTE && ticket.side() == Side.BUY) {
            unit = execution.multiply(BigDecimal.ONE.add(instrument.takerFee()));
        }
        BigDecimal step = instrument.quantityStep();
        return spend.divide(unit.multiply(step), 0, RoundingMode.DOWN).multiply(step);
    }

    private BigDecimal need(
            VenueAccount account, OrderTicket ticket, BigDecimal quantity, BigDecimal price) {
        Instrument instrument = ticket.instrument();
        if (instrument.kind() != Instrument.Kind.SPOT) {
            return needOfContract(account, ticket, quantity, price);
        }
        if (ticket.side() == Side.SELL) {
            return quantity;
        }
        BigDecimal value = instrument.value(quantity, price);
        return feeFrom == FeeFrom.QUOTE
                ? value.add(cents(value.multiply(instrument.feeShare(false, price))))
                : value;
    }

    private BigDecimal needOfContract(
            VenueAccount account, OrderTicket ticket, BigDecimal quantity, BigDecimal price) {
        Instrument instrument = ticket.instrument();
        Position position = account.position(instrument.symbol());
        BigDecimal signed = quantity.multiply(BigDecimal.valueOf(ticket.side().sign()));
        BigDecimal closing = position == null ? BigDecimal.ZERO : position.closing(signed);
        if (ticket.reduceOnly() && closing.compareTo(quantity) < 0) {
            throw new OrderRefused(Reason.NOTHING_TO_REDUCE);
        }
        BigDecimal opening = quantity.subtract(closing);
        if (opening.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal fee = cents(instrument.value(opening, price).multiply(instrument.takerFee()));
        return margin(account, instrument, opening, price).add(fee);
    }

    private Order fill(
            VenueAccount account, Order order, BigDecimal price, boolean maker, Instant at) {
        Instrument instrument = instruments.get(order.symbol());
        Wallet wallet = wallet(account, instrument);
        wallet.release(order.heldAsset(), order.heldAmount());
        BigDecimal value = instrument.value(order.quantity(), price);
        BigDecimal share = instrument.feeShare(maker, price);
        BigDecimal gained = BigDecimal.ZERO;
        BigDecimal fee;
        if (instrument.kind() == Instrument.Kind.SPOT) {
            boolean inBase = order.feeAsset().equals(instrument.base());
            fee = cents((inBase ? order.quantity() : value).multiply(share));
            boolean buy = order.side() == Side.BUY;
            wallet.move(instrument.quote(), buy ? value.negate() : value);
            wallet.move(instrument.base(), buy ? order.quantity() : order.quantity().negate());
        } else {
            fee = cents(value.multiply(share));
            gained = trade(account, instrument, order, price, at);
        }
        fee = pay(wallet, order.feeAsset(), fee);
        Fill fill =
                new Fill(
                        fillId(order),
                        order.id(),
                        order.symbol(),
                        order.side(),
                        price,
                        order.quantity(),
                        value,
                        fee,
                        order.feeAsset(),
                        maker,
                        gained,
                        at);
        account.keep(fill);
        Order filled = order.filled(fill);
        account.keep(filled);
        return filled;
    }

    /**
     * Moves the position; a loss beyond what the wallet holds is the venue's, as its insurance fund
     * would have it.
     */
    private static BigDecimal trade(
            VenueAccount account,
            Instrument instrument,
            Order order,
            BigDecimal price,
            Instant at) {
        Position before = account.position(instrument.symbol());
        if (before == null) {
            before = Position.flat(instrument.symbol(), at);
        }
        BigDecimal signed = order.quantity().multiply(BigDecimal.valueOf(order.side().sign()));
        BigDecimal closing = before.closing(signed);
        BigDecimal gained =
                closing.signum() == 0
                        ? BigDecimal.ZERO
                        : cents(before.gain(instrument, closing, price));
        Wallet wallet = wallet(account, instrument);
        BigDecimal left = wallet.of(instrument.settle()).available();
        gained = gained.max(left.negate());
        wallet.move(instrument.settle(), gained);
        account.keep(before.after(signed, price, gained, at));
        return gained;
    }

    private static BigDecimal pay(Wallet wallet, String asset, BigDecimal fee) {
        BigDecimal paid = fee.min(wallet.of(asset).available());
        wallet.move(asset, paid.negate());
        return paid;
    }

    private @Nullable Instant crossing(Order order, Instant now) {
        Instrument instrument = instruments.get(order.symbol());
        long from = order.watchedUntil().getEpochSecond() + 1;
        long to = now.getEpochSecond();
        long stride = Math.max(1, (to - from) / MOST_STEPS);
        for (long second = from; second < to; second += stride) {
            Instant at = Instant.ofEpochSecond(second);
            if (crosses(order, prices.quote(instrument, at))) {
                return at;
            }
        }
        return crosses(order, prices.quote(instrument, now)) ? now : null;
    }

    private static boolean crosses(Order order, PriceBoard.Quote quote) {
        BigDecimal price = Objects.requireNonNull(order.price());
        return order.side() == Side.BUY
                ? quote.ask().compareTo(price) <= 0
                : quote.bid().compareTo(price) >= 0;
    }

    private static boolean meets(OrderTicket ticket, PriceBoard.Quote quote) {
        BigDecimal price = ticket.price();
        if (ticket.type() == OrderType.MARKET || price == null) {
            return true;
        }
        return ticket.side() == Side.BUY
                ? quote.ask().compareTo(price) <= 0
                : quote.bid().compareTo(price) >= 0;
    }

    private static Order end(VenueAccount account, Order order, String why, Instant now) {
        Order ended = order.cancelled(why, now);
        account.keep(ended);
        return ended;
    }

    private static String heldAsset(OrderTicket ticket) {
        Instrument instrument = ticket.instrument();
        if (instrument.kind() != Instrument.Kind.SPOT) {
            return instrument.settle();
        }
        return ticket.side() == Side.BUY ? instrument.quote() : instrument.base();
    }

    private String feeAsset(Instrument instrument, Side side) {
        if (instrument.kind() != Instrument.Kind.SPOT) {
            return instrument.settle();
        }
        return feeFrom == FeeFrom.RECEIVED && side == Side.BUY
                ? instrument.base()
                : instrument.quote();
    }

    private static Wallet wallet(VenueAccount account, Instrument instrument) {
        return account.wallet(instrument.wallet());
    }

    private static String fillId(Order order) {
        return UUID.nameUUIDFromBytes(order.id().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(10, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
