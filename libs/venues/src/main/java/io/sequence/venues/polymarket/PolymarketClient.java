package io.sequence.venues.polymarket;

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
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.polymarket.PolymarketAccount.Cash;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.Query;
import io.sequence.vocabulary.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One wallet at Polymarket. */
final class PolymarketClient implements VenueClient {
    private static final String KEYS = "/auth/api-keys";
    private static final String LAST_PAGE = "LTE=";
    private static final int MOST_PAGES = 20;

    private final PolymarketCalls calls;
    private final PolymarketMemory memory;
    private final PolymarketMarkets markets;
    private final PolymarketPlacing placing;
    private volatile @Nullable PolymarketWallet wallet;

    PolymarketClient(PolymarketCalls calls, PolymarketMemory memory) {
        this.calls = calls;
        this.memory = memory;
        this.markets = new PolymarketMarkets(calls);
        this.placing = new PolymarketPlacing(calls, memory);
    }

    /** The keys prove the signature; then whether the account may trade, and with what. */
    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return calls.read(KEYS, new Query(), keys -> "")
                .then(
                        proven ->
                                calls.read(
                                        "/auth/ban-status/closed-only",
                                        new Query(),
                                        answer -> answer.path("closed_only").asBoolean(false)))
                .then(closedOnly -> wallet().then(known -> facts(known, closedOnly)));
    }

    private VenueAnswer<KeyFacts> facts(PolymarketWallet known, boolean closedOnly) {
        return cash(known.typeOrUsual())
                .map(cash -> PolymarketAccount.facts(known, closedOnly, cash));
    }

    @Override
    public VenueAnswer<Pulse> ping() {
        return calls.pulse(KEYS);
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return market == Market.SPOT
                ? wallet().then(known -> cash(known.typeOrUsual()))
                        .map(cash -> List.of(cash.balance()))
                : spotOnly();
    }

    private VenueAnswer<Cash> cash(int type) {
        return calls.read(
                "/balance-allowance",
                Query.of("asset_type", "COLLATERAL").and("signature_type", Integer.toString(type)),
                Cash::of);
    }

    /** A type that was not given is the one under which the venue sees money, else the usual. */
    private VenueAnswer<PolymarketWallet> wallet() {
        PolymarketWallet known = wallet;
        if (known != null) {
            return new Yes<>(known);
        }
        try {
            PolymarketWallet given = calls.wallet();
            return (given.type() == null ? typed(given) : new Yes<>(given)).map(this::kept);
        } catch (CredentialUnusable unusable) {
            return new No<>(unusable.fault(), "", "our check: " + unusable.getMessage(), null);
        }
    }

    private PolymarketWallet kept(PolymarketWallet known) {
        wallet = known;
        return known;
    }

    private VenueAnswer<PolymarketWallet> typed(PolymarketWallet given) {
        for (int type = PolymarketWallet.USUAL_TYPE; type > 0; type--) {
            int asked = type;
            VenueAnswer<Boolean> funded = cash(type).map(cash -> cash.amount().signum() > 0);
            if (!(funded instanceof Yes<Boolean> yes)) {
                return funded.map(never -> given);
            }
            if (yes.value()) {
                return new Yes<>(given.of(asked));
            }
        }
        return new Yes<>(given.of(PolymarketWallet.USUAL_TYPE));
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return wallet().then(
                        known ->
                                calls.open(
                                        PolymarketProfile.DATA,
                                        "/positions",
                                        Query.of("user", known.funder()).and("sizeThreshold", "0"),
                                        PolymarketAccount::positions));
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        return market == Market.SPOT ? new Yes<>(PolymarketAccount.STANDARD) : spotOnly();
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (order.market() != Market.SPOT) {
            return spotOnly();
        }
        if (order.reduceOnly() && order.side() == OrderRequest.Side.BUY) {
            return refused(Fault.BAD_REQUEST, "a purchase of shares reduces nothing");
        }
        return wallet().then(
                        known ->
                                markets.share(order.symbol())
                                        .then(share -> placing.place(order, share, known)));
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return identified(
                order,
                id ->
                        calls.order(
                                "DELETE",
                                "/order",
                                Json.object().put("orderID", id),
                                done -> new OrderReceipt(id, order.clientOrderId())));
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        return identified(
                order,
                id ->
                        known(
                                        calls.readOrder(
                                                "/data/order/" + id,
                                                new Query(),
                                                row ->
                                                        PolymarketOrders.state(
                                                                order.symbol(),
                                                                order.clientOrderId(),
                                                                row)))
                                .map(this::averaged));
    }

    /** The row has no average price; the trades tell. */
    private OrderState averaged(OrderState order) {
        return order.filled().signum() > 0
                        && recentFills(Market.SPOT, order.ref().symbol())
                                instanceof Yes<List<Fill>> fills
                ? PolymarketOrders.averaged(order, fills.value())
                : order;
    }

    private static VenueAnswer<OrderState> known(VenueAnswer<OrderState> answer) {
        return answer instanceof No<OrderState> no && no.venueCode().equals("http:404")
                ? new No<>(Fault.ORDER_NOT_FOUND, no.venueCode(), no.venueWords(), null)
                : answer;
    }

    private <T> VenueAnswer<T> identified(OrderRef order, Function<String, VenueAnswer<T>> ask) {
        if (order.venueOrderId() != null) {
            return order.venueOrderId().matches("0x[0-9a-fA-F]{1,64}")
                    ? ask.apply(order.venueOrderId())
                    : refused(Fault.ORDER_NOT_FOUND, "an order's id is 0x and hexadecimal digits");
        }
        String ours = String.valueOf(order.clientOrderId());
        return wallet().then(
                        known ->
                                memory.placed(known.signer(), ours)
                                        .map(placed -> ask.apply(placed.orderId()))
                                        .orElseGet(
                                                () ->
                                                        refused(
                                                                Fault.ORDER_NOT_FOUND,
                                                                "Polymarket keeps no ids of ours,"
                                                                        + " and this one was not"
                                                                        + " placed lately")));
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return market == Market.SPOT
                ? markets.share(symbol)
                        .then(
                                share ->
                                        pages(
                                                "/data/orders",
                                                share.token(),
                                                row ->
                                                        List.of(
                                                                PolymarketOrders.state(
                                                                        symbol, null, row))))
                : spotOnly();
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        return market == Market.SPOT
                ? wallet().then(
                                known ->
                                        markets.share(symbol)
                                                .then(share -> fills(symbol, share, known)))
                : spotOnly();
    }

    private VenueAnswer<List<Fill>> fills(
            String symbol, PolymarketShare share, PolymarketWallet known) {
        return calls.readOrder(
                "/data/trades",
                Query.of("asset_id", share.token()),
                answer -> PolymarketOrders.fills(symbol, known, answer.path("data")));
    }

    private <T> VenueAnswer<List<T>> pages(
            String path, String token, Function<JsonNode, List<T>> turn) {
        var all = new ArrayList<T>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES && !cursor.equals(LAST_PAGE); page++) {
            Query query =
                    Query.of("asset_id", token)
                            .andIf("next_cursor", cursor.isEmpty() ? null : cursor);
            VenueAnswer<String> next =
                    calls.readOrder(
                            path,
                            query,
                            answer -> {
                                Json.rows(answer.path("data"))
                                        .forEach(row -> all.addAll(turn.apply(row)));
                                return Json.textOr(answer, "next_cursor", LAST_PAGE);
                            });
            if (!(next instanceof Yes<String> yes)) {
                return next.map(never -> List.of());
            }
            cursor = yes.value();
        }
        return new Yes<>(all);
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return market == Market.SPOT ? markets.ticker(symbol) : spotOnly();
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return market == Market.SPOT
                ? markets.share(symbol).map(share -> share.instrument(symbol))
                : spotOnly();
    }

    private static <T> No<T> spotOnly() {
        return refused(Fault.BAD_REQUEST, "Polymarket trades shares, which count as spot");
    }

    private static <T> No<T> refused(Fault fault, String why) {
        return new No<>(fault, "", "our check: " + why, null);
    }
}
