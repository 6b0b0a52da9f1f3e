package io.sequence.simulator.bitget;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.domain.WalletKind;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Endpoint.Needs;
import io.sequence.simulator.wire.Endpoints;
import io.sequence.simulator.wire.RsaPair;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bitget: V2 for classic accounts, V3 for unified ones, on one host. */
public final class BitgetVenue implements SimulatedVenue {

    static final String ID = "bitget";
    static final String CLASSIC = "classic";
    static final String UNIFIED = "unified";

    private final TradingDesk classic;
    private final Door v2;
    private final Door v3;

    public BitgetVenue(Accounts accounts, PriceBoard prices) {
        classic = desk(prices, WalletKind.FUTURES);
        TradingDesk unified = desk(prices, WalletKind.TRADING);
        v2 = new Door(v2(), new BitgetKeeper(accounts, CLASSIC), accounts, classic);
        v3 = new Door(v3(unified), new BitgetKeeper(accounts, UNIFIED), accounts, unified);
    }

    private static TradingDesk desk(PriceBoard prices, WalletKind futures) {
        return new TradingDesk(BitgetMarkets.list(futures), prices, TradingDesk.FeeFrom.RECEIVED);
    }

    private Endpoints v2() {
        BitgetMarketData data = new BitgetMarketData(classic);
        BitgetClassicAccount account = new BitgetClassicAccount(classic);
        BitgetSpotOrders spot = new BitgetSpotOrders(classic);
        BitgetMixOrders mix = new BitgetMixOrders(classic);
        return new Endpoints()
                .get("/api/v2/public/time", Needs.NOTHING, data::time)
                .get("/api/v2/public/annoucements", Needs.NOTHING, data::announcements)
                .get("/api/v2/spot/public/coins", Needs.NOTHING, data::coins)
                .get("/api/v2/spot/public/symbols", Needs.NOTHING, data::symbols)
                .get("/api/v2/margin/currencies", Needs.NOTHING, data::borrowable)
                .get("/api/v2/spot/market/tickers", Needs.NOTHING, data::spotTickers)
                .get("/api/v2/mix/market/contracts", Needs.NOTHING, data::contracts)
                .get("/api/v2/mix/market/ticker", Needs.NOTHING, data::mixTickers)
                .get("/api/v2/mix/market/tickers", Needs.NOTHING, data::mixTickers)
                .get("/api/v2/spot/account/info", Needs.READ, BitgetRights::classic)
                .get("/api/v2/spot/account/assets", Needs.READ, account::assets)
                .get("/api/v2/account/funding-assets", Needs.READ, account::funding)
                .get("/api/v2/account/all-account-balance", Needs.READ, account::overview)
                .get("/api/v2/common/trade-rate", Needs.READ, account::rate)
                .get("/api/v2/mix/account/accounts", Needs.READ, account::accounts)
                .get("/api/v2/mix/position/all-position", Needs.READ, account::positions)
                .post("/api/v2/mix/account/set-leverage", Needs.TRADE, mix::leverage)
                .post("/api/v2/spot/trade/place-order", Needs.TRADE, spot::place)
                .post("/api/v2/spot/trade/cancel-order", Needs.TRADE, spot::cancel)
                .get("/api/v2/spot/trade/orderInfo", Needs.READ, spot::info)
                .get("/api/v2/spot/trade/unfilled-orders", Needs.READ, spot::unfilled)
                .get("/api/v2/spot/trade/history-orders", Needs.READ, spot::history)
                .get("/api/v2/spot/trade/fills", Needs.READ, spot::fills)
                .post("/api/v2/mix/order/place-order", Needs.TRADE, mix::place)
                .post("/api/v2/mix/order/cancel-order", Needs.TRADE, mix::cancel)
                .get("/api/v2/mix/order/detail", Needs.READ, mix::detail)
                .get("/api/v2/mix/order/orders-pending", Needs.READ, mix::pending)
                .get("/api/v2/mix/order/orders-history", Needs.READ, mix::history)
                .get("/api/v2/mix/order/fills", Needs.READ, mix::fills);
    }

    private static Endpoints v3(TradingDesk unified) {
        BitgetUnifiedData data = new BitgetUnifiedData(unified);
        BitgetUnifiedAccount account = new BitgetUnifiedAccount(unified);
        BitgetUnifiedOrders orders = new BitgetUnifiedOrders(unified);
        return new Endpoints()
                .get("/api/v3/market/instruments", Needs.NOTHING, data::instruments)
                .get("/api/v3/market/tickers", Needs.NOTHING, data::tickers)
                .get("/api/v3/account/info", Needs.KEY, BitgetRights::unified)
                .get("/api/v3/account/settings", Needs.READ, account::settings)
                .get("/api/v3/account/assets", Needs.READ, account::assets)
                .get("/api/v3/account/funding-assets", Needs.READ, account::funding)
                .get("/api/v3/account/fee-rate", Needs.READ, account::rate)
                .get("/api/v3/position/current-position", Needs.READ, account::positions)
                .post("/api/v3/account/set-leverage", Needs.TRADE, orders::leverage)
                .post("/api/v3/trade/place-order", Needs.TRADE, orders::place)
                .post("/api/v3/trade/cancel-order", Needs.TRADE, orders::cancel)
                .get("/api/v3/trade/order-info", Needs.READ, orders::info)
                .get("/api/v3/trade/unfilled-orders", Needs.READ, orders::unfilled)
                .get("/api/v3/trade/history-orders", Needs.READ, orders::history)
                .get("/api/v3/trade/fills", Needs.READ, orders::fills);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("global");
    }

    @Override
    public List<String> modes() {
        return List.of(CLASSIC, UNIFIED);
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.HMAC, KeyType.RSA);
    }

    @Override
    public InstrumentList instruments() {
        return classic.instruments();
    }

    @Override
    public String newUid() {
        return Dice.digits(10);
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        String name = "bg_" + Dice.hex(32);
        String passphrase = Dice.alphanumeric(12);
        if (terms.type() == KeyType.RSA) {
            RsaPair pair = RsaPair.generate();
            return terms.issue(name, pair.privatePem(), passphrase, pair.publicBase64(), now);
        }
        return terms.issue(name, Dice.hex(64), passphrase, null, now);
    }

    @Override
    public Map<String, String> credentials(ApiKey key) {
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("api_key", key.apiKey());
        credentials.put("api_secret", key.secret());
        credentials.put("passphrase", key.passphrase() == null ? "" : key.passphrase());
        return credentials;
    }

    @Override
    public String assetOf(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    @Override
    public @Nullable String keyIn(VenueCall call) {
        return call.header("access-key");
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().equals("/api/v2/public/time")
                || call.path().equals("/api/v2/public/annoucements");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        return call.path().startsWith("/api/v3/") ? v3.answer(call) : v2.answer(call);
    }

    /** Source: Bitget API, "Rate Limit": 6000 a minute and address over all endpoints. */
    @Override
    public List<Limit> limits(VenueCall call) {
        return List.of(Limit.of("ip " + call.clientIp(), 6_000, 60_000, 1));
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return BitgetReplies.fault(kind, call.now());
    }
}
