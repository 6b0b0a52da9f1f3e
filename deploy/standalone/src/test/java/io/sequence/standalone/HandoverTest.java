package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.standalone.WholeHouse.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Shards go from one process of health-check to another and back, and nobody notices: when
 * processes are replaced, when one stands still, and when one is cut off from the others. Witness
 * is the simulator's own counter of each account.
 */
@Tag("whole-house")
@Tag("own-house")
class HandoverTest {

    private static final int KEYS = 24;
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private static WholeHouse house;
    private static Watchers watchers;

    private final List<Instance> others = new ArrayList<>();
    private List<String> toldBefore = List.of();

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
        watchers = new Watchers(house, PingedKey.connect(house, KEYS, List.of("bybit", "okx")));
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    @BeforeEach
    void hear() {
        toldBefore = watchers.transitions();
    }

    @AfterEach
    void endOthers() throws Exception {
        for (PingedKey key : watchers.keys()) {
            watchers.revoke(key, false);
        }
        others.forEach(other -> other.component().stop(other.process().toHandle()));
    }

    @Test
    void aRollingRestartMissesNoPing() throws Exception {
        Instance second = another("health-check-2", Map.of());
        watchers.awaitSharing(second);
        long begin = System.nanoTime();
        Map<PingedKey, Long> before = watchers.pings();

        ProcessHandle old = house.process("health-check");
        old.destroy();
        house.awaitBack("health-check", old.pid());
        watchers.awaitSharing(second);
        second.component().stop(second.process().toHandle());
        Instance third = another("health-check-3", Map.of());
        watchers.awaitSharing(third);

        // Each key had so many moments, and what was missed is made up for half an interval late.
        long due = Duration.ofNanos(System.nanoTime() - begin).dividedBy(INTERVAL);
        assertThat(due).isPositive();
        watchers.patiently("every ping of every key")
                .atMost(INTERVAL.dividedBy(2).plusSeconds(6))
                .untilAsserted(
                        () ->
                                assertThat(PingedKey.rises(before, watchers.pings()))
                                        .allMatch(pings -> pings >= due));
        assertThat(toldSince()).isEmpty();
    }

    @Test
    void aProcessThatWasStoppedTellsNothingOfWhatOthersTookOver() throws Exception {
        Instance zombie = another("health-check-2", Map.of());
        watchers.awaitSharing(zombie);
        PingedKey lost;
        WholeHouse.signal("STOP", zombie.process().toHandle());
        try {
            lost = takenOver();
            changeIsTold(lost);
        } finally {
            WholeHouse.signal("CONT", zombie.process().toHandle());
        }
        watchers.awaitSharing(zombie);
        nothingElseWasTold(lost);
    }

    /** It goes on pinging what others ping as well, and sees the change as they do. */
    @Test
    void aProcessThatIsCutOffFromTheBrokerTellsNothingOfWhatOthersTookOver() throws Exception {
        try (Line line = Line.toBroker(house.kafkaPort())) {
            Instance lonely =
                    another(
                            "health-check-2",
                            Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + line.port()));
            watchers.awaitSharing(lonely);
            line.cut();
            PingedKey lost = takenOver();
            changeIsTold(lost);
            line.mend();
            watchers.awaitSharing(lonely);
            nothingElseWasTold(lost);
        }
    }

    @Test
    void aProcessThatIsCutOffFromTheDatabaseGivesUpWhatItHolds() throws Exception {
        try (Line line = Line.to(house.postgresPort())) {
            Instance lonely =
                    another(
                            "health-check-2",
                            Map.of(
                                    "QUARKUS_DATASOURCE_JDBC_URL",
                                    "jdbc:postgresql://127.0.0.1:"
                                            + line.port()
                                            + "/"
                                            + House.DATABASE));
            watchers.awaitSharing(lonely);
            line.cut();
            PingedKey lost = takenOver();
            changeIsTold(lost);
            line.mend();
            watchers.awaitSharing(lonely);
            watchers.patiently("it is ready").until(() -> lonely.component().isReady());
            nothingElseWasTold(lost);
        }
    }

    /** Each keeps what it holds and goes on pinging; what is seen waits. */
    @Test
    void aDatabaseThatIsAwayForAllMovesNothing() throws Exception {
        Instance second = another("health-check-2", Map.of());
        watchers.awaitSharing(second);
        List<Double> split = watchers.split(second);
        PingedKey changed = watchers.keyIn(new TreeSet<>(watchers.owners()));
        // A key is opened with the database's help once, and then kept for a while.
        watchers.awaitPingOfEach();
        ProcessHandle database = house.process("postgres");
        WholeHouse.signal("STOP", database);
        try {
            watchers.patiently("it is not ready").until(() -> !second.component().isReady());
            watchers.awaitPingOfEach();
            watchers.revoke(changed, true);
            // Twice: by then each has been without an answer long enough to give up.
            watchers.awaitPingOfEachBut(changed);
            watchers.awaitPingOfEachBut(changed);
            assertThat(watchers.split(second)).isEqualTo(split);
            assertThat(toldSince()).isEmpty();
        } finally {
            WholeHouse.signal("CONT", database);
        }
        watchers.awaitStatus(changed, "reauth_needed");
        watchers.revoke(changed, false);
        watchers.awaitStatus(changed, "connected");
        watchers.patiently("it is ready").until(() -> second.component().isReady());
        nothingElseWasTold(changed);
    }

    private Instance another(String name, Map<String, String> settings) throws Exception {
        Instance started = watchers.another(name, settings);
        others.add(started);
        return started;
    }

    /** Waits until the first process watches everything; one of the keys that it took over. */
    private PingedKey takenOver() throws Exception {
        Set<String> its = new TreeSet<>(watchers.owners());
        watchers.awaitFirstHasAll();
        its.removeAll(watchers.owners());
        watchers.awaitPingOfEach();
        return watchers.keyIn(its);
    }

    private void changeIsTold(PingedKey key) throws Exception {
        watchers.revoke(key, true);
        watchers.awaitStatus(key, "reauth_needed");
        watchers.revoke(key, false);
        watchers.awaitStatus(key, "connected");
    }

    private void nothingElseWasTold(PingedKey changed) throws Exception {
        watchers.awaitPingOfEach();
        String id = watchers.id(changed);
        assertThat(toldSince()).containsExactly(id + " reauth_needed", id + " connected");
        assertThat(house.rows("select distinct status from credential_intake.connection"))
                .containsExactly("connected");
        assertThat(DeadLetters.in(house.kafka())).isEmpty();
    }

    private List<String> toldSince() {
        List<String> told = new ArrayList<>(watchers.transitions());
        toldBefore.forEach(told::remove);
        return told;
    }
}
