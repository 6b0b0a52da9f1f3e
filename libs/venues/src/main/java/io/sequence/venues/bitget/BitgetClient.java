package io.sequence.venues.bitget;

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
import io.sequence.venues.api.OrderRequest.Side;
import io.sequence.venues.api.OrderState;
import io.sequence.venues.api.Position;
import io.sequence.venues.api.Pulse;
import io.sequence.venues.api.Ticker;
import io.sequence.venues.api.VenueAnswer;
import io.sequence.venues.api.VenueAnswer.No;
import io.sequence.venues.api.VenueAnswer.Yes;
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.bitget.BitgetOrders.Terms;
import io.sequence.venues.transport.Json;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One key at Bitget, on a classic or on a unified account. */
final class BitgetClient implements VenueClient {
    private static final String UNIFIED_INFO = "/api/v3/account/info";
    private static final String CLASSIC_INFO = "/api/v2/spot/account/info";
    private static final Map<String, String> DEMO = Map.of("PAPTRADING", "1");
    private static final int MOST_PAGES = 20;

    /** How far above the best offer a purchase at market may go. */
    private static final BigDecimal REACH = new BigDecimal("1.01");

    private final VenueCall call;
    private final BitgetOrders orders;
    private final BitgetBoard board;
    private final BitgetFamily.Memory family = new BitgetFamily.Memory();

    BitgetClient(VenueCall call) {
        this.call = call;
        this.orders = new BitgetOrders(call.host());
        this.board = new BitgetBoard(call);
    }

