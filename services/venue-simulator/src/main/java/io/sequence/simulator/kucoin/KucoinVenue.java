package io.sequence.simulator.kucoin;

import static io.sequence.simulator.kucoin.KucoinFutures.permitted;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.RequestLimits.Count;
import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Endpoint.Needs;
import io.sequence.simulator.wire.Endpoints;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** KuCoin's classic accounts on two hosts, spot and futures, each with endpoints of its own. */
public final class KucoinVenue implements SimulatedVenue {

    static final String ID = "kucoin";

    private static final String FUTURES = "futures";

    private final TradingDesk desk;
    private final Door spot;
    private final Door futures;

    public KucoinVenue(Accounts accounts, PriceBoard prices) {
        desk = new TradingDesk(KucoinMarkets.list(), prices, TradingDesk.FeeFrom.QUOTE);
        KucoinKeeper keeper = new KucoinKeeper(accounts);
        KucoinMarketData data = new KucoinMarketData(desk);
        spot = new Door(spot(data), keeper, accounts, desk);
        futures = new Door(futures(data), keeper, accounts, desk);
    }

    private Endpoints spot(KucoinMarketData data) {
        KucoinAccount account = new KucoinAccount(desk);
        KucoinSpotOrders orders = new KucoinSpotOrders(desk);
        return new Endpoints()
                .get("/api/v1/user/api-key", Needs.KEY, account::apiKey)
                .get("/api/v1/accounts", Needs.READ, account::accounts)
                .get("/api/v1/hf/accounts/opened", Needs.READ, account::opened)
                .get("/api/ua/v1/account/mode", Needs.READ, account::mode)
                .get("/api/v2/user-info", Needs.READ, account::userInfo)
                .get("/api/v1/trade-fees", Needs.READ, account::fees)
                .get("/api/v1/base-fee", Needs.READ, account::baseFee)
                .post("/api/v1/hf/orders", Needs.TRADE, orders::place)
                .post("/api/v1/hf/orders/sync", Needs.TRADE, orders::placeAndWait)
                .post("/api/v1/hf/orders/test", Needs.TRADE, orders::test)
                .add(
                        "DELETE",
                        "/api/v1/hf/orders/sync/{orderId}",
                        Needs.TRADE,
                        orders::cancelAndWait)
                .add(
                        "DELETE",
                        "/api/v1/hf/orders/client-order/{clientOid}",
                        Needs.TRADE,
                        orders::cancelByClientId)
                .add("DELETE", "/api/v1/hf/orders/{orderId}", Needs.TRADE, orders::cancel)
                .get("/api/v1/hf/orders/active", Needs.READ, orders::active)
                .get("/api/v1/hf/orders/done", Needs.READ, orders::done)
                .get(
                        "/api/v1/hf/orders/client-order/{clientOid}",
                        Needs.READ,
                        orders::getByClientId)
                .get("/api/v1/hf/orders/{orderId}", Needs.READ, orders::get)
                .get("/api/v1/hf/fills", Needs.READ, orders::fills)
                .get("/api/v3/margin/symbols", Needs.NOTHING, data::marginSymbols)
                .get("/api/v1/isolated/symbols", Needs.NOTHING, data::isolatedSymbols)
                .get("/api/v1/timestamp", Needs.NOTHING, data::time)
                .get("/api/v1/status", Needs.NOTHING, data::status)
                .get("/api/v1/my-ip", Needs.NOTHING, data::myIp)
                .get("/api/v2/symbols", Needs.NOTHING, data::symbols)
                .get("/api/v2/symbols/{symbol}", Needs.NOTHING, data::symbol)
                .get("/api/v3/currencies", Needs.NOTHING, data::currencies)
                .get("/api/v1/market/allTickers", Needs.NOTHING, data::allTickers)
                .get("/api/v1/market/stats", Needs.NOTHING, data::stats)
                .get("/api/v1/market/orderbook/level1", Needs.NOTHING, data::level1)
                .get("/api/v1/market/orderbook/level2_20", Needs.NOTHING, data::book)
                .get("/api/v1/market/orderbook/level2_100", Needs.NOTHING, data::book)
                .get("/api/v3/market/orderbook/level2", Needs.READ, data::book);
    }

