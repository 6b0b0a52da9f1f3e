package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.standalone.WholeHouse.Instance;
import io.sequence.standalone.bench.HealthNews;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Shards go from one process of health-check to another and back, and nobody notices. Witness is
 * the simulator's own counter of each account.
 */
@Tag("whole-house")
class HandoverTest {

    private static final int KEYS = 24;
    private static final Duration INTERVAL = Duration.ofSeconds(16);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String WATCHED = "sequence_health_watched";

    private static WholeHouse house;
    private static List<PingedKey> keys;

    private final List<Instance> others = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        house =
                WholeHouse.start(
                        "handover",
                        Map.of(
                                "SEQUENCE_JAVA_OPTIONS",
                                "-Dsequence.health.interval="
                                        + INTERVAL.toSeconds()
                                        + "s -Dsequence.health.recheck=1s"));
        // Their pings alone are counted under this name: balances are read elsewhere.
        keys = PingedKey.connect(house, KEYS, List.of("bybit", "okx"));
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    @AfterEach
    void endOthers() {
        others.forEach(other -> other.component().stop(other.process().toHandle()));
    }

    @Test
    void aRollingRestartMissesNoPing() throws Exception {
        Instance second = another("health-check-2");
        awaitSharing(second);
        long begin = System.nanoTime();
        Map<PingedKey, Long> before = pings();

        ProcessHandle old = house.process("health-check");
        old.destroy();
        house.awaitBack("health-check", old.pid());
        awaitSharing(second);
        second.component().stop(second.process().toHandle());
        Instance third = another("health-check-3");
        awaitSharing(third);

        // Each key had so many moments, and what was missed is made up for half an interval late.
        long due = Duration.ofNanos(System.nanoTime() - begin).dividedBy(INTERVAL);
        assertThat(due).isPositive();
        patiently("every ping of every key")
                .atMost(INTERVAL.dividedBy(2).plusSeconds(3))
                .untilAsserted(
                        () ->
                                assertThat(PingedKey.rises(before, pings()))
                                        .allMatch(pings -> pings >= due));
        assertThat(transitions()).isEmpty();
    }

    @Test
    void aProcessThatWasStoppedTellsNothingOfWhatOthersTookOver() throws Exception {
        Instance zombie = another("health-check-2");
        awaitSharing(zombie);
        Set<String> its = new TreeSet<>(owners());
        PingedKey lost;
        signal("STOP", zombie);
        try {
            patiently("the survivor holds all")
                    .untilAsserted(() -> assertThat(watched(first())).isEqualTo(KEYS));
            its.removeAll(owners());
            lost = keyIn(its);
            Map<PingedKey, Long> before = pings();
            patiently("every key is pinged by the survivor")
                    .until(() -> PingedKey.rises(before, pings()).stream().allMatch(n -> n > 0));
            change(lost, true);
            awaitStatus(lost, "reauth_needed");
            change(lost, false);
            awaitStatus(lost, "connected");
        } finally {
            signal("CONT", zombie);
        }
        awaitSharing(zombie);
        Map<PingedKey, Long> since = pings();
        patiently("every key is pinged again")
                .until(() -> PingedKey.rises(since, pings()).stream().allMatch(n -> n > 0));

        assertThat(transitions())
                .containsExactly(id(lost) + " reauth_needed", id(lost) + " connected");
        assertThat(house.rows("select distinct status from credential_intake.connection"))
                .containsExactly("connected");
        assertThat(DeadLetters.in(house.kafka())).isEmpty();
    }

    private Instance another(String name) throws Exception {
        Instance started = house.another(HouseService.HEALTH_CHECK, name, Map.of());
        others.add(started);
        started.awaitReady();
        return started;
    }

    private static String first() {
        return house.url(HouseService.HEALTH_CHECK, "").toString();
    }

    private static double watched(String process) throws Exception {
        return PingedKey.gauge(process, WATCHED);
    }

    private static void awaitSharing(Instance other) {
        patiently("each key is held by one of two")
                .untilAsserted(
                        () -> {
                            assertThat(watched(first())).isPositive();
                            assertThat(watched(other.url())).isPositive();
                            assertThat(watched(first()) + watched(other.url())).isEqualTo(KEYS);
                        });
    }

    /** Shards with their owners' numbers. */
    private static List<String> owners() throws Exception {
        return house.rows("select shard, owner from health_check.shard_owner");
    }

    /** A key in one of the shards, which are given with the owners that they had. */
    private static PingedKey keyIn(Set<String> shards) throws Exception {
        String numbers =
                shards.stream().map(row -> row.split(" ")[0]).collect(Collectors.joining(","));
        String label =
                house.rows(
                                "select label from credential_intake.connection join"
                                        + " health_check.watched_connection on connection_id = id"
                                        + " where shard in ("
                                        + numbers
                                        + ") order by label")
                        .getFirst();
        return keys.stream().filter(key -> key.label().equals(label)).findFirst().orElseThrow();
    }

    private static String id(PingedKey key) throws Exception {
        return house.rows(
                        "select id from credential_intake.connection where label = '"
                                + key.label()
                                + "'")
                .getFirst();
    }

    private static void awaitStatus(PingedKey key, String status) {
        patiently(key.label() + " is " + status)
                .untilAsserted(
                        () ->
                                assertThat(
                                                house.rows(
                                                        "select status from"
                                                                + " credential_intake.connection"
                                                                + " where label = '"
                                                                + key.label()
                                                                + "'"))
                                        .containsExactly(status));
    }

    private static void change(PingedKey key, boolean revoked) throws Exception {
        new HouseClient(house.simulator())
                .expect(
                        200,
                        "PATCH",
                        "/_sim/" + key.venue() + "/accounts/" + key.account(),
                        Map.of("revoked", revoked));
    }

    private static Map<PingedKey, Long> pings() throws Exception {
        return PingedKey.calls(
                house,
                keys,
                endpoint -> endpoint.contains("/query-api") || endpoint.contains("/config"));
    }

    private static void signal(String name, Instance to) throws Exception {
        Process kill =
                new ProcessBuilder("kill", "-" + name, Long.toString(to.process().pid())).start();
        assertThat(kill.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    /** Every transition that was told so far: the connection's id and its new state. */
    private static List<String> transitions() {
        try (HealthNews news = new HealthNews(house.kafka())) {
            return news.soFar().stream()
                    .map(told -> told.connection() + " " + told.state())
                    .toList();
        }
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions();
    }
}
