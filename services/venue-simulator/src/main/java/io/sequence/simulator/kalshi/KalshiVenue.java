package io.sequence.simulator.kalshi;

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
import io.sequence.simulator.wire.RsaPair;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kalshi's event contracts, Trade API v2. */
public final class KalshiVenue implements SimulatedVenue {

    static final String ID = "kalshi";

    private static final String ROOT = "/trade-api/v2";

    private final TradingDesk desk;
    private final Door door;

    public KalshiVenue(Accounts accounts, PriceBoard prices) {
        desk = new TradingDesk(KalshiMarkets.list(), prices, TradingDesk.FeeFrom.QUOTE);
        door = new Door(endpoints(), new KalshiKeeper(accounts), accounts, desk);
    }

    private Endpoints endpoints() {
        KalshiPortfolio portfolio = new KalshiPortfolio(desk);
        KalshiOrders orders = new KalshiOrders(desk);
        KalshiMarketData data = new KalshiMarketData(desk);
        String book = ROOT + "/portfolio/events/orders";
        String retired = ROOT + "/portfolio/orders";
        return new Endpoints()
                .get(ROOT + "/api_keys", Needs.KEY, KalshiKeys::list)
                .get(ROOT + "/communications/id", Needs.READ, KalshiKeys::owner)
                .get(ROOT + "/account/limits", Needs.READ, KalshiKeys::limits)
                .get(ROOT + "/portfolio/balance", Needs.READ, portfolio::balance)
                .get(ROOT + "/portfolio/positions", Needs.READ, portfolio::positions)
                .get(ROOT + "/portfolio/fills", Needs.READ, orders::fills)
                .post(book, Needs.TRADE, orders::place)
                .add("DELETE", book + "/{id}", Needs.TRADE, orders::cancel)
                .get(retired, Needs.READ, orders::list)
                .get(retired + "/{id}", Needs.READ, orders::one)
                .post(retired, Needs.TRADE, KalshiOrders::retired)
                .add("DELETE", retired + "/{id}", Needs.TRADE, KalshiOrders::retired)
                .get(ROOT + "/exchange/status", Needs.NOTHING, KalshiMarketData::status)
                .get(ROOT + "/exchange/schedule", Needs.NOTHING, KalshiMarketData::schedule)
                .get(ROOT + "/exchange/user_data_timestamp", Needs.NOTHING, KalshiMarketData::asOf)
                .get(ROOT + "/series/fee_changes", Needs.NOTHING, KalshiMarketData::feeChanges)
                .get(ROOT + "/series/{series}", Needs.NOTHING, data::series)
                .get(ROOT + "/events", Needs.NOTHING, data::events)
                .get(ROOT + "/events/{event}", Needs.NOTHING, data::event)
                .get(ROOT + "/markets", Needs.NOTHING, data::markets)
                .get(ROOT + "/markets/{ticker}", Needs.NOTHING, data::market)
                .get(ROOT + "/markets/{ticker}/orderbook", Needs.NOTHING, data::book);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("elections", "demo");
    }

    @Override
    public Set<KeyType> keyTypes() {
        return Set.of(KeyType.RSA);
    }

    @Override
    public InstrumentList instruments() {
        return desk.instruments();
    }

    @Override
    public String newUid() {
        return UUID.randomUUID().toString();
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        RsaPair pair = RsaPair.generate();
        return terms.usually(KeyType.RSA)
                .issue(
                        UUID.randomUUID().toString(),
                        pair.privatePem(),
                        null,
                        pair.publicBase64(),
                        now);
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
        return call.header("kalshi-access-key");
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().startsWith(ROOT + "/exchange/");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        return door.answer(call);
    }

    /** Source: Kalshi, "Rate limits and tiers": tokens a second and user, ten a plain call. */
    @Override
    public List<Limit> limits(VenueCall call) {
        String key = keyIn(call);
        boolean reads = call.method().equals("GET");
        return key == null
                ? List.of()
                : List.of(Limit.of(reads + " " + key, reads ? 200 : 100, 1_000, 10));
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return KalshiReplies.fault(kind);
    }
}
