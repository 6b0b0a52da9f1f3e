package io.sequence.simulator.coinbase;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Endpoint.Needs;
import io.sequence.simulator.wire.Endpoints;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Coinbase: the Advanced Trade API, what the older one lends to its clients, and the sandbox. */
public final class CoinbaseVenue implements SimulatedVenue {

    static final String ID = "coinbase";
    static final String SANDBOX = "sandbox";
    static final String V3 = "/api/v3/brokerage";

    private final TradingDesk desk;
    private final Door door;

    public CoinbaseVenue(Accounts accounts, PriceBoard prices) {
        desk = new TradingDesk(CoinbaseMarkets.list(), prices, TradingDesk.FeeFrom.QUOTE);
        Endpoints endpoints = new Endpoints();
        account(endpoints);
        orders(endpoints);
        marketData(endpoints);
        app(endpoints);
        door = new Door(endpoints, new CoinbaseKeeper(accounts), accounts, desk);
    }

    private void account(Endpoints endpoints) {
        CoinbaseAccount account = new CoinbaseAccount(desk);
        CoinbaseFutures futures = new CoinbaseFutures(desk);
        endpoints
                .get(V3 + "/key_permissions", Needs.KEY, account::permissions)
                .get(V3 + "/accounts", Needs.READ, account::accounts)
                .get(V3 + "/accounts/{uuid}", Needs.READ, account::account)
                .get(V3 + "/portfolios", Needs.READ, account::portfolios)
                .get(V3 + "/transaction_summary", Needs.READ, account::fees)
                .get(V3 + "/cfm/balance_summary", Needs.READ, futures::summary)
                .get(V3 + "/cfm/positions", Needs.READ, futures::positions)
                .get(V3 + "/cfm/positions/{product_id}", Needs.READ, futures::position)
                .get(V3 + "/intx/portfolio/{uuid}", Needs.READ, futures::portfolioAbroad)
                .get(V3 + "/intx/positions/{uuid}", Needs.READ, futures::positionsAbroad)
                .get(V3 + "/intx/balances/{uuid}", Needs.READ, futures::balancesAbroad);
    }

    private void orders(Endpoints endpoints) {
        CoinbaseOrders orders = new CoinbaseOrders(desk);
        CoinbaseOrderReads reads = new CoinbaseOrderReads(desk);
        endpoints
                .post(V3 + "/orders", Needs.TRADE, orders::place)
                .post(V3 + "/orders/preview", Needs.TRADE, orders::preview)
                .post(V3 + "/orders/batch_cancel", Needs.TRADE, orders::cancel)
                .get(V3 + "/orders/historical/batch", Needs.READ, reads::batch)
                .get(V3 + "/orders/historical/fills", Needs.READ, reads::fills)
                .get(V3 + "/orders/historical/{order_id}", Needs.READ, reads::get);
    }

    private void marketData(Endpoints endpoints) {
        CoinbaseMarketData data = new CoinbaseMarketData(desk);
        endpoints.get(V3 + "/time", Needs.NOTHING, data::time);
        for (String market : List.of("", "/market")) {
            Needs needs = market.isEmpty() ? Needs.READ : Needs.NOTHING;
            endpoints
                    .get(V3 + market + "/products", needs, data::products)
                    .get(V3 + market + "/products/{product_id}", needs, data::product)
                    .get(V3 + market + "/products/{product_id}/ticker", needs, data::ticker)
                    .get(V3 + market + "/product_book", needs, data::book);
        }
        endpoints.get(V3 + "/best_bid_ask", Needs.READ, data::best);
    }

    private void app(Endpoints endpoints) {
        CoinbaseApp app = new CoinbaseApp(desk);
        endpoints
                .get("/v2/time", Needs.NOTHING, app::time)
                .get("/v2/currencies", Needs.NOTHING, app::currencies)
                .get("/v2/currencies/crypto", Needs.NOTHING, app::coins)
                .get("/v2/exchange-rates", Needs.NOTHING, app::rates)
                .get("/v2/user", Needs.READ, app::user)
                .get("/v2/accounts", Needs.READ, app::accounts);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("advanced", SANDBOX);
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.ECDSA, KeyType.ED25519);
    }

    @Override
    public InstrumentList instruments() {
        return desk.instruments();
    }

    /** The uuid of the portfolio that a key belongs to. */
    @Override
    public String newUid() {
        return UUID.randomUUID().toString();
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        KeyTerms said = terms.usually(KeyType.ECDSA);
        CoinbaseKeys.Pair pair = CoinbaseKeys.generate(Objects.requireNonNull(said.type()));
        String name = "organizations/" + UUID.randomUUID() + "/apiKeys/" + UUID.randomUUID();
        return said.issue(name, pair.secret(), null, pair.publicBase64(), now);
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
        CoinbaseToken token = CoinbaseToken.in(call);
        return token == null ? null : token.keyName();
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().equals(V3 + "/time") || call.path().equals("/v2/time");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        if (call.host().equals(SANDBOX)) {
            return CoinbaseSandbox.answer(call);
        }
        VenueReply reply = door.answer(call);
        return keyIn(call) == null
                ? reply
                : reply.with(
                        Map.of(
                                "x-ratelimit-limit", "30",
                                "x-ratelimit-remaining", "29",
                                "x-ratelimit-reset", "1"));
    }

    /** Source: Advanced Trade, rate limits: 30 a second and user, 10 a second and address. */
    @Override
    public List<Limit> limits(VenueCall call) {
        String key = keyIn(call);
        return List.of(
                key == null
                        ? Limit.of("ip " + call.clientIp(), 10, 1_000, 1)
                        : Limit.of("user " + key, 30, 1_000, 1));
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return CoinbaseReplies.fault(kind);
    }
}
