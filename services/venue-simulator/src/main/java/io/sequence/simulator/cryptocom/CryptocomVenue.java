package io.sequence.simulator.cryptocom;

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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Crypto.com Exchange v1, live and UAT. */
public final class CryptocomVenue implements SimulatedVenue {

    static final String ID = "cryptocom";

    private static final String BASE = "/exchange/v1/";
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final TradingDesk desk;
    private final Door door;

    public CryptocomVenue(Accounts accounts, PriceBoard prices) {
        desk = new TradingDesk(CryptocomMarkets.list(), prices, TradingDesk.FeeFrom.RECEIVED);
        door = new Door(endpoints(), new CryptocomKeeper(accounts), accounts, desk);
    }

    private Endpoints endpoints() {
        CryptocomAccount account = new CryptocomAccount(desk);
        CryptocomOrders orders = new CryptocomOrders(desk);
        CryptocomOrderReads reads = new CryptocomOrderReads();
        CryptocomMarketData data = new CryptocomMarketData(desk);
        String own = BASE + "private/";
        String open = BASE + "public/";
        return new Endpoints()
                .post(own + "user-balance", Needs.READ, account::balance)
                .post(own + "get-accounts", Needs.READ, account::accounts)
                .post(own + "get-positions", Needs.READ, account::positions)
                .post(own + "get-fee-rate", Needs.READ, account::fees)
                .post(own + "get-instrument-fee-rate", Needs.READ, account::feesOf)
                .post(own + "get-currency-networks", Needs.READ, data::networks)
                .post(own + "create-order", Needs.TRADE, orders::create)
                .post(own + "cancel-order", Needs.TRADE, orders::cancel)
                .post(own + "cancel-all-orders", Needs.TRADE, orders::cancelAll)
                .post(own + "get-order-detail", Needs.READ, reads::detail)
                .post(own + "get-open-orders", Needs.READ, reads::open)
                .post(own + "get-order-history", Needs.READ, reads::history)
                .post(own + "get-trades", Needs.READ, reads::trades)
                .get(open + "get-instruments", Needs.NOTHING, data::instruments)
                .get(open + "get-tickers", Needs.NOTHING, data::tickers)
                .get(open + "get-book", Needs.NOTHING, data::book)
                .get(open + "get-announcements", Needs.NOTHING, data::announcements);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> hosts() {
        return List.of("exchange", "uat");
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
        return UUID.randomUUID().toString();
    }

    @Override
    public ApiKey newKey(KeyTerms terms, Instant now) {
        return terms.issue(
                Dice.alphanumeric(22), "cxakp_" + Dice.alphanumeric(22), null, null, now);
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
        String key = CryptocomBody.of(call).text("api_key");
        return key.isEmpty() ? null : key;
    }

    /** There is no clock to ask; announcements are the nearest thing to a state. */
    @Override
    public boolean isStatus(VenueCall call) {
        return call.path().endsWith("/public/get-announcements");
    }

    @Override
    public VenueReply answer(VenueCall call) {
        return dated(door.answer(whole(call)), call.now());
    }

    /** Source: Exchange API v1, "Rate Limits": by key and method; a public one by address. */
    @Override
    public List<Limit> limits(VenueCall call) {
        String key = keyIn(call);
        return List.of(
                key == null
                        ? Limit.of(call.path() + ' ' + call.clientIp(), 100, 1_000, 1)
                        : Limit.of(call.path() + ' ' + key, perTenth(call.path()), 100, 1));
    }

    private static long perTenth(String path) {
        if (path.endsWith("/create-order") || path.contains("/cancel-")) {
            return 15;
        }
        return path.endsWith("/get-order-detail") ? 30 : 3;
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return dated(CryptocomReplies.fault(kind, whole(call)), call.now());
    }

    /**
     * The venue's paths begin with the label of its first host, which is taken off a path that
     * names no host; announcements live without it anyway.
     */
    private static VenueCall whole(VenueCall call) {
        if (!call.path().startsWith("/v1/")) {
            return call;
        }
        return new VenueCall(
                call.method(),
                "/exchange" + call.path(),
                call.rawQuery(),
                call.headers(),
                call.body(),
                call.clientIp(),
                call.host(),
                call.now(),
                call.maintenance());
    }

    /** The only clock that the venue shows. */
    private static VenueReply dated(VenueReply reply, Instant now) {
        return reply.with(Map.of("Date", HTTP_DATE.format(now.atZone(ZoneOffset.UTC))));
    }
}
