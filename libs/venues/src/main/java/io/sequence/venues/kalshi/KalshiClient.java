package io.sequence.venues.kalshi;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Balance;
import io.sequence.venues.api.Credential;
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
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One key at Kalshi. Source: docs.kalshi.com and the API description 3.30.0. */
final class KalshiClient implements VenueClient {
    private static final String ROOT = "/trade-api/v2";
    private static final String BALANCE = "/portfolio/balance";
    private static final String PLACE = "/portfolio/events/orders";
    private static final int MOST_PAGES = 20;

    private final VenueCall call;
    private final KalshiInspection inspection;

    KalshiClient(VenueCall call, Credential credential) {
        this.call = call;
        this.inspection = new KalshiInspection(call, credential);
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return inspection.facts();
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return call.pulse(get(BALANCE, ""), KalshiClient::noFacts);
    }

    private static @Nullable KeyFacts noFacts(JsonNode balance) {
        Json.decimal(balance, "balance");
        return null;
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return call.read(get(BALANCE, ""), KalshiAccount::cash);
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return pages("/portfolio/positions", Query.of("limit", "1000"), KalshiAccount::positions);
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        return new Yes<>(KalshiAccount.FEES);
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        Optional<String> problem = KalshiOrders.problem(order);
        if (problem.isPresent()) {
            return new No<>(Fault.BAD_REQUEST, "", "our check: " + problem.get(), null);
        }
        return ofMarket(
                call.order(
                        WireRequest.post(call.host(), ROOT + PLACE, KalshiOrders.placement(order)),
                        answer -> KalshiOrders.receipt(answer, order.clientOrderId())));
    }

    /** The venue cancels by its own id alone. */
    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        if (order.venueOrderId() == null) {
            return found(order).then(state -> cancel(state.ref()));
        }
        String path = ROOT + PLACE + "/" + Query.encoded(order.venueOrderId());
        return call.order(
                WireRequest.delete(call.host(), path, ""),
                answer -> KalshiOrders.receipt(answer, order.clientOrderId()));
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        KalshiSymbol symbol = KalshiSymbol.of(order.symbol());
        VenueAnswer<OrderState> answer =
                order.venueOrderId() == null
                        ? found(order)
                        : call.readOrder(
                                get("/portfolio/orders/" + Query.encoded(order.venueOrderId()), ""),
                                row -> KalshiOrders.state(row.path("order"), symbol));
        return answer.then(state -> withAverage(state, symbol));
    }

    /** The average stands in the executions alone. */
    private VenueAnswer<OrderState> withAverage(OrderState state, KalshiSymbol symbol) {
        String id = state.ref().venueOrderId();
        if (state.filled().signum() == 0 || id == null) {
            return new Yes<>(state);
        }
        return pages(
                        "/portfolio/fills",
                        Query.of("order_id", id).and("limit", "200"),
                        answer -> KalshiAccount.fills(answer, symbol))
                .map(
                        fills ->
                                new OrderState(
                                        state.ref(),
                                        state.phase(),
                                        state.quantity(),
                                        state.filled(),
                                        fills.isEmpty() ? null : KalshiAccount.average(fills),
                                        state.venuePhase()));
    }

    /** The venue cannot be asked for our ids, only for all orders of a market. */
    private VenueAnswer<OrderState> found(OrderRef order) {
        KalshiSymbol symbol = KalshiSymbol.of(order.symbol());
        return orders(symbol, Query.of("ticker", symbol.ticker()).and("limit", "200"))
                .then(
                        all ->
                                all.stream()
                                        .filter(one -> isOurs(one, order))
                                        .findFirst()
                                        .<VenueAnswer<OrderState>>map(Yes::new)
                                        .orElseGet(
                                                () ->
                                                        new No<>(
                                                                Fault.ORDER_NOT_FOUND,
                                                                "",
                                                                "Kalshi lists no such order",
                                                                null)));
    }

    private static boolean isOurs(OrderState state, OrderRef order) {
        String ours = order.clientOrderId();
        return ours != null && ours.equals(state.ref().clientOrderId());
    }

    /** One book serves both outcomes, so either symbol lists all orders of the market. */
    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String name) {
        KalshiSymbol symbol = KalshiSymbol.of(name);
        Query query =
                Query.of("ticker", symbol.ticker()).and("status", "resting").and("limit", "200");
        return orders(symbol, query)
                .map(all -> all.stream().filter(one -> one.phase() == Phase.OPEN).toList());
    }

    private VenueAnswer<List<OrderState>> orders(KalshiSymbol symbol, Query query) {
        return pages("/portfolio/orders", query, answer -> KalshiOrders.states(answer, symbol));
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String name) {
        KalshiSymbol symbol = KalshiSymbol.of(name);
        return call.read(
                get(
                        "/portfolio/fills",
                        Query.of("ticker", symbol.ticker()).and("limit", "200").toString()),
                answer -> KalshiAccount.fills(answer, symbol));
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String name) {
        return market(name, KalshiOrders::ticker);
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String name) {
        return market(name, KalshiOrders::instrument);
    }

    private <T> VenueAnswer<T> market(String name, BiFunction<JsonNode, KalshiSymbol, T> turn) {
        KalshiSymbol symbol = KalshiSymbol.of(name);
        return ofMarket(
                call.readPublic(
                        get("/markets/" + Query.encoded(symbol.ticker()), ""),
                        answer -> turn.apply(answer, symbol)));
    }

    /** The venue says "not found" of orders and of markets alike; here it was asked for one. */
    private static <T> VenueAnswer<T> ofMarket(VenueAnswer<T> answer) {
        return answer instanceof No<T> no && no.fault() == Fault.ORDER_NOT_FOUND
                ? new No<>(Fault.BAD_SYMBOL, no.venueCode(), no.venueWords(), no.retryAfter())
                : answer;
    }

    /** All pages of a list; a cursor that is empty was the last. */
    private <T> VenueAnswer<List<T>> pages(
            String path, Query query, Function<JsonNode, List<T>> turn) {
        var all = new ArrayList<T>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            VenueAnswer<Page<T>> answer =
                    call.readOrder(
                            get(path, query + cursor),
                            payload ->
                                    new Page<>(
                                            turn.apply(payload),
                                            Json.textOr(payload, "cursor", "")));
            if (!(answer instanceof Yes<Page<T>>(Page<T> read))) {
                return answer.map(Page::rows);
            }
            all.addAll(read.rows());
            if (read.cursor().isEmpty() || read.rows().isEmpty()) {
                break;
            }
            cursor = "&cursor=" + Query.encoded(read.cursor());
        }
        return new Yes<>(all);
    }

    private record Page<T>(List<T> rows, String cursor) {}

    private WireRequest get(String path, String query) {
        return WireRequest.get(call.host(), ROOT + path, query);
    }
}
