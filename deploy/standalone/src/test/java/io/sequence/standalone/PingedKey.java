package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A key that health-check pings.
 *
 * @param label its connection's
 * @param venue simulated
 * @param account at that venue
 */
record PingedKey(String label, String venue, String account) {

    private static final int TRADERS = 4;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Connects so many new keys, spread over venues and traders; they are accepted. */
    static List<PingedKey> connect(WholeHouse house, int count, List<String> venues)
            throws Exception {
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < TRADERS; i++) {
            traders.add(Trader.join(house, Trader.randomEmail(), UUID.randomUUID().toString()));
        }
        List<PingedKey> keys = new ArrayList<>();
        Map<String, Trader> submissions = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String venue = venues.get(i % venues.size());
            boolean kraken = venue.equals("kraken");
            JsonNode account =
                    Trader.venueAccount(
                            house, venue, Map.of("balances", Map.of("BTC", "2", "USDT", "5000")));
            Trader trader = traders.get(i / venues.size() % TRADERS);
            Map<String, Object> body =
                    trader.addition(
                            venue,
                            kraken ? "spot" : "derivatives",
                            kraken ? "usdt_dca" : "btc_accumulation",
                            "Key " + i,
                            account.path("credentials"));
            HouseClient.Answer answer =
                    trader.api()
                            .with("Idempotency-Key", UUID.randomUUID().toString())
                            .insist("POST", "/v1/submissions", body);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
            submissions.put(answer.text("submission_id"), trader);
            keys.add(new PingedKey("Key " + i, venue, account.path("account_id").asText()));
        }
        for (Map.Entry<String, Trader> one : submissions.entrySet()) {
            assertThat(one.getValue().verdict(one.getKey())).isEqualTo("accepted");
        }
        return keys;
    }

    /** How many calls came in between, key by key. */
    static List<Long> rises(Map<PingedKey, Long> before, Map<PingedKey, Long> after) {
        return before.keySet().stream().map(key -> after.get(key) - before.get(key)).toList();
    }

    /** What the simulator counted at each account. */
    static Map<PingedKey, Long> calls(WholeHouse house, List<PingedKey> keys) throws Exception {
        return calls(house, keys, endpoint -> true);
    }

    /** The same of some endpoints alone. */
    static Map<PingedKey, Long> calls(
            WholeHouse house, List<PingedKey> keys, Predicate<String> counts) throws Exception {
        var simulator = new HouseClient(house.simulator());
        Map<PingedKey, Long> counted = new LinkedHashMap<>();
        for (PingedKey key : keys) {
            JsonNode calls =
                    simulator
                            .expect(
                                    200,
                                    "GET",
                                    "/_sim/" + key.venue() + "/accounts/" + key.account(),
                                    null)
                            .body()
                            .path("calls");
            counted.put(
                    key,
                    calls.properties().stream()
                            .filter(count -> counts.test(count.getKey()))
                            .mapToLong(count -> count.getValue().asLong())
                            .sum());
        }
        return counted;
    }

    /** The sum of a metric's values in one process, of those that have the labels. */
    static double gauge(String process, String metric, String... labels) throws Exception {
        String metrics =
                HTTP.send(
                                HttpRequest.newBuilder(URI.create(process + "/q/metrics"))
                                        .timeout(Duration.ofSeconds(10))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
        return metrics.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
