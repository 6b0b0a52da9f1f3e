package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.standalone.WholeHouse.Instance;
import io.sequence.testing.Eventually;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
@Tag("own-house")
class ShardingTest {

    private static final int KEYS = 40;
    private static final List<String> VENUES = List.of("bybit", "okx", "kucoin", "kraken");
    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final String WATCHED = "sequence_health_watched";
    private static final String OPENED = "sequence_health_keys_open";
    private static final String PINGS = "sequence_health_pings_seconds_count";

    private static WholeHouse house;

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
        List<PingedKey> keys = PingedKey.connect(house, KEYS, VENUES);
        String first = house.url(HouseService.HEALTH_CHECK, "").toString();
        patiently("all keys at the first")
                .untilAsserted(() -> assertThat(PingedKey.gauge(first, WATCHED)).isEqualTo(KEYS));

        Instance second = house.another(HouseService.HEALTH_CHECK, "health-check-2", Map.of());
        second.awaitReady();
        eachKeyIsHeldByOne(first, second.url());
        bothPing(first, second.url());
        everyKeyIsPingedAndNoneTwice(keys);
        eachKeyIsHeldByOne(first, second.url());

        second.process().destroyForcibly();
        assertThat(second.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
        Map<PingedKey, Long> whenItDied = PingedKey.calls(house, keys);
        patiently("the survivor holds all")
                .untilAsserted(
                        () -> {
                            assertThat(PingedKey.gauge(first, WATCHED)).isEqualTo(KEYS);
                            assertThat(PingedKey.gauge(first, OPENED)).isEqualTo(KEYS);
                        });
        patiently("every key is pinged by the survivor")
                .untilAsserted(
                        () ->
                                assertThat(
                                                PingedKey.rises(
                                                        whenItDied, PingedKey.calls(house, keys)))
                                        .allMatch(n -> n > 1));
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

    /** Every key is pinged, so with as many held as there are, none is held twice. */
    private void eachKeyIsHeldByOne(String first, String second) {
        patiently("each key is held by one of the two")
                .untilAsserted(
                        () -> {
                            double one = PingedKey.gauge(first, WATCHED);
                            double other = PingedKey.gauge(second, WATCHED);
                            assertThat(one).isPositive();
                            assertThat(other).isPositive();
                            assertThat(one + other).isEqualTo(KEYS);
                            assertThat(PingedKey.gauge(first, OPENED)).isEqualTo(one);
                            assertThat(PingedKey.gauge(second, OPENED)).isEqualTo(other);
                        });
    }

    private void bothPing(String first, String second) throws Exception {
        double one = PingedKey.gauge(first, PINGS);
        double other = PingedKey.gauge(second, PINGS);
        patiently("both ping")
                .untilAsserted(
                        () -> {
                            assertThat(PingedKey.gauge(first, PINGS)).isGreaterThan(one + 2);
                            assertThat(PingedKey.gauge(second, PINGS)).isGreaterThan(other + 2);
                        });
    }

    /** A key with two masters would be asked twice as often as one that has one. */
    private void everyKeyIsPingedAndNoneTwice(List<PingedKey> keys) {
        patiently("as many pings of each key")
                .untilAsserted(
                        () -> {
                            Map<PingedKey, Long> before = PingedKey.calls(house, keys);
                            List<Long> rises = new ArrayList<>();
                            patiently("three more pings of each key")
                                    .until(
                                            () -> {
                                                rises.clear();
                                                rises.addAll(
                                                        PingedKey.rises(
                                                                before,
                                                                PingedKey.calls(house, keys)));
                                                return Collections.min(rises) >= 3;
                                            });
                            assertThat(Collections.max(rises))
                                    .as("calls at each account: " + rises)
                                    .isLessThan(2 * Collections.min(rises));
                        });
    }

    private static ConditionFactory patiently(String what) {
        return Eventually.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions();
    }
}
