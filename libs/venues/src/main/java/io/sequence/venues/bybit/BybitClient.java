package io.sequence.venues.bybit;

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
import java.util.function.Function;

/** One key at Bybit. Source: Bybit V5. */
final class BybitClient implements VenueClient {
    private static final String KEY_PATH = "/v5/user/query-api";
    private static final int MOST_PAGES = 20;

    private final VenueCall call;

    BybitClient(VenueCall call) {
        this.call = call;
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return call.read(get(KEY_PATH, ""), BybitKey::facts);
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return call.pulse(get(KEY_PATH, ""), BybitKey::facts);
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return call.read(
                        get("/v5/account/wallet-balance", "accountType=UNIFIED"),
                        result -> BybitAccount.unified(result, market))
                .map(this::withFunding);
    }

    /** What lies in the wallet that does not trade is good to know and no reason to fail. */
    private List<Balance> withFunding(List<Balance> unified) {
        Query query =
                Query.of("accountType", "FUND").and("coin", BybitAccount.fundingCoins(unified));
        var all = new ArrayList<>(unified);
        if (call.read(
                        get("/v5/asset/transfer/query-account-coins-balance", query.toString()),
                        BybitAccount::funding)
                instanceof Yes<List<Balance>> funding) {
            all.addAll(funding.value());
        }
        return all;
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return positions("category=linear&settleCoin=USDT&limit=200")
                .then(
                        usdt ->
                                positions("category=linear&settleCoin=USDC&limit=200")
                                        .map(usdc -> joined(usdt, usdc)))
                .then(
                        linear ->
                                positions("category=inverse&limit=200")
                                        .map(inverse -> joined(linear, inverse)));
    }

    private VenueAnswer<List<Position>> positions(String query) {
        return pages("/v5/position/list", query, BybitAccount::positions);
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        String query =
                Query.of("category", feeCategory(market)).and("symbol", "BTCUSDT").toString();
        return call.read(get("/v5/account/fee-rate", query), BybitAccount::fees)
                .map(this::withTierName);
    }

    private static String feeCategory(Market market) {
        return BybitOrders.category(market, "BTCUSDT");
    }

    private FeeTier withTierName(FeeTier fees) {
        return call.read(get(KEY_PATH, ""), key -> Json.text(key, "vipLevel"))
                        instanceof Yes<String> tier
                ? new FeeTier(tier.value(), fees.maker(), fees.taker())
                : fees;
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (!BybitOrders.CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return new No<>(
                    Fault.BAD_REQUEST,
                    "",
                    "our check: a client order id must match " + BybitOrders.CLIENT_ID,
                    null);
        }
        return call.order(
                post("/v5/order/create", BybitOrders.placement(order)), BybitOrders::receipt);
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return call.order(
                post("/v5/order/cancel", BybitOrders.cancellation(order)), BybitOrders::receipt);
    }

    /** Live and just finished orders stand in one list, older ones in another. */
    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        String query =
                Query.of("category", BybitOrders.category(order.market(), order.symbol()))
                        .and("symbol", order.symbol())
                        .andIf("orderId", order.venueOrderId())
                        .andIf(
                                "orderLinkId",
                                order.venueOrderId() == null ? order.clientOrderId() : null)
                        .toString();
        return orders("/v5/order/realtime", query, order.market())
                .then(
                        live ->
                                live.isEmpty()
                                        ? orders("/v5/order/history", query, order.market())
                                        : new Yes<>(live))
                .then(
                        found ->
                                found.isEmpty()
                                        ? new No<>(
                                                Fault.ORDER_NOT_FOUND,
                                                "",
                                                "Bybit lists no such order",
                                                null)
                                        : new Yes<>(found.getFirst()));
    }

    private VenueAnswer<List<OrderState>> orders(String path, String query, Market market) {
        return call.readOrder(get(path, query), result -> states(market, result));
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        String query =
                Query.of("category", BybitOrders.category(market, symbol))
                        .and("symbol", symbol)
                        .and("openOnly", "0")
                        .and("limit", "50")
                        .toString();
        return pages("/v5/order/realtime", query, result -> states(market, result))
                .map(all -> all.stream().filter(one -> one.phase() == Phase.OPEN).toList());
    }

    private static List<OrderState> states(Market market, JsonNode result) {
        var states = new ArrayList<OrderState>();
        for (JsonNode row : Json.rows(result.path("list"))) {
            states.add(BybitOrders.state(market, row));
        }
        return states;
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        String query = symbol(market, symbol).and("limit", "100").toString();
        return call.readOrder(get("/v5/execution/list", query), BybitBoard::fills);
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return listed("/v5/market/tickers", market, symbol, BybitBoard::ticker);
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return listed("/v5/market/instruments-info", market, symbol, BybitBoard::instrument);
    }

    private <T> VenueAnswer<T> listed(
            String path, Market market, String symbol, Function<JsonNode, T> turn) {
        return call.readPublic(
                        get(path, symbol(market, symbol).toString()),
                        result -> BybitBoard.row(result, symbol).map(turn))
                .then(
                        (Optional<T> found) ->
                                found.<VenueAnswer<T>>map(Yes::new)
                                        .orElseGet(
                                                () ->
                                                        new No<>(
                                                                Fault.BAD_SYMBOL,
                                                                "",
                                                                "Bybit lists no such symbol",
                                                                null)));
    }

    private static Query symbol(Market market, String symbol) {
        return Query.of("category", BybitOrders.category(market, symbol)).and("symbol", symbol);
    }

    private <T> VenueAnswer<List<T>> pages(
            String path, String query, Function<JsonNode, List<T>> turn) {
        var all = new ArrayList<T>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String from = cursor.isEmpty() ? "" : "&cursor=" + asSent(cursor);
            VenueAnswer<Page<T>> answer =
                    call.read(
                            get(path, query + from),
                            result ->
                                    new Page<>(
                                            turn.apply(result),
                                            Json.textOr(result, "nextPageCursor", "")));
            if (!(answer instanceof Yes<Page<T>> yes)) {
                return answer.map(Page::rows);
            }
            all.addAll(yes.value().rows());
            if (yes.value().next().isEmpty() || yes.value().next().equals(cursor)) {
                break;
            }
            cursor = yes.value().next();
        }
        return new Yes<>(all);
    }

    /** Bybit hands cursors out percent-encoded already. */
    private static String asSent(String cursor) {
        return cursor.matches("[A-Za-z0-9%._~:,=-]+") ? cursor : Query.encoded(cursor);
    }

    private record Page<T>(List<T> rows, String next) {}

    private static <T> List<T> joined(List<T> first, List<T> second) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private WireRequest get(String path, String query) {
        return WireRequest.get(call.host(), path, query);
    }

    private WireRequest post(String path, String body) {
        return WireRequest.post(call.host(), path, body);
    }
}