    /** A key that is unknown here may be one of demo trading, which a header tells apart. */
    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        VenueAnswer<KeyFacts> answer = family.ask(kind -> inspect(kind, Map.of()));
        return answer instanceof No<KeyFacts> no
                        && no.fault() == Fault.INVALID_KEY
                        && new BitgetFamily.Memory().ask(kind -> inspect(kind, DEMO))
                                instanceof Yes<KeyFacts>
                ? new No<>(
                        Fault.ENVIRONMENT_MISMATCH,
                        no.venueCode(),
                        "Bitget knows this key in demo trading only",
                        null)
                : answer;
    }

    private VenueAnswer<KeyFacts> inspect(BitgetFamily kind, Map<String, String> headers) {
        return switch (kind) {
            case UNIFIED ->
                    call.read(get(UNIFIED_INFO, "").withHeaders(headers), BitgetKey::unified);
            case CLASSIC ->
                    call.read(get(CLASSIC_INFO, "").withHeaders(headers), BitgetKey::classic);
        };
    }

    /** A classic account's inspection is limited to one a second, so its wallet is asked. */
    @Override
    public VenueAnswer<Pulse> ping() {
        return family.ask(
                kind ->
                        switch (kind) {
                            case UNIFIED -> call.pulse(get(UNIFIED_INFO, ""), BitgetKey::unified);
                            case CLASSIC ->
                                    call.pulse(
                                            get("/api/v2/spot/account/assets", "coin=USDT"),
                                            data -> null);
                        });
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return family.ask(
                kind ->
                        switch (kind) {
                            case UNIFIED ->
                                    call.read(
                                            get("/api/v3/account/assets", ""),
                                            BitgetAccount::unified);
                            case CLASSIC ->
                                    market == Market.SPOT
                                            ? spotWallet(true)
                                            : eachProduct(
                                                            "/api/v2/mix/account/accounts",
                                                            "productType",
                                                            BitgetAccount::futures)
                                                    .map(this::withSpotWallet);
                        });
    }

    private VenueAnswer<List<Balance>> spotWallet(boolean trades) {
        return call.read(
                get("/api/v2/spot/account/assets", ""), data -> BitgetAccount.spot(data, trades));
    }

    /** What lies in the wallet that does not trade is good to know and no reason to fail. */
    private List<Balance> withSpotWallet(List<Balance> futures) {
        var all = new ArrayList<>(futures);
        if (spotWallet(false) instanceof Yes<List<Balance>> spot) {
            all.addAll(spot.value());
        }
        return all;
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return family.ask(
                kind ->
                        switch (kind) {
                            case UNIFIED ->
                                    eachProduct(
                                            "/api/v3/position/current-position",
                                            "category",
                                            BitgetAccount::positions);
                            case CLASSIC ->
                                    eachProduct(
                                            "/api/v2/mix/position/all-position",
                                            "productType",
                                            BitgetAccount::positions);
                        });
    }

    private <T> VenueAnswer<List<T>> eachProduct(
            String path, String parameter, Function<JsonNode, List<T>> turn) {
        var all = new ArrayList<T>();
        for (String product : BitgetSymbol.PRODUCTS) {
            VenueAnswer<List<T>> answer = call.read(get(path, parameter + "=" + product), turn);
            if (!(answer instanceof Yes<List<T>> some)) {
                return answer;
            }
            all.addAll(some.value());
        }
        return new Yes<>(all);
    }

    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        boolean spot = market == Market.SPOT;
        String category = BitgetSymbol.category(market, "BTCUSDT");
        return family.ask(
                kind ->
                        switch (kind) {
                            case UNIFIED ->
                                    call.read(
                                            get(
                                                    "/api/v3/account/fee-rate",
                                                    "category=" + category + "&symbol=BTCUSDT"),
                                            BitgetAccount::fees);
                            case CLASSIC ->
                                    call.read(
                                            get(
                                                    "/api/v2/common/trade-rate",
                                                    "symbol=BTCUSDT&businessType="
                                                            + (spot ? "spot" : "mix")),
                                            BitgetAccount::fees);
                        });
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (!BitgetOrders.CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return new No<>(
                    Fault.BAD_REQUEST,
                    "",
                    "our check: a client order id must match " + BitgetOrders.CLIENT_ID,
                    null);
        }
        boolean purchaseAtMarket =
                order.market() == Market.SPOT && order.side() == Side.BUY && order.price() == null;
        return purchaseAtMarket
                ? reach(order.symbol()).then(limit -> place(order, limit, "ioc"))
                : place(order, order.price(), "gtc");
    }

    /**
     * Bitget counts a spot purchase at market in the quote coin. So that exactly the quantity that
     * was asked for is bought, it goes out with a limit a little above the best offer, and what
     * does not fill at once is cancelled.
     */
    private VenueAnswer<BigDecimal> reach(String symbol) {
        return board.instrument(Market.SPOT, symbol)
                .then(
                        rules ->
                                board.ticker(Market.SPOT, symbol)
                                        .then(now -> reach(now.ask(), rules.priceStep())));
    }

    private static VenueAnswer<BigDecimal> reach(@Nullable BigDecimal ask, BigDecimal step) {
        return ask == null
                ? new No<>(Fault.ORDER_REJECTED, "", "our check: nobody sells at present", null)
                : new Yes<>(
                        ask.multiply(REACH)
                                .divide(step, 0, RoundingMode.DOWN)
                                .multiply(step)
                                .max(ask));
    }

    /** The refusal is cheaper than asking for the position mode first, and placed nothing. */
    private VenueAnswer<OrderReceipt> place(
            OrderRequest order, @Nullable BigDecimal limit, String force) {
        VenueAnswer<OrderReceipt> answer = place(order, new Terms(limit, force, false));
        return order.market() == Market.DERIVATIVES
                        && answer instanceof No<OrderReceipt> no
                        && no.venueCode().equals(BitgetFaults.POSITION_MODE)
                ? place(order, new Terms(limit, force, true))
                : answer;
    }

    private VenueAnswer<OrderReceipt> place(OrderRequest order, Terms terms) {
        return family.ask(
                kind -> call.order(orders.place(kind, order, terms), BitgetRows::receipt));
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return family.ask(kind -> call.order(orders.cancel(kind, order), BitgetRows::receipt));
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        return family.ask(
                kind ->
                        call.readOrder(
                                        orders.one(kind, order),
                                        data -> BitgetRows.found(order.market(), data))
                                .then(found -> found));
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return family.ask(kind -> openOrders(kind, market, symbol));
    }

    private VenueAnswer<List<OrderState>> openOrders(
            BitgetFamily kind, Market market, String symbol) {
        var all = new ArrayList<OrderState>();
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            VenueAnswer<Page> answer =
                    call.read(
                            orders.open(kind, market, symbol, after),
                            data -> Page.of(market, data));
            if (!(answer instanceof Yes<Page>(Page rows))) {
                return answer.map(Page::rows);
            }
            all.addAll(rows.rows());
            if (rows.rows().size() < BitgetOrders.PAGE || rows.next() == null) {
                break;
            }
            after = rows.next();
        }
        return new Yes<>(all);
    }

    private record Page(List<OrderState> rows, @Nullable String next) {
        /** Unified accounts page by a cursor, classic ones by the last order's id. */
        static Page of(Market market, JsonNode data) {
            List<OrderState> rows = BitgetRows.all(data, row -> BitgetRows.state(market, row));
            String cursor =
                    Json.textOrNull(data, "cursor") == null
                            ? Json.textOrNull(data, "endId")
                            : Json.textOrNull(data, "cursor");
            String last = rows.isEmpty() ? null : rows.getLast().ref().venueOrderId();
            return new Page(rows, cursor == null ? last : cursor);
        }
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        return family.ask(
                kind ->
                        call.readOrder(
                                orders.fills(kind, market, symbol),
                                data -> BitgetRows.all(data, BitgetRows::fill)));
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        return board.ticker(market, symbol);
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        return board.instrument(market, symbol);
    }

    private WireRequest get(String path, String query) {
        return WireRequest.get(call.host(), path, query);
    }
}
