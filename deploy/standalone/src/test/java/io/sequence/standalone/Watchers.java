package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.standalone.WholeHouse.Instance;
import io.sequence.standalone.bench.HealthNews;
import io.sequence.testing.Eventually;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;

/**
 * Processes of health-check that share the keys of one house, seen from outside: by what each says
 * that it holds, by the simulator's counters, by what was told.
 *
 * @param house theirs
 * @param keys all that are watched
 */
record Watchers(WholeHouse house, List<PingedKey> keys) {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String WATCHED = "sequence_health_watched";

    /** One more process, ready. */
    Instance another(String name, Map<String, String> settings) throws Exception {
        Instance started = house.another(HouseService.HEALTH_CHECK, name, settings);
        started.awaitReady();
        return started;
    }

    void awaitSharing(Instance other) {
        patiently("each key is held by one of two")
                .untilAsserted(
                        () -> {
                            assertThat(watched(first())).isPositive();
                            assertThat(watched(other.url())).isPositive();
                            assertThat(watched(first()) + watched(other.url()))
                                    .isEqualTo(keys.size());
                        });
    }

    void awaitFirstHasAll() {
        patiently("the survivor holds all")
                .untilAsserted(() -> assertThat(watched(first())).isEqualTo(keys.size()));
    }

    void awaitPingOfEach() throws Exception {
        awaitPings(pings());
    }

    /** A key that is not known at its venue is counted for no account there. */
    void awaitPingOfEachBut(PingedKey revoked) throws Exception {
        Map<PingedKey, Long> before = new LinkedHashMap<>(pings());
        before.remove(revoked);
        awaitPings(before);
    }

    private void awaitPings(Map<PingedKey, Long> before) {
        patiently("every key is pinged")
                .until(() -> PingedKey.rises(before, pings()).stream().allMatch(n -> n > 0));
    }

    /** Shards with their owners' numbers. */
    List<String> owners() throws Exception {
        return house.rows("select shard, owner from health_check.shard_owner");
    }

    /**
     * A key in one of the shards, which are given with the owners that they had, that never failed:
     * one that fails again and again is believed to work after minutes only.
     */
    PingedKey keyIn(Set<String> shards) throws Exception {
        String numbers =
                shards.stream().map(row -> row.split(" ")[0]).collect(Collectors.joining(","));
        List<String> failed = transitions().stream().map(told -> told.split(" ", 2)[0]).toList();
        String label =
                house
                        .rows(
                                "select id, label from credential_intake.connection join"
                                        + " health_check.watched_connection on connection_id = id"
                                        + " where shard in ("
                                        + numbers
                                        + ") order by label")
                        .stream()
                        .map(row -> row.split(" ", 2))
                        .filter(row -> !failed.contains(row[0]))
                        .findFirst()
                        .orElseThrow()[1];
        return keys.stream().filter(key -> key.label().equals(label)).findFirst().orElseThrow();
    }

    String id(PingedKey key) throws Exception {
        return house.rows(
                        "select id from credential_intake.connection where label = '"
                                + key.label()
                                + "'")
                .getFirst();
    }

    void awaitStatus(PingedKey key, String status) {
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

    /** At its venue. */
    void revoke(PingedKey key, boolean revoked) throws Exception {
        new HouseClient(house.simulator())
                .expect(
                        200,
                        "PATCH",
                        "/_sim/" + key.venue() + "/accounts/" + key.account(),
                        Map.of("revoked", revoked));
    }

    /** How often each key was pinged, as the simulator counted. */
    Map<PingedKey, Long> pings() throws Exception {
        return PingedKey.calls(
                house,
                keys,
                endpoint -> endpoint.contains("/query-api") || endpoint.contains("/config"));
    }

    /** Every transition that was told so far: the connection's id and its new state. */
    List<String> transitions() {
        try (HealthNews news = new HealthNews(house.kafka())) {
            return news.soFar().stream()
                    .map(told -> told.connection() + " " + told.state())
                    .toList();
        }
    }

    ConditionFactory patiently(String what) {
        return Eventually.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .ignoreExceptions();
    }

    /** How many keys each of two holds. */
    List<Double> split(Instance other) throws Exception {
        return List.of(watched(first()), watched(other.url()));
    }

    private String first() {
        return house.url(HouseService.HEALTH_CHECK, "").toString();
    }

    private static double watched(String process) throws Exception {
        return PingedKey.gauge(process, WATCHED);
    }
}
