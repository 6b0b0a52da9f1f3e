package io.sequence.simulator.bitmart;

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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** BitMart: spot on one host, contracts on another, a key good on both. */
public final class BitMartVenue implements SimulatedVenue {

    static final String ID = "bitmart";

    private final TradingDesk desk;
    private final Door cloud;
    private final Door futures;

    public BitMartVenue(Accounts accounts, PriceBoard prices) {
        desk = new TradingDesk(BitMartMarkets.list(), prices, TradingDesk.FeeFrom.RECEIVED);
        BitMartKeeper keeper = new BitMartKeeper(accounts);
        BitMartMarketData data = new BitMartMarketData(desk);
        BitMartAccount account = new BitMartAccount(desk);
        cloud = new Door(cloud(data, account), keeper, accounts, desk);
        futures = new Door(futures(data, account), keeper, accounts, desk);
    }

    private Endpoints cloud(BitMartMarketData data, BitMartAccount account) {
        BitMartSpotOrders orders = new BitMartSpotOrders(desk);
        return new Endpoints()
                .get("/system/time", Needs.NOTHING, data::time)
                .get("/system/service", Needs.NOTHING, data::service)
                .get("/account/v1/currencies", Needs.NOTHING, data::currencies)
                .get("/spot/v1/symbols/details", Needs.NOTHING, data::symbols)
                .get("/spot/quotation/v3/ticker", Needs.NOTHING, data::ticker)
                .get("/spot/quotation/v3/tickers", Needs.NOTHING, data::tickers)
                .get("/account/v1/wallet", Needs.READ, account::wallet)
                .get("/spot/v1/wallet", Needs.READ, account::spot)
                .get("/spot/v1/user_fee", Needs.READ, account::userFee)
                .get("/spot/v1/trade_fee", Needs.READ, account::tradeFee)
                .post("/spot/v2/submit_order", Needs.TRADE, orders::submit)
                .post("/spot/v3/cancel_order", Needs.TRADE, orders::cancel)
                .post("/spot/v4/query/order", Needs.READ, orders::order)
                .post("/spot/v4/query/client-order", Needs.READ, orders::clientOrder)
                .post("/spot/v4/query/open-orders", Needs.READ, orders::open)
                .post("/spot/v4/query/history-orders", Needs.READ, orders::history)
                .post("/spot/v4/query/trades", Needs.READ, orders::trades);
    }

    private Endpoints futures(BitMartMarketData data, BitMartAccount account) {
        BitMartFuturesOrders orders = new BitMartFuturesOrders(desk);
        return new Endpoints()
                .get("/system/time", Needs.NOTHING, data::time)
                .get("/system/service", Needs.NOTHING, data::service)
                .get("/contract/public/details", Needs.NOTHING, data::details)
                .get("/contract/private/assets-detail", Needs.READ, account::assets)
                .get("/contract/private/position-v2", Needs.READ, account::positions)
                .get("/contract/private/trade-fee-rate", Needs.READ, account::contractFee)
                .get("/contract/private/get-open-orders", Needs.READ, orders::open)
                .get("/contract/private/order", Needs.READ, orders::order)
                .get("/contract/private/order-history", Needs.READ, orders::history)
                .get("/contract/private/trades", Needs.READ, orders::trades)
                .post("/contract/private/submit-order", Needs.TRADE, orders::submit)
                .post("/contract/private/cancel-order", Needs.TRADE, orders::cancel);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("cloud", "futures");
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
        return Dice.digits(8);
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        return terms.issue(Dice.hex(40), Dice.hex(64), Dice.alphanumeric(9), null, now);
    }

    @Override
    public Map<String, String> credentials(ApiKey key) {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("api_key", key.apiKey());
        credentials.put("api_secret", key.secret());
        credentials.put("memo", key.passphrase() == null ? "" : key.passphrase());
        return credentials;
    }

    @Override
    public String assetOf(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String keyIn(VenueCall call) {
        return call.header("x-bm-key");
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().startsWith("/system/");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        VenueReply reply =
                call.host().equals("futures") ? futures.answer(call) : cloud.answer(call);
        return reply.with(limits(call.path()));
    }

    /** The rate that holds for a path, as if this were the first call of its window. */
    private static Map<String, String> limits(String path) {
        int most = 600;
        int seconds = 60;
        String mode = "IP";
        if (path.endsWith("submit_order") || path.endsWith("submit-order")) {
            most = 40;
            seconds = 2;
            mode = "UID";
        } else if (path.endsWith("open-orders") || path.endsWith("wallet")) {
            most = 12;
            seconds = 2;
            mode = "KEY";
        } else if (path.startsWith("/spot/v4/")) {
            most = 50;
            seconds = 2;
            mode = "KEY";
        } else if (path.startsWith("/system/")) {
            most = 10;
            seconds = 1;
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("X-BM-RateLimit-Remaining", String.valueOf(most - 1));
        headers.put("X-BM-RateLimit-Limit", String.valueOf(most));
        headers.put("X-BM-RateLimit-Reset", String.valueOf(seconds));
        headers.put("X-BM-RateLimit-Mode", mode);
        return headers;
    }

    /** Source: BitMart API, "Rate Limit": by key where there is one, else by address. */
    @Override
    public List<Limit> limits(VenueCall call) {
        Limit ofAddress = Limit.of("ip " + call.clientIp(), 600, 60_000, 1);
        String key = keyIn(call);
        return key == null
                ? List.of(ofAddress)
                : List.of(ofAddress, Limit.of(call.path() + ' ' + key, 12, 2_000, 1));
    }

    @Override
    public VenueReply told(VenueReply reply, VenueCall call, List<Count> counts) {
        if (counts.isEmpty()) {
            return reply;
        }
        Count newest = counts.getLast();
        return reply.and(
                Map.of(
                        "X-BM-RateLimit-Remaining", String.valueOf(newest.used()),
                        "X-BM-RateLimit-Limit", String.valueOf(newest.allowed()),
                        "X-BM-RateLimit-Reset", String.valueOf(newest.limit().millis() / 1_000)));
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return BitMartReplies.fault(kind);
    }
}