    private Endpoints futures(KucoinMarketData data) {
        KucoinFuturesAccount account = new KucoinFuturesAccount(desk);
        KucoinFutures orders = new KucoinFutures(desk);
        return new Endpoints()
                .get("/api/v1/account-overview", Needs.READ, permitted(account::overview))
                .get("/api/v1/positions", Needs.READ, permitted(account::positions))
                .get("/api/v1/position", Needs.READ, permitted(account::position))
                .get("/api/v2/position", Needs.READ, permitted(account::position))
                .get("/api/v1/trade-fees", Needs.READ, permitted(account::fees))
                .post("/api/v1/orders", Needs.TRADE, permitted(orders::place))
                .post("/api/v1/orders/test", Needs.TRADE, permitted(orders::test))
                .add(
                        "DELETE",
                        "/api/v1/orders/client-order/{clientOid}",
                        Needs.TRADE,
                        permitted(orders::cancelByClientId))
                .add("DELETE", "/api/v1/orders/{orderId}", Needs.TRADE, permitted(orders::cancel))
                .get("/api/v1/orders", Needs.READ, permitted(orders::list))
                .get("/api/v1/orders/byClientOid", Needs.READ, permitted(orders::getByClientId))
                .get("/api/v1/orders/{orderId}", Needs.READ, permitted(orders::get))
                .get("/api/v1/fills", Needs.READ, permitted(orders::fills))
                .get("/api/v1/timestamp", Needs.NOTHING, data::time)
                .get("/api/v1/status", Needs.NOTHING, data::status)
                .get("/api/v1/contracts/active", Needs.NOTHING, data::contracts)
                .get("/api/v1/contracts/{symbol}", Needs.NOTHING, data::contract)
                .get("/api/v1/ticker", Needs.NOTHING, data::futuresTicker)
                .get("/api/v1/allTickers", Needs.NOTHING, data::futuresTickers)
                .get("/api/v1/level2/depth20", Needs.NOTHING, data::book)
                .get("/api/v1/level2/depth100", Needs.NOTHING, data::book);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("spot", FUTURES);
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.HMAC);
    }

    @Override
    public InstrumentList instruments() {
        return desk.instruments();
    }

    @Override
    public String newUid() {
        return Dice.digits(9);
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        return terms.issue(
                Dice.hex(24), UUID.randomUUID().toString(), Dice.alphanumeric(14), null, now);
    }

    @Override
    public Map<String, String> credentials(ApiKey key) {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("api_name", key.name());
        credentials.put("passphrase", key.passphrase() == null ? "" : key.passphrase());
        credentials.put("api_key", key.apiKey());
        credentials.put("api_secret", key.secret());
        return credentials;
    }

    @Override
    public String assetOf(String name) {
        return KucoinMarkets.plain(name.toUpperCase(Locale.ROOT));
    }

    @Override
    public @Nullable String keyIn(VenueCall call) {
        return call.header("kc-api-key");
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().equals("/api/v1/status") || call.path().equals("/api/v1/timestamp");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        boolean onFutures = call.host().equals(FUTURES);
        VenueReply reply = onFutures ? futures.answer(call) : spot.answer(call);
        String pool = onFutures ? "2000" : "4000";
        return reply.with(
                Map.of(
                        "gw-ratelimit-limit",
                        pool,
                        "gw-ratelimit-remaining",
                        pool,
                        "gw-ratelimit-reset",
                        "30000"));
    }

    /** Source: KuCoin, "Rate Limit": a pool of each user, and one of each address without a key. */
    @Override
    public List<Limit> limits(VenueCall call) {
        String key = keyIn(call);
        if (key == null) {
            return List.of(Limit.of("ip " + call.clientIp(), 2_000, 30_000, 2));
        }
        boolean management = call.path().startsWith("/api/v1/user/");
        boolean small = management || call.host().equals(FUTURES);
        String pool = management ? "management " : call.host() + ' ';
        return List.of(Limit.of(pool + key, small ? 2_000 : 4_000, 30_000, management ? 20 : 5));
    }

    @Override
    public VenueReply told(VenueReply reply, VenueCall call, List<Count> counts) {
        if (counts.isEmpty()) {
            return reply;
        }
        Count own = counts.getFirst();
        return reply.and(
                Map.of(
                        "gw-ratelimit-limit", String.valueOf(own.allowed()),
                        "gw-ratelimit-remaining", String.valueOf(own.left()),
                        "gw-ratelimit-reset", String.valueOf(own.resetMillis())));
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return KucoinReplies.fault(kind, call);
    }
}
