package io.sequence.venues.okx;

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
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One key at OKX. Source: OKX docs-v5. */
final class OkxClient implements VenueClient {
    private static final String CONFIG_PATH = "/api/v5/account/config";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;

    private final VenueCall call;

    OkxClient(VenueCall call) {
        this.call = call;
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return call.read(get(CONFIG_PATH, ""), OkxAccount::facts);
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return call.pulse(get(CONFIG_PATH, ""), OkxAccount::facts);
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return call.read(
                        get("/api/v5/account/balance", ""),
                        data -> OkxAccount.trading(data, market))
                .map(this::withFunding);
    }

    /** What lies in the account that does not trade is good to know and no reason to fail. */
    private List<Balance> withFunding(List<Balance> trading) {
        var all = new ArrayList<>(trading);
        if (call.read(get("/api/v5/asset/balances", ""), OkxAccount::funding)
                instanceof Yes<List<Balance>> funding) {
            all.addAll(funding.value());
        }
        return all;
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return call.read(get("/api/v5/account/positions", ""), OkxAccount::positions);
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        String query =
                switch (market) {
                    case SPOT -> "instType=SPOT&instId=BTC-USDT";
                    case DERIVATIVES -> "instType=SWAP&instFamily=BTC-USDT";
                };
        return call.read(get("/api/v5/account/trade-fee", query), OkxAccount::fees);
    }

    /**
     * An order does not say which position it is for until OKX asks for that: the refusal is
     * cheaper than asking for the account's mode before each order, and nothing was placed.
     */
    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (!OkxOrders.CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return new No<>(
                    Fault.BAD_REQUEST,
                    "",
                    "our check: a client order id must match " + OkxOrders.CLIENT_ID,
                    null);
        }
        VenueAnswer<OrderReceipt> answer = place(order, false);
        return order.market() == Market.DERIVATIVES && wantsPositionSide(answer)
                ? place(order, true)
                : answer;
    }

    private VenueAnswer<OrderReceipt> place(OrderRequest order, boolean hedged) {
        return call.order(
                post("/api/v5/trade/order", OkxOrders.placement(order, hedged)),
                OkxOrders::receipt);
    }

    private static boolean wantsPositionSide(VenueAnswer<OrderReceipt> answer) {
        return answer instanceof No<OrderReceipt> no
                && no.venueCode().equals("51000")
                && no.venueWords().contains("posSide");
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return call.order(
                post("/api/v5/trade/cancel-order", OkxOrders.cancellation(order)),
                OkxOrders::receipt);
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        Query query =
                Query.of("instId", order.symbol())
                        .andIf("ordId", order.venueOrderId())
                        .andIf(
                                "clOrdId",
                                order.venueOrderId() == null ? order.clientOrderId() : null);
        return call.readOrder(
                get("/api/v5/trade/order", query.toString()),
                data -> OkxOrders.state(order.market(), OkxAccount.first(data)));
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        Query query =
                Query.of("instType", OkxOrders.instrumentType(market, symbol))
                        .and("instId", symbol)
                        .and("limit", Integer.toString(PAGE));
        var all = new ArrayList<OrderState>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            VenueAnswer<List<OrderState>> answer =
                    call.read(
                            get("/api/v5/trade/orders-pending", query + after),
                            data -> OkxOrders.states(market, data));
            if (!(answer instanceof Yes<List<OrderState>> rows)) {
                return answer;
            }
            all.addAll(rows.value());
            if (rows.value().size() < PAGE) {
                break;
            }
            after = "&after=" + rows.value().getLast().ref().venueOrderId();
        }
        return new Yes<>(all);
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        String query = typed(market, symbol).and("limit", Integer.toString(PAGE)).toString();
        return call.readOrder(get("/api/v5/trade/fills", query), OkxBoard::fills);
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return listed("/api/v5/market/ticker", Query.of("instId", symbol), OkxBoard::ticker);
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return listed("/api/v5/public/instruments", typed(market, symbol), OkxBoard::instrument);
    }

    private <T> VenueAnswer<T> listed(String path, Query query, Function<JsonNode, T> turn) {
        return call.readPublic(
                        get(path, query.toString()),
                        data -> OkxAccount.rows(data).map(turn).toList())
                .then(
                        (List<T> rows) ->
                                rows.isEmpty()
                                        ? new No<>(
                                                Fault.BAD_SYMBOL,
                                                "",
                                                "OKX lists no such symbol",
                                                null)
                                        : new Yes<>(rows.getFirst()));
    }

    private static Query typed(Market market, String symbol) {
        return Query.of("instType", OkxOrders.instrumentType(market, symbol)).and("instId", symbol);
    }

    private WireRequest get(String path, String query) {
        return WireRequest.get(call.host(), path, query);
    }

    private WireRequest post(String path, String body) {
        return WireRequest.post(call.host(), path, body);
    }
}
