package io.sequence.venues.kucoin;

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
import io.sequence.venues.api.VenueClient;
import io.sequence.venues.api.WireRequest;
import io.sequence.venues.transport.Query;
import io.sequence.venues.transport.VenueCall;
import io.sequence.vocabulary.Market;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One KuCoin key. Introspection and wallets live on the spot host, futures on their own. */
final class KuCoinClient implements VenueClient {
    /** Futures accounts are asked for one currency at a time: the linear and the inverse one. */
    private static final List<String> FUTURES_CURRENCIES = List.of("USDT", "XBT");

    /** What a {@code clientOid} may be made of. */
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");

    private final VenueCall call;
    private final KuCoinOrders spotOrders;
    private final KuCoinOrders futuresOrders;

    KuCoinClient(VenueCall call) {
        this.call = call;
        this.spotOrders = new KuCoinSpotOrders(call);
        this.futuresOrders = new KuCoinFuturesOrders(call);
    }

    @Override
    public VenueAnswer<KeyFacts> inspectKey() {
        return call.read(spot("/api/v1/user/api-key", ""), KuCoinKey::facts);
    }

    /** Weight 5, a quarter of the introspection's. */
    @Override
    public VenueAnswer<Pulse> ping() {
        return call.pulse(spot("/api/v1/accounts", "currency=USDT&type=trade"), data -> null);
    }

    @Override
    public VenueAnswer<List<Balance>> balances(Market market) {
        return switch (market) {
            case SPOT ->
                    call.read(
                            spot("/api/v1/accounts", ""),
                            data -> KuCoinAccount.wallets(data, true));
            case DERIVATIVES -> futuresBalances();
        };
    }

    private VenueAnswer<List<Balance>> futuresBalances() {
        var balances = new ArrayList<Balance>();
        for (String currency : FUTURES_CURRENCIES) {
            VenueAnswer<List<Balance>> answer =
                    call.read(
                            futures("/api/v1/account-overview", "currency=" + currency),
                            KuCoinAccount::futures);
            if (!(answer instanceof VenueAnswer.Yes<List<Balance>>(List<Balance> some))) {
                return answer;
            }
            balances.addAll(some);
        }
        return call.read(
                        spot("/api/v1/accounts", "type=main"),
                        data -> KuCoinAccount.wallets(data, false))
                .map(
                        others -> {
                            balances.addAll(others);
                            return List.copyOf(balances);
                        });
    }

    @Override
    public VenueAnswer<List<Position>> positions() {
        return call.read(futures("/api/v1/positions", ""), KuCoinAccount::positions);
    }

    /** The account's rates for ordinary pairs; the VIP level would cost a second, dear call. */
    @Override
    public VenueAnswer<FeeTier> feeTier(Market market) {
        return switch (market) {
            case SPOT ->
                    call.read(spot("/api/v1/base-fee", "currencyType=0"), KuCoinAccount::rates);
            case DERIVATIVES ->
                    call.read(
                            futures("/api/v1/trade-fees", "symbol=XBTUSDTM"), KuCoinAccount::rates);
        };
    }

    @Override
    public VenueAnswer<OrderReceipt> place(OrderRequest order) {
        if (!CLIENT_ID.matcher(order.clientOrderId()).matches()) {
            return new VenueAnswer.No<>(
                    Fault.BAD_REQUEST,
                    "",
                    "our check: a client order id must match " + CLIENT_ID,
                    null);
        }
        return orders(order.market()).place(order);
    }

    @Override
    public VenueAnswer<OrderReceipt> cancel(OrderRef order) {
        return orders(order.market()).cancel(order);
    }

    @Override
    public VenueAnswer<OrderState> order(OrderRef order) {
        return orders(order.market()).order(order);
    }

    @Override
    public VenueAnswer<List<OrderState>> openOrders(Market market, String symbol) {
        return orders(market).open(symbol);
    }

    @Override
    public VenueAnswer<List<Fill>> recentFills(Market market, String symbol) {
        Query query = Query.of("symbol", symbol);
        WireRequest request =
                switch (market) {
                    case SPOT -> spot("/api/v1/hf/fills", query.and("limit", "100").toString());
                    case DERIVATIVES ->
                            futures("/api/v1/fills", query.and("pageSize", "100").toString());
                };
        return call.readOrder(request, KuCoinBoard::fills);
    }

    @Override
    public VenueAnswer<Ticker> ticker(Market market, String symbol) {
        String query = Query.of("symbol", symbol).toString();
        return switch (market) {
            case SPOT ->
                    call.readPublic(
                                    spot("/api/v1/market/orderbook/level1", query),
                                    data -> KuCoinBoard.spotTicker(data, symbol))
                            .then(KuCoinBoard::listed);
            case DERIVATIVES ->
                    call.readPublic(futures("/api/v1/ticker", query), KuCoinBoard::futuresTicker)
                            .then(KuCoinBoard::listed);
        };
    }

    @Override
    public VenueAnswer<Instrument> instrument(Market market, String symbol) {
        String name = Query.encoded(symbol);
        return switch (market) {
            case SPOT ->
                    call.readPublic(spot("/api/v2/symbols/" + name, ""), KuCoinBoard::pair)
                            .then(KuCoinBoard::listed);
            case DERIVATIVES ->
                    call.readPublic(futures("/api/v1/contracts/" + name, ""), KuCoinBoard::contract)
                            .then(KuCoinBoard::listed);
        };
    }

    private KuCoinOrders orders(Market market) {
        return switch (market) {
            case SPOT -> spotOrders;
            case DERIVATIVES -> futuresOrders;
        };
    }

    private static WireRequest spot(String path, String query) {
        return WireRequest.get(KuCoinProfile.SPOT, path, query);
    }

    private static WireRequest futures(String path, String query) {
        return WireRequest.get(KuCoinProfile.FUTURES, path, query);
    }
}
