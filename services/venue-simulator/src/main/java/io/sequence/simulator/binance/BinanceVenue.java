package io.sequence.simulator.binance;

import io.sequence.simulator.domain.Accounts;
import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.FaultKind;
import io.sequence.simulator.domain.InstrumentList;
import io.sequence.simulator.domain.IpRules;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.domain.KeyType;
import io.sequence.simulator.domain.PriceBoard;
import io.sequence.simulator.domain.RequestLimits.Count;
import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.domain.TradingDesk;
import io.sequence.simulator.wire.Dice;
import io.sequence.simulator.wire.Door;
import io.sequence.simulator.wire.Ed25519Pair;
import io.sequence.simulator.wire.RsaPair;
import io.sequence.simulator.wire.SimulatedVenue;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of Binance's three venues, each with a door for every host. */
public final class BinanceVenue implements SimulatedVenue {

    private static final Set<String> STATUS =
            Set.of("/api/v3/time", "/fapi/v1/time", "/sapi/v1/system/status");

    private final BinanceSite site;
    private final TradingDesk desk;
    private final BinanceWeights weights;
    private final Map<String, Door> doors = new LinkedHashMap<>();

    private BinanceVenue(BinanceSite site, Accounts accounts, PriceBoard prices) {
        this.site = site;
        desk = new TradingDesk(BinanceMarkets.of(site), prices, TradingDesk.FeeFrom.RECEIVED);
        weights = new BinanceWeights(site);
        BinanceRoutes routes = new BinanceRoutes(site, desk);
        BinanceKeeper keeper = new BinanceKeeper(site, accounts);
        for (String host : site.hosts()) {
            doors.put(host, new Door(routes.of(host), keeper, accounts, desk));
        }
    }

    /** Binance Spot: api.binance.com and its testnet. */
    public static BinanceVenue spot(Accounts accounts, PriceBoard prices) {
        return new BinanceVenue(BinanceSite.SPOT, accounts, prices);
    }

    /** Binance USD-M Futures, with the spot host that tells of its keys. */
    public static BinanceVenue usdm(Accounts accounts, PriceBoard prices) {
        return new BinanceVenue(BinanceSite.USDM, accounts, prices);
    }

    /** Binance US: api.binance.us. */
    public static BinanceVenue us(Accounts accounts, PriceBoard prices) {
        return new BinanceVenue(BinanceSite.US, accounts, prices);
    }

    @Override
    public String id() {
        return site.id();
    }

    @Override
    public List<String> hosts() {
        return site.hosts();
    }

    @Override
    public Set<KeyType> keyTypes() {
        return site.keyTypes();
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
        KeyType type = terms.type() == null ? KeyType.HMAC : terms.type();
        String name = Dice.alphanumeric(64);
        return switch (type) {
            case HMAC -> terms.issue(name, Dice.alphanumeric(64), null, null, now);
            case RSA -> {
                RsaPair pair = RsaPair.generate();
                yield terms.issue(name, pair.privatePem(), null, pair.publicBase64(), now);
            }
            case ED25519 -> {
                Ed25519Pair pair = Ed25519Pair.generate();
                yield terms.issue(name, pair.privatePem(), null, pair.publicBase64(), now);
            }
            case ECDSA -> throw new IllegalArgumentException("Binance takes no such key");
        };
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
        return call.header("x-mbx-apikey");
    }

    @Override
    public boolean isStatus(VenueCall call) {
        return STATUS.contains(call.path());
    }

    @Override
    public VenueReply answer(VenueCall call) {
        boolean restricted =
                site != BinanceSite.US
                        && IpRules.admits(List.of(BinanceReplies.RESTRICTED), call.clientIp());
        return restricted
                ? BinanceReplies.restricted()
                : weights.counted(
                        call, Objects.requireNonNull(doors.get(call.host())).answer(call));
    }

    /** Source: Spot and USD-M REST APIs, "Limits"; wallet, "General Info". */
    @Override
    public List<Limit> limits(VenueCall call) {
        return weights.limits(call);
    }

    @Override
    public VenueReply exceeded(VenueCall call, Count count) {
        if (weights.exhausted(call)) {
            return BinanceReplies.banned(call);
        }
        String seconds = String.valueOf((count.resetMillis() + 999) / 1000);
        return BinanceReplies.fault(FaultKind.RATE_LIMIT, site, call)
                .and(Map.of("Retry-After", seconds));
    }

    @Override
    public VenueReply told(VenueReply reply, VenueCall call, List<Count> counts) {
        return counts.isEmpty()
                ? reply
                : reply.and(
                        Map.of(
                                call.path().startsWith("/sapi/")
                                        ? "X-SAPI-USED-IP-WEIGHT-1M"
                                        : "X-MBX-USED-WEIGHT-1M",
                                String.valueOf(counts.getFirst().used())));
    }

    @Override
    public VenueReply fault(FaultKind kind, VenueCall call) {
        return kind == FaultKind.RATE_LIMIT && weights.exhausted(call)
                ? BinanceReplies.banned(call)
                : BinanceReplies.fault(kind, site, call);
    }
}
