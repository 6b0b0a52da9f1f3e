package io.sequence.simulator.polymarket;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.VenueAccount;
import io.sequence.simulator.ether.Addresses;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Endpoint.Needs;
import io.sequence.simulator.wire.Endpoints;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Polymarket: the order book (CLOB V2), the catalogue (Gamma) and positions (Data API). */
public final class PolymarketVenue implements SimulatedVenue {

    static final String ID = "polymarket";

    private final TradingDesk desk;
    private final Map<String, Door> doors;
    private final Accounts accounts;

    public PolymarketVenue(Accounts accounts, PriceBoard prices) {
        this.accounts = accounts;
        desk = new TradingDesk(PolymarketMarkets.list(), prices, TradingDesk.FeeFrom.QUOTE);
        PolymarketKeeper keeper = new PolymarketKeeper(accounts);
        PolymarketAccount account = new PolymarketAccount(desk, accounts);
        PolymarketGamma gamma = new PolymarketGamma(desk);
        Endpoints catalogue =
                new Endpoints()
                        .get("/markets", Needs.NOTHING, gamma::markets)
                        .get("/markets/slug/{slug}", Needs.NOTHING, gamma::market)
                        .get("/events/slug/{slug}", Needs.NOTHING, gamma::event);
        Endpoints data = new Endpoints().get("/positions", Needs.NOTHING, account::positions);
        doors =
                Map.of(
                        "clob", new Door(clob(keeper, account), keeper, accounts, desk),
                        "gamma", new Door(catalogue, keeper, accounts, desk),
                        "data", new Door(data, keeper, accounts, desk));
    }

    private Endpoints clob(PolymarketKeeper keeper, PolymarketAccount account) {
        PolymarketKeys keys = new PolymarketKeys(keeper, accounts);
        PolymarketOrders orders = new PolymarketOrders(desk);
        PolymarketBook book = new PolymarketBook(desk);
        return market().get("/auth/derive-api-key", Needs.NOTHING, keys::derive)
                .post("/auth/api-key", Needs.NOTHING, keys::create)
                .add("DELETE", "/auth/api-key", Needs.KEY, PolymarketKeys::delete)
                .get("/auth/api-keys", Needs.KEY, PolymarketKeys::list)
                .get("/auth/ban-status/closed-only", Needs.KEY, PolymarketKeys::closedOnly)
                .get("/balance-allowance", Needs.KEY, account::balance)
                .get("/balance-allowance/update", Needs.KEY, PolymarketAccount::refreshed)
                .post("/order", Needs.TRADE, orders::place)
                .add("DELETE", "/order", Needs.KEY, book::cancel)
                .add("DELETE", "/orders", Needs.KEY, book::cancelSome)
                .add("DELETE", "/cancel-all", Needs.KEY, book::cancelAll)
                .add("DELETE", "/cancel-market-orders", Needs.KEY, book::cancelMarket)
                .get("/data/order/{id}", Needs.KEY, book::one)
                .get("/data/orders", Needs.KEY, book::open)
                .get("/data/trades", Needs.KEY, book::trades);
    }

    private Endpoints market() {
        PolymarketMarketData data = new PolymarketMarketData(desk);
        return new Endpoints()
                .get("/ok", Needs.NOTHING, PolymarketMarketData::ok)
                .get("/time", Needs.NOTHING, PolymarketMarketData::time)
                .get("/version", Needs.NOTHING, PolymarketMarketData::version)
                .get("/tick-size", Needs.NOTHING, data::tick)
                .get("/neg-risk", Needs.NOTHING, data::negRisk)
                .get("/fee-rate", Needs.NOTHING, data::feeRate)
                .get("/price", Needs.NOTHING, data::price)
                .get("/midpoint", Needs.NOTHING, data::midpoint)
                .get("/spread", Needs.NOTHING, data::spread)
                .get("/last-trade-price", Needs.NOTHING, data::lastTrade)
                .get("/book", Needs.NOTHING, data::book)
                .get("/markets", Needs.NOTHING, data::markets)
                .get("/markets/{condition}", Needs.NOTHING, data::market)
                .get("/markets-by-token/{token}", Needs.NOTHING, PolymarketMarketData::byToken)
                .get("/clob-markets/{condition}", Needs.NOTHING, PolymarketMarketData::rules);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("clob", "gamma", "data");
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
        return "0x" + Dice.hex(40);
    }

