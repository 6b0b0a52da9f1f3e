package io.sequence.simulator.kraken;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Endpoint.Needs;
import io.sequence.simulator.wire.Endpoints;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kraken Spot. */
public final class KrakenVenue implements SimulatedVenue {

    static final String ID = "kraken";

    private final TradingDesk desk;
    private final Door door;

    public KrakenVenue(Accounts accounts, PriceBoard prices) {
        desk = new TradingDesk(KrakenMarkets.list(), prices, TradingDesk.FeeFrom.QUOTE);
        door = new Door(endpoints(), new KrakenKeeper(accounts), accounts, desk);
    }

    private Endpoints endpoints() {
        KrakenAccount account = new KrakenAccount(desk);
        KrakenOrders orders = new KrakenOrders(desk);
        KrakenMarketData data = new KrakenMarketData(desk);
        return new Endpoints()
                .post("/0/private/GetApiKeyInfo", Needs.KEY, account::keyInfo)
                .post("/0/private/Balance", Needs.READ, account::balance)
                .post("/0/private/BalanceEx", Needs.READ, account::balanceEx)
                .post("/0/private/TradeBalance", Needs.READ, account::tradeBalance)
                .post("/0/private/OpenPositions", Needs.READ, account::positions)
                .post("/0/private/TradeVolume", Needs.READ, account::volume)
                .post("/0/private/WithdrawMethods", Needs.WITHDRAW, account::withdrawMethods)
                .post("/0/private/AddOrder", Needs.TRADE, orders::add)
                .post("/0/private/CancelOrder", Needs.TRADE, orders::cancel)
                .post("/0/private/CancelAll", Needs.TRADE, orders::cancelAll)
                .post("/0/private/QueryOrders", Needs.READ, orders::query)
                .post("/0/private/OpenOrders", Needs.READ, orders::open)
                .post("/0/private/ClosedOrders", Needs.READ, orders::closed)
                .post("/0/private/TradesHistory", Needs.READ, orders::trades)
                .get("/0/public/Time", Needs.NOTHING, data::time)
                .get("/0/public/SystemStatus", Needs.NOTHING, data::status)
                .get("/0/public/Assets", Needs.NOTHING, data::assets)
                .get("/0/public/AssetPairs", Needs.NOTHING, data::pairs)
                .get("/0/public/Ticker", Needs.NOTHING, data::ticker)
                .get("/0/public/Depth", Needs.NOTHING, data::depth);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("spot");
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.HMAC);
    }

    @Override
    public InstrumentList instruments() {
        return desk.instruments();
    }

    /** Kraken's public account id, shaped {@code AA88 N84G WOAK NMOI}. */
    @Override
    public String newUid() {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
        return "AA"
                + Dice.digits(2)
                + " N"
                + Dice.digits(2)
                + Dice.pick(letters, 1)
                + ' '
                + Dice.pick(letters, 4)
                + ' '
                + Dice.pick(letters, 4);
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        Base64.Encoder encoder = Base64.getEncoder();
        return terms.issue(
                encoder.encodeToString(Dice.bytes(42)),
                encoder.encodeToString(Dice.bytes(64)),
                null,
                null,
                now);
    }

    @Override
    public Map<String, String> credentials(ApiKey key) {
        return Map.of("api_key", key.apiKey(), "api_secret", key.secret());
    }

    @Override
    public String assetOf(String name) {
        return KrakenMarkets.plain(name);
    }

    @Override
    public @Nullable String keyIn(VenueCall call) {
        return call.header("api-key");
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().equals("/0/public/SystemStatus") || call.path().equals("/0/public/Time");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        return door.answer(call);
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return KrakenReplies.fault(kind);
    }
}
