package io.sequence.venues.hyperliquid;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.CredentialUnusable;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One API wallet. Reads are about the address that is traded for: the vault or sub-account where
 * one was given, else the account.
 */
final class HyperliquidClient implements VenueClient {
    /** How much worse than the middle of the book a market order may be filled. */
    private static final BigDecimal SLIPPAGE = new BigDecimal("0.05");

    private final HyperliquidCalls calls;
    private final HyperliquidWallets wallets;
    private final HyperliquidInspection inspection;
    private final HyperliquidListings listings;
    private volatile @Nullable String trading;

    HyperliquidClient(HyperliquidCalls calls, HyperliquidWallets wallets, InstantSource clock) {
        this.calls = calls;
        this.listings = new HyperliquidListings(calls);
        this.wallets = wallets;
        this.inspection = new HyperliquidInspection(calls, wallets, clock);
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return usable(inspection::facts);
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return usable(inspection::pulse);
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return trading().then(user -> balances(user, market));
    }

    private VenueAnswer<List<Balance>> balances(String user, Market market) {
        boolean spot = market == Market.SPOT;
        return calls.about(
                        "spotClearinghouseState",
                        user,
                        state -> HyperliquidAccount.spot(state, spot))
                .then(
                        coins ->
                                calls.about(
                                                "clearinghouseState",
                                                user,
                                                state -> HyperliquidAccount.margin(state, !spot))
                                        .map(margin -> joined(coins, margin)));
    }

    private static List<Balance> joined(List<Balance> some, List<Balance> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return trading()
                .then(
                        user ->
                                calls.about(
                                        "clearinghouseState", user, HyperliquidAccount::positions));
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        return trading()
                .then(
                        user ->
                                calls.about(
                                        "userFees",
                                        user,
                                        answer -> HyperliquidAccount.fees(answer, market)));
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (order.market() == Market.SPOT && order.reduceOnly() && order.side() == Side.BUY) {
            return refused(Fault.BAD_REQUEST, "a spot purchase reduces nothing");
        }
        return listings.of(order.market(), order.symbol())
                .then(
                        listing ->
                                limit(order, listing)
                                        .then(price -> place(order, listing.asset(), price)));
    }

    private VenueAnswer<OrderReceipt> place(OrderRequest order, long asset, BigDecimal price) {
        return calls.order(
                HyperliquidOrders.placement(order, asset, price),
                answer -> HyperliquidOrders.receipt(answer, order.clientOrderId()));
    }

    private VenueAnswer<BigDecimal> limit(OrderRequest order, HyperliquidListing listing) {
        if (order.price() != null) {
            return new Yes<>(listing.price(order.price(), order.side()));
        }
        BigDecimal worse = order.side() == Side.BUY ? SLIPPAGE : SLIPPAGE.negate();
        return listings.middle(listing)
                .map(middle -> middle.multiply(BigDecimal.ONE.add(worse)))
                .map(price -> listing.price(price, order.side()));
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        if (order.venueOrderId() != null && !isNumber(order.venueOrderId())) {
            return noSuchOrder();
        }
        return listings.of(order.market(), order.symbol())
                .then(
                        listing ->
                                calls.order(
                                        HyperliquidOrders.cancellation(order, listing.asset()),
                                        done ->
                                                new OrderReceipt(
                                                        order.venueOrderId(),
                                                        order.clientOrderId())));
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        if (order.venueOrderId() != null && !isNumber(order.venueOrderId())) {
            return noSuchOrder();
        }
        return trading().then(user -> order(user, order));
    }

    private VenueAnswer<OrderState> order(String user, OrderRef order) {
        var question = HyperliquidCalls.asking("orderStatus").put("user", user);
        if (order.venueOrderId() != null) {
            question.put("oid", new BigInteger(order.venueOrderId()));
        } else {
            String ours = Objects.requireNonNull(order.clientOrderId());
            question.put("oid", HyperliquidOrders.cloid(ours));
        }
        return calls.orders(question, answer -> HyperliquidOrders.states(order, answer))
                .then(
                        found ->
                                found.isEmpty()
                                        ? noSuchOrder()
                                        : new Yes<>(averaged(user, found.getFirst())));
    }

    /** The venue's own row has no average price; the fills tell. */
    private OrderState averaged(String user, OrderState order) {
        if (order.filled().signum() == 0) {
            return order;
        }
        return userFills(user, rows -> HyperliquidOrders.averaged(order, rows))
                        instanceof Yes<OrderState> averaged
                ? averaged.value()
                : order;
    }

    private <T> VenueAnswer<T> userFills(String user, Function<JsonNode, T> turn) {
        return calls.orders(HyperliquidCalls.asking("userFills").put("user", user), turn);
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return trading()
                .then(
                        user ->
                                listings.of(market, symbol)
                                        .then(listing -> open(user, market, symbol, listing)));
    }

    private VenueAnswer<List<OrderState>> open(
            String user, Market market, String symbol, HyperliquidListing listing) {
        return calls.orders(
                HyperliquidCalls.asking("openOrders").put("user", user),
                rows -> HyperliquidOrders.open(market, symbol, listing.coin(), rows));
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        return trading()
                .then(
                        user ->
                                listings.of(market, symbol)
                                        .then(
                                                listing ->
                                                        userFills(
                                                                user,
                                                                rows ->
                                                                        HyperliquidOrders.fills(
                                                                                symbol,
                                                                                listing.coin(),
                                                                                rows))));
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return listings.of(market, symbol).then(listing -> listings.ticker(symbol, listing));
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return listings.of(market, symbol)
                .then(
                        listing ->
                                listings.middle(listing)
                                        .map(price -> listing.instrument(symbol, price)));
    }

    /** Asked of the venue only when an API wallet's own address stands for the account's. */
    private VenueAnswer<String> trading() {
        String known = trading;
        return known != null
                ? new Yes<>(known)
                : usable(this::resolved)
                        .map(
                                address -> {
                                    trading = address;
                                    return address;
                                });
    }

    private VenueAnswer<String> resolved() {
        String account = wallets.account();
        if (wallets.vault().isPresent()) {
            return new Yes<>(wallets.vault().get());
        }
        return account.equals(wallets.agent())
                ? inspection
                        .role(account)
                        .map(
                                role ->
                                        role.isAgent()
                                                ? Objects.requireNonNullElse(role.master(), account)
                                                : account)
                : new Yes<>(account);
    }

    private static <T> VenueAnswer<T> usable(Supplier<VenueAnswer<T>> ask) {
        try {
            return ask.get();
        } catch (CredentialUnusable unusable) {
            return refused(unusable.fault(), String.valueOf(unusable.getMessage()));
        }
    }

    private static boolean isNumber(String venueOrderId) {
        return venueOrderId.matches("\\d{1,20}");
    }

    private static <T> No<T> noSuchOrder() {
        return new No<>(Fault.ORDER_NOT_FOUND, "", "Hyperliquid knows no such order", null);
    }

    private static <T> No<T> refused(Fault fault, String why) {
        return new No<>(fault, "", "our check: " + why, null);
    }
}