    @Override
    public String newUid(String accountId, KeyTerms terms) {
        return PolymarketWallets.holder(accountId, terms);
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        return PolymarketWallets.l2(Dice.hex(32), 0, terms, now);
    }

    /** The credentials of the next nonce. */
    @Override
    public ApiKey newKey(VenueAccount account, KeyTerms terms, Instant now) {
        long nonce = 0;
        while (account.key(PolymarketWallets.apiKey(account.id(), nonce)) != null) {
            nonce++;
        }
        return PolymarketWallets.l2(account.id(), nonce, terms, now);
    }

    @Override
    public Map<String, String> credentials(ApiKey key) {
        return Map.of(
                "api_key", key.apiKey(),
                "api_secret", key.secret(),
                "passphrase", Objects.requireNonNullElse(key.passphrase(), ""));
    }

    /** The derived credentials, and the wallet that they were derived from. */
    @Override
    public Map<String, String> credentials(VenueAccount account, ApiKey key) {
        Map<String, String> all = new java.util.LinkedHashMap<>(credentials(key));
        all.put("signer_private_key", PolymarketWallets.privateKey(account.id()));
        all.put("proxy_address", Addresses.checksummed(account.uid()));
        all.put("signature_type", String.valueOf(PolymarketWallets.type(account)));
        return all;
    }

    @Override
    public String assetOf(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals("PUSD") || upper.equals("USDC.E") ? PolymarketMarkets.CASH : upper;
    }

    /** The L2 key, or a key of the wallet that L1 headers or the Data API name. */
    @Override
    public @Nullable String keyIn(VenueCall call) {
        String l2 = call.header("poly_api_key");
        if (l2 != null) {
            return l2;
        }
        String wallet = Addresses.read(call.header("poly_address"));
        VenueAccount account = wallet == null ? null : PolymarketWallets.ofSigner(accounts, wallet);
        if (account == null) {
            return wallet;
        }
        synchronized (account) {
            return account.keys().stream().map(ApiKey::apiKey).findFirst().orElse(wallet);
        }
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return !meant(call).host().equals("clob")
                || call.path().equals("/ok")
                || call.path().equals("/time");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        VenueCall meant = meant(call);
        return Objects.requireNonNull(doors.get(meant.host())).answer(meant);
    }

    /**
     * The order book has paths under {@code /data} itself; called without a label they look like
     * calls of the Data API, which never carry a key.
     */
    private static VenueCall meant(VenueCall call) {
        return call.host().equals("data") && call.header("poly_api_key") != null
                ? new VenueCall(
                        call.method(),
                        "/data" + call.path(),
                        call.rawQuery(),
                        call.headers(),
                        call.body(),
                        call.clientIp(),
                        "clob",
                        call.now())
                : call;
    }

    /** Source: Polymarket, "Rate Limits": of each address, at the edge. */
    @Override
    public List<Limit> limits(VenueCall call) {
        VenueCall meant = meant(call);
        String ip = ' ' + meant.clientIp();
        List<Limit> limits = new ArrayList<>();
        limits.add(Limit.of("clob" + ip, 9_000, 10_000, 1));
        for (Map.Entry<String, Long> one :
                Map.of("/auth/", 100L, "/balance-allowance", 200L, "/data/orders", 500L)
                        .entrySet()) {
            if (meant.path().startsWith(one.getKey())) {
                limits.add(Limit.of(one.getKey() + ip, one.getValue(), 10_000, 1));
            }
        }
        return limits;
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        boolean l1 = call.header("poly_api_key") == null && call.path().startsWith("/auth/");
        return kind == FaultKind.AUTH_ERROR && l1
                ? VenueReply.json(401, Json.object("error", "Invalid L1 Request headers"))
                : PolymarketReplies.fault(kind);
    }
}
