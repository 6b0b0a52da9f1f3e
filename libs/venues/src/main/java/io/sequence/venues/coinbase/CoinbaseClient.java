package io.sequence.venues.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One key at Coinbase. Source: the Advanced Trade reference. */
final class CoinbaseClient implements VenueClient {
    private static final String ORDERS = "orders/historical/batch";

    private final CoinbaseCalls calls;

    CoinbaseClient(CoinbaseCalls calls) {
        this.calls = calls;
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return calls.read(CoinbaseCalls.KEY, "", CoinbaseKey::facts);
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return calls.pulse();
    }

    @Override
    public VenueAnswer<Pulse> diagnose(No<?> refusal) {
        return refusal.fault() == Fault.AMBIGUOUS_AUTH
                ? CoinbaseDoubt.ofPing(refusal, calls)
                : refusal.as();
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        VenueAnswer<List<Balance>> portfolio =
                calls.pages("accounts", "limit=250", CoinbaseAccount::balances);
        return switch (market) {
            case SPOT -> portfolio;
            case DERIVATIVES -> portfolio.map(this::withFutures);
        };
    }

    /** Most accounts have no futures wallet, which is no reason to fail. */
    private List<Balance> withFutures(List<Balance> portfolio) {
        var all = new ArrayList<>(portfolio);
        if (calls.read("cfm/balance_summary", "", CoinbaseAccount::futures)
                instanceof Yes<Optional<Balance>> futures) {
            futures.value().ifPresent(all::add);
        }
        return all;
    }

    /** A portfolio of international perpetuals has positions of its own. */
    @Override
    public VenueAnswer<List<Position>> positions() {
        return calls.read(CoinbaseCalls.KEY, "", CoinbaseClient::perpetuals)
                .then(
                        perpetuals ->
                                perpetuals.isPresent()
                                        ? calls.read(
                                                "intx/positions/" + Query.encoded(perpetuals.get()),
                                                "",
                                                CoinbaseAccount::perpetualPositions)
                                        : calls.read(
                                                "cfm/positions",
                                                "",
                                                CoinbaseAccount::futuresPositions));
    }

    private static Optional<String> perpetuals(JsonNode key) {
        return Json.textOr(key, "portfolio_type", "").equals("INTX")
                ? Optional.of(Json.text(key, "portfolio_uuid"))
                : Optional.empty();
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        String query =
                switch (market) {
                    case SPOT -> "product_type=SPOT";
                    case DERIVATIVES -> "product_type=FUTURE";
                };
        return calls.read("transaction_summary", query, CoinbaseAccount::rates);
    }

    /** Not every product takes a reduce-only order, so none is sent as one. */
    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (!CoinbaseOrders.CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return refused("a client order id must match " + CoinbaseOrders.CLIENT_ID);
        }
        // A spot sale can only make a holding smaller; a purchase never does.
        boolean reducesBySelling =
                order.market() == Market.SPOT && order.side() == OrderRequest.Side.SELL;
        if (order.reduceOnly() && !reducesBySelling) {
            return refused("Coinbase does not offer reduce-only orders here");
        }
        return calls.order("orders", CoinbaseOrders.placement(order), CoinbaseOrders::receipt);
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        if (order.venueOrderId() != null) {
            return cancel(order.venueOrderId(), order.clientOrderId());
        }
        String clientOrderId = Objects.requireNonNull(order.clientOrderId());
        return search(order, "OPEN")
                .then(
                        found ->
                                cancel(
                                        Objects.requireNonNull(found.ref().venueOrderId()),
                                        clientOrderId));
    }

    private VenueAnswer<OrderReceipt> cancel(String orderId, @Nullable String clientOrderId) {
        return calls.order(
                "orders/batch_cancel",
                CoinbaseOrders.cancellation(orderId),
                body -> CoinbaseOrders.cancelled(body, clientOrderId));
    }

    /** There is no look-up by our id: the open orders are searched, then all of the product. */
    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        if (order.venueOrderId() != null) {
            return calls.readOrder(
                    "orders/historical/" + Query.encoded(order.venueOrderId()),
                    "",
                    body -> CoinbaseOrders.state(order.market(), body.path("order")));
        }
        VenueAnswer<OrderState> open = search(order, "OPEN");
        return open instanceof No<OrderState> no && no.fault() == Fault.ORDER_NOT_FOUND
                ? search(order, null)
                : open;
    }

    private VenueAnswer<OrderState> search(OrderRef order, @Nullable String status) {
        return list(order.market(), order.symbol(), status)
                .then(
                        orders ->
                                orders.stream()
                                        .filter(one -> isOurs(one, order))
                                        .findFirst()
                                        .<VenueAnswer<OrderState>>map(Yes::new)
                                        .orElseGet(
                                                () ->
                                                        no(
                                                                Fault.ORDER_NOT_FOUND,
                                                                "Coinbase lists no such order")));
    }

    private static boolean isOurs(OrderState state, OrderRef wanted) {
        return Objects.equals(state.ref().clientOrderId(), wanted.clientOrderId());
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return list(market, symbol, "OPEN");
    }

    private VenueAnswer<List<OrderState>> list(
            Market market, String symbol, @Nullable String status) {
        Query query =
                new Query()
                        .andIf("order_status", status)
                        .and("product_id", symbol)
                        .and("limit", "250");
        return calls.pages(ORDERS, query.toString(), body -> CoinbaseOrders.states(market, body));
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        Query query = Query.of("product_ids", symbol).and("limit", "100");
        return calls.read(
                "orders/historical/fills",
                query.toString(),
                body -> CoinbaseOrders.fills(market, body));
    }

    /** The last price is public, the best bid and ask are for keys. */
    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return listed(
                calls.readPublic(product(symbol), "", body -> Json.decimal(body, "price"))
                        .then(
                                last ->
                                        calls.read(
                                                "best_bid_ask",
                                                Query.of("product_ids", symbol).toString(),
                                                body ->
                                                        CoinbaseAccount.ticker(
                                                                symbol, last, body))));
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return listed(
                calls.readPublic(
                                product(symbol),
                                "",
                                body -> CoinbaseAccount.instrument(body, symbol))
                        .then(
                                found ->
                                        found.<VenueAnswer<Instrument>>map(Yes::new)
                                                .orElseGet(
                                                        () ->
                                                                no(
                                                                        Fault.BAD_SYMBOL,
                                                                        "Coinbase does not trade "
                                                                                + symbol))));
    }

    private static String product(String symbol) {
        return "products/" + Query.encoded(symbol);
    }

    /** What is not found among products is a symbol, not an order. */
    private static <T> VenueAnswer<T> listed(VenueAnswer<T> answer) {
        return answer instanceof No<T> no
                        && (no.fault() == Fault.ORDER_NOT_FOUND || no.fault() == Fault.BAD_REQUEST)
                ? new No<>(Fault.BAD_SYMBOL, no.venueCode(), no.venueWords(), no.retryAfter())
                : answer;
    }

    private static <T> No<T> refused(String why) {
        return no(Fault.BAD_REQUEST, "our check: " + why);
    }

    private static <T> No<T> no(Fault fault, String words) {
        return new No<>(fault, "", words, null);
    }
}
