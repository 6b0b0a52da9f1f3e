package io.sequence.simulator.bybit;

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
import io.sequence.simulator.wire.RsaPair;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bybit V5, unified account. */
public final class BybitVenue implements SimulatedVenue {

    static final String ID = "bybit";

    private final TradingDesk desk;
    private final Door door;

    public BybitVenue(Accounts accounts, PriceBoard prices) {
        desk = new TradingDesk(BybitMarkets.list(), prices, TradingDesk.FeeFrom.RECEIVED);
        door = new Door(endpoints(), new BybitKeeper(accounts), accounts, desk);
    }

    private Endpoints endpoints() {
        BybitWallets wallets = new BybitWallets(desk);
        BybitOrders orders = new BybitOrders(desk);
        BybitPositions positions = new BybitPositions(desk);
        BybitMarketData data = new BybitMarketData(desk);
        return new Endpoints()
                .get("/v5/user/query-api", Needs.KEY, BybitKeyInfo::answer)
                .get("/v5/account/info", Needs.READ, wallets::info)
                .get("/v5/account/wallet-balance", Needs.READ, wallets::balance)
                .get("/v5/asset/transfer/query-account-coins-balance", Needs.READ, wallets::coins)
                .get("/v5/asset/transfer/query-account-coin-balance", Needs.READ, wallets::coins)
                .get("/v5/asset/coin/query-info", Needs.READ, data::coins)
                .get("/v5/account/fee-rate", Needs.READ, data::fees)
                .get("/v5/position/list", Needs.READ, positions::list)
                .post("/v5/position/set-leverage", Needs.TRADE, positions::leverage)
                .post("/v5/order/create", Needs.TRADE, orders::create)
                .post("/v5/order/pre-check", Needs.TRADE, orders::check)
                .post("/v5/order/cancel", Needs.TRADE, orders::cancel)
                .post("/v5/order/cancel-all", Needs.TRADE, orders::cancelAll)
                .get("/v5/order/realtime", Needs.READ, orders::realtime)
                .get("/v5/order/history", Needs.READ, orders::history)
                .get("/v5/execution/list", Needs.READ, orders::executions)
                .get("/v5/market/time", Needs.NOTHING, data::time)
                .get("/v5/system/status", Needs.NOTHING, data::status)
                .get("/v5/market/instruments-info", Needs.NOTHING, data::instruments)
                .get("/v5/market/tickers", Needs.NOTHING, data::tickers)
                .get("/v5/market/orderbook", Needs.NOTHING, data::book);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("global", "testnet", "demo", "eu", "nl", "tr", "kz", "ge", "ae", "id", "jp");
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.HMAC, KeyType.RSA);
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
        if (terms.type() == KeyType.RSA) {
            RsaPair pair = RsaPair.generate();
            return terms.issue(
                    Dice.alphanumeric(18), pair.privatePem(), null, pair.publicBase64(), now);
        }
        return terms.issue(Dice.alphanumeric(18), Dice.alphanumeric(36), null, null, now);
    }

    @Override
    public Map<String, String> credentials(ApiKey key) {
        return Map.of("api_key", key.apiKey(), "api_secret", key.secret());
    }

    @Override
    public String assetOf(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String keyIn(VenueCall call) {
        return call.header("x-bapi-api-key");
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().equals("/v5/system/status") || call.path().equals("/v5/market/time");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        VenueReply reply = door.answer(call);
        if (keyIn(call) == null) {
            return reply;
        }
        String reset = String.valueOf(call.now().toEpochMilli() + 1000);
        return reply.with(
                Map.of(
                        "X-Bapi-Limit",
                        "50",
                        "X-Bapi-Limit-Status",
                        "49",
                        "X-Bapi-Limit-Reset-Timestamp",
                        reset));
    }

    /** Source: Bybit V5, "Rate limit rules": of the address over all hosts, and of the user. */
    @Override
    public List<Limit> limits(VenueCall call) {
        Limit ofAddress = new Limit("ip " + call.clientIp(), 600, 5_000, false, 1, 600_000);
        String key = keyIn(call);
        return key == null
                ? List.of(ofAddress)
                : List.of(ofAddress, Limit.of(call.path() + ' ' + key, 10, 1_000, 1));
    }

    @Override
    public VenueReply exceeded(VenueCall call, Count count) {
        return count.limit().pool().startsWith("ip ")
                ? new VenueReply(403, Map.of(), "text/plain", "403, access too frequent")
                : fault(FaultKind.RATE_LIMIT, call);
    }

    @Override
    public VenueReply told(VenueReply reply, VenueCall call, List<Count> counts) {
        if (counts.size() < 2 || reply.status() == 403) {
            return reply;
        }
        Count own = counts.getLast();
        return reply.and(
                Map.of(
                        "X-Bapi-Limit", String.valueOf(own.allowed()),
                        "X-Bapi-Limit-Status", String.valueOf(own.left()),
                        "X-Bapi-Limit-Reset-Timestamp",
                                String.valueOf(call.now().toEpochMilli() + own.resetMillis())));
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return BybitReplies.fault(kind, call);
    }
}
