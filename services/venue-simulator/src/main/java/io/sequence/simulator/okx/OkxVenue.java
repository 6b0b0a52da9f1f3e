package io.sequence.simulator.okx;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.PriceBoard;
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

/** OKX V5. */
public final class OkxVenue implements SimulatedVenue {

    static final String ID = "okx";

    private final TradingDesk desk;
    private final Door door;

    public OkxVenue(Accounts accounts, PriceBoard prices) {
        desk = new TradingDesk(OkxMarkets.list(), prices, TradingDesk.FeeFrom.RECEIVED);
        door = new Door(endpoints(), new OkxKeeper(accounts), accounts, desk);
    }

    private Endpoints endpoints() {
        OkxAccount account = new OkxAccount(desk);
        OkxOrders orders = new OkxOrders(desk);
        OkxMarketData data = new OkxMarketData(desk);
        return new Endpoints()
                .get("/api/v5/account/config", Needs.READ, account::config)
                .get("/api/v5/account/balance", Needs.READ, account::balance)
                .get("/api/v5/account/positions", Needs.READ, account::positions)
                .get("/api/v5/account/trade-fee", Needs.READ, account::fees)
                .get("/api/v5/account/instruments", Needs.READ, data::instruments)
                .post("/api/v5/account/set-leverage", Needs.TRADE, account::leverage)
                .get("/api/v5/asset/balances", Needs.READ, account::funding)
                .get("/api/v5/asset/currencies", Needs.READ, data::currencies)
                .post("/api/v5/trade/order", Needs.TRADE, orders::place)
                .post("/api/v5/trade/batch-orders", Needs.TRADE, orders::placeAll)
                .post("/api/v5/trade/order-precheck", Needs.TRADE, orders::check)
                .post("/api/v5/trade/cancel-order", Needs.TRADE, orders::cancel)
                .post("/api/v5/trade/cancel-batch-orders", Needs.TRADE, orders::cancelAll)
                .get("/api/v5/trade/order", Needs.READ, orders::get)
                .get("/api/v5/trade/orders-pending", Needs.READ, orders::pending)
                .get("/api/v5/trade/orders-history", Needs.READ, orders::history)
                .get("/api/v5/trade/orders-history-archive", Needs.READ, orders::history)
                .get("/api/v5/trade/fills", Needs.READ, orders::fills)
                .get("/api/v5/trade/fills-history", Needs.READ, orders::fills)
                .get("/api/v5/public/time", Needs.NOTHING, data::time)
                .get("/api/v5/system/status", Needs.NOTHING, data::status)
                .get("/api/v5/public/instruments", Needs.NOTHING, data::instruments)
                .get("/api/v5/market/ticker", Needs.NOTHING, data::ticker)
                .get("/api/v5/market/tickers", Needs.NOTHING, data::tickers)
                .get("/api/v5/market/books", Needs.NOTHING, data::books);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("global", "eea", "us");
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
        return Dice.digits(18);
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        return terms.issue(
                UUID.randomUUID().toString(),
                Dice.hex(32).toUpperCase(Locale.ROOT),
                Dice.alphanumeric(14),
                null,
                now);
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
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String keyIn(VenueCall call) {
        return call.header("ok-access-key");
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().equals("/api/v5/system/status")
                || call.path().equals("/api/v5/public/time");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        return door.answer(call);
    }

    /** Source: OKX API v5, "Rate Limits": by user and endpoint; the account's configuration. */
    @Override
    public List<Limit> limits(VenueCall call) {
        String key = keyIn(call);
        return key != null && call.path().equals("/api/v5/account/config")
                ? List.of(Limit.of("config " + key, 5, 2_000, 1))
                : List.of();
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return OkxReplies.fault(kind);
    }
}
