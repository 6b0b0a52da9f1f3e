package io.sequence.venues.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.faults.Fault;
import io.sequence.venues.api.Fill;
import io.sequence.venues.api.Instrument;
import io.sequence.venues.api.OrderReceipt;
import io.sequence.venues.api.OrderRef;
import io.sequence.venues.api.OrderRequest;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The calls about orders and prices, the same on every host but for their paths. */
final class BinanceDesk {
    /** A position side that does not match the account's mode; the order was not placed. */
    private static final String WRONG_POSITION_MODE = "-4061";

    private final VenueCall call;
    private final Market market;
    private final String root;
    private final String fills;

    /**
     * A desk of one market.
     *
     * @param root what every path begins with, e.g. {@code /api/v3}
     * @param fills the name of the list of our executions
     */
    BinanceDesk(VenueCall call, Market market, String root, String fills) {
        this.call = call;
        this.market = market;
        this.root = root;
        this.fills = fills;
    }

    VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (!BinanceOrders.CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return BinanceClient.refused("a client order id must match " + BinanceOrders.CLIENT_ID);
        }
        // A sale can only make a holding smaller; a purchase never does.
        if (market == Market.SPOT && order.reduceOnly() && order.side() == OrderRequest.Side.BUY) {
            return BinanceClient.refused("a spot purchase reduces nothing");
        }
        VenueAnswer<OrderReceipt> answer = place(order, false);
        return answer instanceof No<OrderReceipt> no && no.venueCode().equals(WRONG_POSITION_MODE)
                ? place(order, true)
                : answer;
    }

    private VenueAnswer<OrderReceipt> place(OrderRequest order, boolean hedged) {
        return call.order(
                post("/order", BinanceOrders.placement(order, hedged)), BinanceOrders::receipt);
    }

    /** An order that is only checked: the venue promises not to send it to its book. */
    VenueAnswer<JsonNode> dryRun() {
        return call.read(post("/order/test", BinanceOrders.DRY_RUN), Function.identity());
    }

    VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return call.order(
                WireRequest.delete(call.host(), root + "/order", BinanceOrders.named(order)),
                BinanceOrders::receipt);
    }

    VenueAnswer<OrderState> order(OrderRef order) {
        return call.readOrder(
                get("/order", BinanceOrders.named(order)), row -> BinanceOrders.state(market, row));
    }

    VenueAnswer<List<OrderState>> openOrders(String symbol) {
        return call.readOrder(
                get("/openOrders", ofSymbol(symbol)), rows -> BinanceOrders.states(market, rows));
    }

    VenueAnswer<List<Fill>> recentFills(String symbol) {
        return call.read(get(fills, ofSymbol(symbol)), BinanceOrders::fills);
    }

    /** Without a best bid and ask a price is worth having all the same. */
    VenueAnswer<Ticker> ticker(String symbol) {
        return call.readPublic(get("/ticker/price", ofSymbol(symbol)), BinanceMarket::last)
                .map(this::withBook);
    }

    private Ticker withBook(Ticker ticker) {
        return call.readPublic(
                                get("/ticker/bookTicker", ofSymbol(ticker.symbol())),
                                book -> BinanceMarket.withBook(ticker, book))
                        instanceof Yes<Ticker> whole
                ? whole.value()
                : ticker;
    }

    VenueAnswer<Instrument> instrument(String symbol) {
        return call.readPublic(
                        get("/exchangeInfo", ofSymbol(symbol)),
                        info -> BinanceMarket.instrument(info, symbol))
                .then(BinanceDesk::listed);
    }

    private static VenueAnswer<Instrument> listed(Optional<Instrument> found) {
        return found.<VenueAnswer<Instrument>>map(Yes::new)
                .orElseGet(
                        () ->
                                new No<>(
                                        Fault.BAD_SYMBOL,
                                        "",
                                        "the venue lists no such symbol",
                                        null));
    }

    private static String ofSymbol(String symbol) {
        return Query.of("symbol", symbol).toString();
    }

    private WireRequest get(String path, String query) {
        return BinanceWeights.asked(WireRequest.get(call.host(), root + path, query));
    }

    private WireRequest post(String path, String form) {
        return WireRequest.post(call.host(), root + path, form);
    }
}
