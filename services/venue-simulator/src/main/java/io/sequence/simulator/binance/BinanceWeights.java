package io.sequence.simulator.binance;

import io.sequence.simulator.domain.RequestLimits.Limit;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What requests weigh, counted per address and minute and told in headers; nobody is refused by
 * this count, that is what the rate-limit fault is for. Sources: the weights of each endpoint's own
 * page; Binance Spot REST API, "Limits".
 */
final class BinanceWeights {

    private static final int MOST_COUNTED = 10_000;
    private static final long MINUTE = 60_000;

    /** Refusals in a minute from which on an address is banned. */
    private static final long PATIENCE = 300;

    private record Count(long window, long sum) {}

    private final BinanceSite site;
    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    BinanceWeights(BinanceSite site) {
        this.site = site;
    }

    /** The answer with the headers that count it. */
    VenueReply counted(VenueCall call, VenueReply reply) {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        String ip = call.clientIp();
        if (call.path().startsWith("/sapi/")) {
            long used = use("sapi " + call.path() + ' ' + ip, call.now(), MINUTE, 1);
            headers.put("X-SAPI-USED-IP-WEIGHT-1M", String.valueOf(used));
            return reply.with(headers);
        }
        // Live and test hosts are counted apart, and so are spot and futures.
        String pool = call.host() + ' ' + call.path().startsWith("/fapi/") + ' ' + ip;
        boolean taken = placing(call) && reply.status() == 200;
        long used =
                use(pool, call.now(), MINUTE, taken && site != BinanceSite.US ? 0 : weight(call));
        headers.put("X-MBX-USED-WEIGHT", String.valueOf(used));
        headers.put("X-MBX-USED-WEIGHT-1M", String.valueOf(used));
        String key = call.header("x-mbx-apikey");
        if (taken && key != null) {
            long soon = use("10s " + key, call.now(), 10_000, 1);
            boolean futures = site == BinanceSite.USDM;
            long later = use("long " + key, call.now(), futures ? MINUTE : 1_440 * MINUTE, 1);
            headers.put("X-MBX-ORDER-COUNT-10S", String.valueOf(soon));
            headers.put(
                    futures ? "X-MBX-ORDER-COUNT-1M" : "X-MBX-ORDER-COUNT-1D",
                    String.valueOf(later));
        }
        return reply.with(headers);
    }

    /** The limits of its address that count a request; the weight of its paths first. */
    List<Limit> limits(VenueCall call) {
        if (call.path().startsWith("/sapi/")) {
            String pool = "sapi " + call.path() + ' ' + call.clientIp();
            return List.of(new Limit(pool, 12_000, MINUTE, true, 1, 0));
        }
        String pool = call.host() + ' ' + call.path().startsWith("/fapi/") + ' ' + call.clientIp();
        long raw = site == BinanceSite.US ? 5_000 : 300_000;
        return List.of(
                new Limit(pool, site.weightLimit(), MINUTE, true, weight(call), 0),
                new Limit("raw " + call.clientIp(), raw, 5 * MINUTE, true, 1, 0));
    }

    /** Whether an address that was refused again has been refused too often. */
    boolean exhausted(VenueCall call) {
        return use("refused " + call.clientIp(), call.now(), MINUTE, 1) > PATIENCE;
    }

    private static boolean placing(VenueCall call) {
        return call.method().equals("POST") && call.path().endsWith("/order");
    }

    private long use(String pool, Instant now, long length, int weight) {
        if (counts.size() > MOST_COUNTED) {
            counts.clear();
        }
        long window = now.toEpochMilli() / length;
        return counts.merge(
                        pool,
                        new Count(window, weight),
                        (old, more) ->
                                old.window == window ? new Count(window, old.sum + weight) : more)
                .sum();
    }

    private int weight(VenueCall call) {
        boolean named = call.query().has("symbol");
        String endpoint = call.method() + ' ' + call.path();
        return switch (site) {
            case SPOT -> spot(endpoint, named);
            case US -> us(endpoint, named);
            case USDM ->
                    call.path().startsWith("/fapi/")
                            ? futures(endpoint, named)
                            : spot(endpoint, named);
        };
    }

    private static int spot(String endpoint, boolean named) {
        return switch (endpoint) {
            case "GET /api/v3/account",
                    "GET /api/v3/account/commission",
                    "GET /api/v3/exchangeInfo",
                    "GET /api/v3/allOrders",
                    "GET /api/v3/myTrades" ->
                    20;
            case "GET /api/v3/order" -> 4;
            case "GET /api/v3/openOrders" -> named ? 6 : 80;
            case "GET /api/v3/ticker/price", "GET /api/v3/ticker/bookTicker" -> named ? 2 : 4;
            case "GET /api/v3/ticker/24hr" -> named ? 2 : 80;
            default -> 1;
        };
    }

    private static int us(String endpoint, boolean named) {
        return switch (endpoint) {
            case "GET /api/v3/account",
                    "GET /api/v3/exchangeInfo",
                    "GET /api/v3/allOrders",
                    "GET /api/v3/myTrades" ->
                    10;
            case "GET /api/v3/order" -> 2;
            case "GET /api/v3/openOrders" -> named ? 3 : 40;
            case "GET /api/v3/ticker/price", "GET /api/v3/ticker/bookTicker" -> named ? 1 : 2;
            case "GET /api/v3/ticker/24hr" -> named ? 1 : 40;
            default -> 1;
        };
    }

    private static int futures(String endpoint, boolean named) {
        return switch (endpoint) {
            case "GET /fapi/v3/balance",
                    "GET /fapi/v2/balance",
                    "GET /fapi/v3/account",
                    "GET /fapi/v2/account",
                    "GET /fapi/v3/positionRisk",
                    "GET /fapi/v2/positionRisk",
                    "GET /fapi/v1/accountConfig",
                    "GET /fapi/v1/symbolConfig",
                    "GET /fapi/v1/allOrders",
                    "GET /fapi/v1/userTrades" ->
                    5;
            case "GET /fapi/v1/commissionRate" -> 20;
            case "GET /fapi/v1/openOrders", "GET /fapi/v1/ticker/24hr" -> named ? 1 : 40;
            case "GET /fapi/v1/ticker/price", "GET /fapi/v2/ticker/price" -> named ? 1 : 2;
            case "GET /fapi/v1/premiumIndex" -> named ? 1 : 10;
            default -> 1;
        };
    }
}
