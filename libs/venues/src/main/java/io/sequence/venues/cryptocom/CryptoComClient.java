package io.sequence.venues.cryptocom;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.FeeTier;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.KeyFacts;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.OrderState.Phase;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.vocabulary.Market;
import java.util.List;
import java.util.Optional;

/** One key at the Crypto.com Exchange. Source: the Exchange v1 documentation. */
final class CryptoComClient implements VenueClient {
    private static final String DETAIL = "private/get-order-detail";

    private final CryptoComCalls calls;

    CryptoComClient(CryptoComCalls calls) {
        this.calls = calls;
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return new CryptoComKey(calls).inspect();
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return calls.pulse();
    }

    @Override
    public VenueAnswer<Pulse> diagnose(No<?> refusal) {
        return refusal.fault() == Fault.AMBIGUOUS_AUTH
                ? CryptoComDoubt.ofPing(refusal, calls)
                : refusal.as();
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return calls.read(CryptoComCalls.BALANCE, Json.object(), CryptoComAccount::balances);
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return calls.read("private/get-positions", Json.object(), CryptoComAccount::positions);
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        return calls.read(
                "private/get-fee-rate",
                Json.object(),
                result -> CryptoComAccount.rates(result, market));
    }

    /**
     * The venue acknowledges an order before it has looked at it, so the order is looked at once
     * afterwards: what was rejected by then is a no, everything else is a receipt.
     */
    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (!CryptoComOrders.CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return refused("a client order id must match " + CryptoComOrders.CLIENT_ID);
        }
        // A sale can only make a holding smaller; a purchase never does.
        if (order.reduceOnly()
                && order.market() == Market.SPOT
                && order.side() == OrderRequest.Side.BUY) {
            return refused("a spot purchase reduces nothing");
        }
        VenueAnswer<OrderReceipt> answer =
                calls.order(
                        "private/create-order",
                        CryptoComOrders.placement(order),
                        CryptoComOrders::receipt);
        return switch (answer) {
            case Yes<OrderReceipt> yes -> lookedAt(yes);
            case No<OrderReceipt> no when no.fault() == Fault.ORDER_REJECTED -> doubted(no, order);
            default -> answer;
        };
    }

    private VenueAnswer<OrderReceipt> lookedAt(Yes<OrderReceipt> receipt) {
        ObjectNode params = Json.object().put("order_id", receipt.value().venueOrderId());
        return calls.readOrder(DETAIL, params, CryptoComOrders::rejection)
                        instanceof Yes<Optional<No<OrderReceipt>>> looked
                ? looked.value().<VenueAnswer<OrderReceipt>>map(no -> no).orElse(receipt)
                : receipt;
    }

    /** Codes such as FAR_AWAY_LIMIT_PRICE have come with orders that stood all the same. */
    private VenueAnswer<OrderReceipt> doubted(No<OrderReceipt> no, OrderRequest order) {
        var ref = new OrderRef(order.market(), order.symbol(), null, order.clientOrderId());
        return order(ref) instanceof Yes<OrderState> found && stands(found.value())
                ? new Yes<>(
                        new OrderReceipt(found.value().ref().venueOrderId(), order.clientOrderId()))
                : no;
    }

    private static boolean stands(OrderState state) {
        return state.phase() == Phase.OPEN
                || state.phase() == Phase.FILLED
                || state.filled().signum() > 0;
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return calls.order(
                "private/cancel-order",
                CryptoComOrders.naming(order),
                result -> CryptoComOrders.cancelled(result, order));
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        return calls.readOrder(
                DETAIL,
                CryptoComOrders.naming(order),
                result -> CryptoComOrders.state(order.market(), result));
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return calls.readOrder(
                "private/get-open-orders",
                Json.object().put("instrument_name", symbol),
                result -> CryptoComOrders.states(market, result));
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        return calls.read(
                "private/get-trades",
                Json.object().put("instrument_name", symbol).put("limit", "100"),
                CryptoComOrders::fills);
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return calls.readPublic(
                        "public/get-tickers",
                        Query.of("instrument_name", symbol),
                        result -> CryptoComAccount.ticker(result, symbol))
                .then(found -> listed(found, symbol));
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return calls.readPublic(
                        "public/get-instruments",
                        new Query(),
                        result -> CryptoComAccount.instrument(result, symbol))
                .then(found -> listed(found, symbol));
    }

    private static <T> VenueAnswer<T> listed(Optional<T> found, String symbol) {
        return found.<VenueAnswer<T>>map(Yes::new)
                .orElseGet(
                        () ->
                                new No<>(
                                        Fault.BAD_SYMBOL,
                                        "",
                                        "Crypto.com lists no tradable " + symbol,
                                        null));
    }

    private static <T> No<T> refused(String why) {
        return new No<>(Fault.BAD_REQUEST, "", "our check: " + why, null);
    }
}
