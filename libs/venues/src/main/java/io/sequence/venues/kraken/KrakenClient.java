package io.sequence.venues.kraken;

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
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One Kraken key. */
final class KrakenClient implements VenueClient {
    private static final String KEY_INFO = "GetApiKeyInfo";

    /** What a {@code cl_ord_id} may be: a UUID with or without hyphens, or a short text. */
    private static final Pattern CLIENT_ID =
            Pattern.compile(
                    "[A-Za-z0-9_-]{1,18}|[0-9a-fA-F]{32}"
                            + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final KrakenCalls calls;

    KrakenClient(KrakenCalls calls) {
        this.calls = calls;
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return told(calls.read(KEY_INFO, "", KrakenKey::facts));
    }

    /** The inspection itself: it costs no more than any other call. */
    @Override
    public VenueAnswer<Pulse> ping() {
        return told(calls.pulse(KEY_INFO, KrakenKey::facts));
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return market == Market.SPOT
                ? calls.read("BalanceEx", "", KrakenAccount::balances)
                : spotOnly();
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return calls.read("OpenPositions", Query.of("docalcs", "true"), KrakenAccount::positions);
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        return market == Market.SPOT
                ? calls.read("TradeVolume", Query.of("pair", "XBTUSD"), KrakenAccount::rates)
                : spotOnly();
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (order.market() != Market.SPOT) {
            return spotOnly();
        }
        // A sale can only make a holding smaller; a purchase never does.
        if (order.reduceOnly() && order.side() == OrderRequest.Side.BUY) {
            return refused("a spot purchase reduces nothing");
        }
        if (!CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return refused("a client order id must match " + CLIENT_ID);
        }
        BigDecimal price = order.price();
        Query body =
                Query.of("pair", order.symbol())
                        .and("type", order.side().name().toLowerCase(Locale.ROOT))
                        .and("ordertype", price == null ? "market" : "limit")
                        .andIf("price", price == null ? null : price.toPlainString())
                        .and("volume", order.quantity().toPlainString())
                        .and("cl_ord_id", order.clientOrderId());
        return calls.order(
                "AddOrder", body, result -> KrakenOrders.receipt(result, order.clientOrderId()));
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        if (order.market() != Market.SPOT) {
            return spotOnly();
        }
        Query body =
                order.venueOrderId() == null
                        ? Query.of("cl_ord_id", Objects.requireNonNull(order.clientOrderId()))
                        : Query.of("txid", order.venueOrderId());
        return calls.order("CancelOrder", body, result -> Json.decimal(result, "count").signum())
                .then(
                        count ->
                                count > 0
                                        ? new Yes<>(
                                                new OrderReceipt(
                                                        order.venueOrderId(),
                                                        order.clientOrderId()))
                                        : notFound());
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        if (order.market() != Market.SPOT) {
            return spotOnly();
        }
        if (order.venueOrderId() == null) {
            return byClientId(Objects.requireNonNull(order.clientOrderId()));
        }
        String id = order.venueOrderId();
        return calls.readOrder("QueryOrders", Query.of("txid", id), KrakenOrders::all)
                .then(orders -> only(orders, id, null));
    }

    /** {@code QueryOrders} takes no client id, so the open orders are searched, then the closed. */
    private VenueAnswer<OrderState> byClientId(String clientOrderId) {
        VenueAnswer<OrderState> open = search("OpenOrders", "open", clientOrderId);
        return open instanceof No<OrderState> no && no.fault() == Fault.ORDER_NOT_FOUND
                ? search("ClosedOrders", "closed", clientOrderId)
                : open;
    }

    private VenueAnswer<OrderState> search(String method, String field, String clientOrderId) {
        return calls.readOrder(
                        method,
                        Query.of("cl_ord_id", clientOrderId),
                        result -> KrakenOrders.all(result.path(field)))
                .then(orders -> only(orders, null, clientOrderId));
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return market == Market.SPOT
                ? calls.readOrder("OpenOrders", new Query(), KrakenClient::open)
                        .map(orders -> ofPair(orders, symbol))
                : spotOnly();
    }

    /** The latest fifty of all pairs; of those, the ones of this pair. */
    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        return market == Market.SPOT
                ? calls.readOrder(
                        "TradesHistory", new Query(), result -> KrakenBoard.fills(result, symbol))
                : spotOnly();
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return market == Market.SPOT
                ? calls.readPublic(
                        "Ticker",
                        Query.of("pair", symbol),
                        result -> KrakenBoard.ticker(result, symbol))
                : spotOnly();
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return market == Market.SPOT
                ? calls.readPublic(
                        "AssetPairs",
                        Query.of("pair", symbol),
                        result -> KrakenBoard.instrument(result, symbol))
                : spotOnly();
    }

    private static List<OrderState> open(JsonNode result) {
        return KrakenOrders.all(result.path("open"));
    }

    private static List<OrderState> ofPair(List<OrderState> orders, String symbol) {
        return orders.stream()
                .filter(order -> KrakenCodes.samePair(order.ref().symbol(), symbol))
                .toList();
    }

    /** The filter is the venue's; that the row is the one meant is checked here all the same. */
    private static VenueAnswer<OrderState> only(
            List<OrderState> orders, @Nullable String id, @Nullable String clientId) {
        return orders.stream()
                .filter(order -> id == null || id.equals(order.ref().venueOrderId()))
                .filter(order -> clientId == null || clientId.equals(order.ref().clientOrderId()))
                .findFirst()
                .<VenueAnswer<OrderState>>map(Yes::new)
                .orElseGet(KrakenClient::notFound);
    }

    /**
     * {@code GetApiKeyInfo} needs no permission, so a refusal for want of one must mean something
     * else, such as an address that is not listed: it says nothing certain about the key.
     */
    private static <T> VenueAnswer<T> told(VenueAnswer<T> answer) {
        return answer instanceof No<T> no && no.fault() == Fault.PERMISSION_DENIED
                ? new No<>(Fault.AMBIGUOUS_AUTH, no.venueCode(), no.venueWords(), no.retryAfter())
                : answer;
    }

    private static <T> No<T> notFound() {
        return new No<>(Fault.ORDER_NOT_FOUND, "", "the venue answered without an order", null);
    }

    private static <T> No<T> spotOnly() {
        return refused("Kraken's derivatives are another product with keys of its own");
    }

    private static <T> No<T> refused(String why) {
        return new No<>(Fault.BAD_REQUEST, "", "our check: " + why, null);
    }
}
