package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.standalone.WholeHouse.Instance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two processes of health-check share the keys, and what one leaves the other takes over. Witnesses
 * are the simulator's own counters of each account and the processes' metrics.
 */
@Tag("whole-house")
class ShardingTest {

    private static final int KEYS = 40;
    private static final int TRADERS = 4;
    private static final List<String> VENUES = List.of("bybit", "okx", "kucoin", "kraken");
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String WATCHED = "sequence_health_watched";
    private static final String OPENED = "sequence_health_keys_open";
    private static final String PINGS = "sequence_health_pings_seconds_count";

    private static WholeHouse house;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A key's account at a simulated venue. */
    private record Key(String venue, String account) {}

    @BeforeAll
    static void start() throws Exception {
        house =
                WholeHouse.start(
                        "sharding",
                        Map.of("SEQUENCE_JAVA_OPTIONS", "-Dsequence.health.interval=1s"));
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void twoProcessesShareTheKeysAndTheSurvivorTakesThemAll() throws Exception {
        List<Key> keys = connectedKeys();
        String first = house.url(HouseService.HEALTH_CHECK, "").toString();
        patiently("all keys at the first")
                .untilAsserted(() -> assertThat(gauge(first, WATCHED)).isEqualTo(KEYS));

        Instance second = house.another(HouseService.HEALTH_CHECK, "health-check-2", Map.of());
        second.awaitReady();
        eachKeyIsHeldByOne(first, second.url());
        bothPing(first, second.url());
        everyKeyIsPingedAndNoneTwice(keys);
        eachKeyIsHeldByOne(first, second.url());

        second.process().destroyForcibly();
        assertThat(second.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        Map<Key, Long> whenItDied = calls(keys);
        patiently("the survivor holds all")
                .untilAsserted(
                        () -> {
                            assertThat(gauge(first, WATCHED)).isEqualTo(KEYS);
                            assertThat(gauge(first, OPENED)).isEqualTo(KEYS);
                        });
        patiently("every key is pinged by the survivor")
                .untilAsserted(
                        () -> assertThat(rises(whenItDied, calls(keys))).allMatch(n -> n > 1));
        everyKeyIsPingedAndNoneTwice(keys);

        // None of it was anything that a user should hear of.
        assertThat(house.rows("select distinct status from credential_intake.connection"))
                .containsExactly("connected");
        assertThat(DeadLetters.in(house.kafka())).isEmpty();
    }

    @Test
    void aBadSettingStopsTheServiceAtStartWithASentence() throws Exception {
        Instance wrong =
                house.another(
                        HouseService.HEALTH_CHECK,
                        "health-check-wrong",
                        Map.of("SEQUENCE_VENUES_OKX_CALLS_PER_SECOND", "many"));
        assertThat(wrong.process().waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong.process().exitValue()).isNotZero();
        assertThat(Files.readString(wrong.log()))
                .contains(
                        "The setting sequence.venues.okx.calls-per-second is \"many\"; it must be a"
                                + " whole number from 1 to 1000000.");
    }

    private static List<Key> connectedKeys() throws Exception {
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < TRADERS; i++) {
            traders.add(Trader.join(house, Trader.randomEmail(), UUID.randomUUID().toString()));
        }
        List<Key> keys = new ArrayList<>();
        Map<String, Trader> submissions = new LinkedHashMap<>();
        for (int i = 0; i < KEYS; i++) {
            String venue = VENUES.get(i % VENUES.size());
            boolean kraken = venue.equals("kraken");
            JsonNode account =
                    Trader.venueAccount(
                            house, venue, Map.of("balances", Map.of("BTC", "2", "USDT", "5000")));
            Trader trader = traders.get(i / VENUES.size() % TRADERS);
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
            keys.add(new Key(venue, account.path("account_id").asText()));
        }
        for (Map.Entry<String, Trader> one : submissions.entrySet()) {
            assertThat(one.getValue().verdict(one.getKey())).isEqualTo("accepted");
        }
        return keys;
    }

    /** Every key is pinged, so with as many held as there are, none is held twice. */
    private void eachKeyIsHeldByOne(String first, String second) {
        patiently("each key is held by one of the two")
                .untilAsserted(
                        () -> {
                            double one = gauge(first, WATCHED);
                            double other = gauge(second, WATCHED);
                            assertThat(one).isPositive();
                            assertThat(other).isPositive();
                            assertThat(one + other).isEqualTo(KEYS);
                            assertThat(gauge(first, OPENED)).isEqualTo(one);
                            assertThat(gauge(second, OPENED)).isEqualTo(other);
                        });
    }

    private void bothPing(String first, String second) throws Exception {
        double one = gauge(first, PINGS);
        double other = gauge(second, PINGS);
        patiently("both ping")
                .untilAsserted(
                        () -> {
                            assertThat(gauge(first, PINGS)).isGreaterThan(one + 2);
                            assertThat(gauge(second, PINGS)).isGreaterThan(other + 2);
                        });
    }

    /** A key with two masters would be asked twice as often as one that has one. */
    private void everyKeyIsPingedAndNoneTwice(List<Key> keys) {
        patiently("as many pings of each key")
                .untilAsserted(
                        () -> {
                            Map<Key, Long> before = calls(keys);
                            List<Long> rises = new ArrayList<>();
                            patiently("three more pings of each key")
                                    .until(
                                            () -> {
                                                rises.clear();
                                                rises.addAll(rises(before, calls(keys)));
                                                return Collections.min(rises) >= 3;
                                            });
                            assertThat(Collections.max(rises))
                                    .as("calls at each account: " + rises)
                                    .isLessThan(2 * Collections.min(rises));
                        });
    }

    private static List<Long> rises(Map<Key, Long> before, Map<Key, Long> after) {
        return before.keySet().stream().map(key -> after.get(key) - before.get(key)).toList();
    }

    /** What the simulator counted at each account. */
    private static Map<Key, Long> calls(List<Key> keys) throws Exception {
        var simulator = new HouseClient(house.simulator());
        Map<Key, Long> counted = new LinkedHashMap<>();
        for (Key key : keys) {
            JsonNode calls =
                    simulator
                            .expect(
                                    200,
                                    "GET",
                                    "/_sim/" + key.venue() + "/accounts/" + key.account(),
                                    null)
                            .body()
                            .path("calls");
            counted.put(key, calls.valueStream().mapToLong(JsonNode::asLong).sum());
        }
        return counted;
    }

    /** The sum of a metric's values in one process. */
    private double gauge(String process, String metric) throws Exception {
        String metrics =
                http.send(
                                HttpRequest.newBuilder(URI.create(process + "/q/metrics"))
                                        .timeout(Duration.ofSeconds(10))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
        return metrics.lines()
                .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions();
    }
}
