package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.standalone.bench.HealthNews;
import io.sequence.standalone.bench.HealthNews.Told;
import io.sequence.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every fault of the simulator at every venue, at one key and at all of them: which state it leads
 * to, why, who is told, and that the end of it is told. Each venue has the keys of three traders.
 * What came of it, and how soon, is written to {@code target/fault-matrix.md}.
 */
@Tag("whole-house")
@Tag("own-house")
class FaultMatrixTest {

    private static final Duration INTERVAL = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Long enough for four pings that fail by time-out. */
    private static final Duration UNNOTICED = Duration.ofSeconds(25);

    private static final int TRADERS = 3;
    private static final Set<String> WITHOUT_ADDRESS_LISTS =
            Set.of("kalshi", "hyperliquid", "polymarket");
    private static final List<String> TABLE = new ArrayList<>();

    private static WholeHouse house;
    private static HealthNews news;
    private static Map<Place, List<Held>> keys;
    private static int mustAct;

    /**
     * Somebody's key.
     *
     * @param account at the simulated venue
     */
    record Held(Place place, String account, String connection) {}

    /** Who is told what. */
    enum Expected {
        /** Nothing happens that anybody would have to know. */
        SILENCE,
        /** The owner must act, and is told of the end. */
        OWNER_ACTS,
        /** It may show as an error; nobody is asked to act, and who was told is told of the end. */
        NOBODY_ACTS,
        /** It is the venue's: nobody is told while it lasts, and once when it is over. */
        VENUE_INCIDENT
    }

    /** What goes wrong. */
    enum Trouble {
        FALSE_REFUSAL("auth_error", false, Expected.SILENCE),
        REFUSAL("auth_error", false, Expected.OWNER_ACTS),
        REVOKED("", false, Expected.OWNER_ACTS),
        FOREIGN_ADDRESSES("", false, Expected.OWNER_ACTS),
        RATE_LIMIT("rate_limit", false, Expected.NOBODY_ACTS),
        SERVER_ERROR("server_error", false, Expected.NOBODY_ACTS),
        TIME_OUT("timeout", false, Expected.NOBODY_ACTS),
        MAINTENANCE("maintenance", false, Expected.NOBODY_ACTS),
        HTML_403("html_403", false, Expected.NOBODY_ACTS),
        SKEW("skew", false, Expected.NOBODY_ACTS),
        ALL_REFUSED("auth_error", true, Expected.VENUE_INCIDENT),
        ALL_RATE_LIMITED("rate_limit", true, Expected.VENUE_INCIDENT),
        ALL_SERVER_ERROR("server_error", true, Expected.VENUE_INCIDENT),
        ALL_TIME_OUT("timeout", true, Expected.VENUE_INCIDENT),
        ALL_MAINTENANCE("maintenance", true, Expected.VENUE_INCIDENT),
        ALL_SKEWED("skew", true, Expected.VENUE_INCIDENT);

        private final String fault;
        private final boolean all;
        private final Expected expected;

        Trouble(String fault, boolean all, Expected expected) {
            this.fault = fault;
            this.all = all;
            this.expected = expected;
        }

        boolean concerns(Place place) {
            return this != FOREIGN_ADDRESSES || !WITHOUT_ADDRESS_LISTS.contains(place.venue());
        }

        void begin(Held held) throws Exception {
            switch (this) {
                case REVOKED -> patch(held, Map.of("revoked", true));
                case FOREIGN_ADDRESSES ->
                        patch(held, Map.of("ip_whitelist", List.of("203.0.113.7")));
                default -> {
                    Map<String, Object> body = new HashMap<>();
                    body.put("kind", fault);
                    body.put("rate", 1.0);
                    if (this == TIME_OUT || this == ALL_TIME_OUT) {
                        body.put("millis", 4_000);
                    }
                    if (!all) {
                        body.put("account_id", held.account());
                    }
                    simulator().expect(200, "PUT", venue(held) + "/faults", body);
                }
            }
        }

        void end(Held held) throws Exception {
            switch (this) {
                case REVOKED -> patch(held, Map.of("revoked", false));
                case FOREIGN_ADDRESSES -> patch(held, Map.of("ip_whitelist", List.of()));
                default -> simulator().expect(204, "DELETE", venue(held) + "/faults", null);
            }
        }

        private static void patch(Held held, Map<String, Object> change) throws Exception {
            simulator().expect(200, "PATCH", venue(held) + "/accounts/" + held.account(), change);
        }

        private static String venue(Held held) {
            return "/_sim/" + held.place().venue();
        }
    }

    @BeforeAll
    static void start() throws Exception {
        house =
                WholeHouse.start(
                        "faults",
                        Map.of(
                                "SEQUENCE_JAVA_OPTIONS",
                                String.join(
                                        " ",
                                        "-Dsequence.health.interval=" + INTERVAL.toSeconds() + "s",
                                        // A false refusal must be over before the next look.
                                        "-Dsequence.health.recheck=" + INTERVAL.toSeconds() + "s",
                                        "-Dsequence.health.ambiguous-window=4s",
                                        // Each key is made to fail far oftener than one that flaps.
                                        "-Dsequence.health.flap-window=1s",
                                        "-Dsequence.venues.answer-timeout=2s")));
        news = new HealthNews(house.kafka());
        keys = connect();
    }

    @AfterAll
    static void stop() throws Exception {
        if (news != null) {
            news.close();
        }
        if (house != null) {
            house.close();
        }
        Files.write(Path.of("target", "fault-matrix.md"), TABLE);
    }

    @ParameterizedTest
    @EnumSource
    void isToldToWhomItConcerns(Trouble trouble) throws Exception {
        long lettersBefore = lastLetter();
        List<String> wrong = new ArrayList<>();
        List<Trial> trials =
                atOnce(
                        keys.keySet().stream()
                                .filter(trouble::concerns)
                                .<Callable<Trial>>map(
                                        place -> () -> new Trial(trouble, place).run())
                                .toList());
        awaitLettersSent();
        Map<String, List<String>> letters = letters(lettersBefore);
        trials.forEach(trial -> wrong.addAll(trial.judge(letters)));
        trials.forEach(trial -> TABLE.add(trial.row(letters)));
        assertThat(wrong).isEmpty();
        mustAct += trouble.expected == Expected.OWNER_ACTS ? trials.size() : 0;
        assertThat(lettersThatAsk()).as("letters that ask people to act").isEqualTo(mustAct);
    }

    /** One trouble at one venue. */
    private static final class Trial {
        private final Trouble trouble;
        private final Place place;
        private final List<Held> all;
        private final Held target;
        private final Map<Held, Integer> before = new HashMap<>();
        private Instant began = Instant.MAX;
        private Instant ended = Instant.MAX;

        Trial(Trouble trouble, Place place) {
            this.trouble = trouble;
            this.place = place;
            this.all = keys.get(place);
            this.target = all.get(trouble.ordinal() % TRADERS);
        }

        Trial run() throws Exception {
            for (Held held : all) {
                before.put(held, news.of(held.connection(), 0).size());
            }
            double failed = failedPings();
            began = Instant.now();
            trouble.begin(target);
            if (trouble == Trouble.FALSE_REFUSAL) {
                patiently(this + " is met once").until(() -> failedPings() > failed);
            } else if (trouble.expected == Expected.OWNER_ACTS) {
                patiently(this + " is noticed").until(() -> !told(target).isEmpty());
            } else {
                awaitNoticed();
            }
            trouble.end(target);
            ended = Instant.now();
            patiently(this + " is over").until(this::isOver);
            return this;
        }

        /** All that it concerns are alarmed, or it was there long enough to be. */
        private void awaitNoticed() {
            long end = System.nanoTime() + UNNOTICED.toNanos();
            List<Held> concerned = trouble.all ? all : List.of(target);
            patiently(this + " is there")
                    .until(
                            () ->
                                    System.nanoTime() > end
                                            || concerned.stream()
                                                    .noneMatch(held -> told(held).isEmpty()));
        }

        /** Each worked again since, and whoever was alarmed is told of the repair. */
        private boolean isOver() throws Exception {
            return all.stream()
                            .map(this::told)
                            .allMatch(
                                    told ->
                                            told.isEmpty()
                                                    || told.getLast().state().equals("connected"))
                    && house.rows(
                                    "select id from credential_intake.connection where status <>"
                                            + " 'connected' and id in ("
                                            + ids()
                                            + ")")
                            .isEmpty()
                    && house.rows(
                                    "select 1 from health_check.watched_connection where"
                                            + " last_proof_at <= '"
                                            + ended
                                            + "' and connection_id in ("
                                            + ids()
                                            + ")")
                            .isEmpty();
        }

        private String ids() {
            return String.join(
                    ",", all.stream().map(held -> "'" + held.connection() + "'").toList());
        }

        private List<Told> told(Held held) {
            return news.of(held.connection(), before.get(held));
        }

        private double failedPings() throws Exception {
            return failed(place.venue());
        }

        List<String> judge(Map<String, List<String>> letters) {
            List<String> wrong = new ArrayList<>();
            for (Held held : all) {
                boolean concerned = trouble.all || held == target;
                judge(
                        concerned ? trouble.expected : Expected.SILENCE,
                        told(held),
                        letters.getOrDefault(held.connection(), List.of()),
                        wrong);
            }
            return wrong;
        }

        private void judge(
                Expected expected, List<Told> told, List<String> letters, List<String> wrong) {
            String what = this + ": " + told + ", letters " + letters;
            boolean blamed = told.stream().anyMatch(one -> one.state().equals("reauth_needed"));
            List<String> both = List.of("failing", "recovered");
            switch (expected) {
                case SILENCE -> check(told.isEmpty() && letters.isEmpty(), what, wrong);
                case OWNER_ACTS -> check(blamed && letters.equals(both), what, wrong);
                case NOBODY_ACTS ->
                        check(
                                !blamed && letters.equals(told.isEmpty() ? List.of() : both),
                                what,
                                wrong);
                case VENUE_INCIDENT ->
                        check(
                                !blamed
                                        && letters.equals(
                                                told.isEmpty() ? List.of() : List.of("recovered")),
                                what,
                                wrong);
            }
            if (!told.isEmpty()) {
                check(!told.getFirst().fault().isEmpty(), what + ": no reason", wrong);
                check(!told.getLast().repaired().isEmpty(), what + ": no repair told", wrong);
            }
        }

        private static void check(boolean fine, String otherwise, List<String> wrong) {
            if (!fine) {
                wrong.add(otherwise);
            }
        }

        String row(Map<String, List<String>> letters) {
            List<Told> told = told(target);
            String state =
                    told.isEmpty()
                            ? "connected"
                            : told.getFirst().state() + " " + told.getFirst().fault();
            String after =
                    told.isEmpty()
                            ? ""
                            : "%.1f s"
                                    .formatted(
                                            Duration.between(began, told.getFirst().when())
                                                            .toMillis()
                                                    / 1e3);
            return "| %s | %s | %s | %s | %s |"
                    .formatted(
                            trouble.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                            place,
                            state,
                            after,
                            String.join(
                                    ", ", letters.getOrDefault(target.connection(), List.of())));
        }

        @Override
        public String toString() {
            return trouble + " at " + place;
        }
    }

    private static Map<Place, List<Held>> connect() throws Exception {
        List<Callable<List<Held>>> connecting = new ArrayList<>();
        for (Place place : Place.all(house).toList()) {
            // Of their own: what hits many keys of one trader at once is told in one letter.
            List<Trader> traders = new ArrayList<>();
            for (int i = 0; i < TRADERS; i++) {
                traders.add(Trader.join(house, Trader.randomEmail(), UUID.randomUUID().toString()));
            }
            connecting.add(() -> connect(place, traders));
        }
        List<List<Held>> held = atOnce(connecting);
        Map<Place, List<Held>> all = new HashMap<>();
        held.forEach(three -> all.put(three.getFirst().place(), three));
        return all;
    }

    private static List<Held> connect(Place place, List<Trader> traders) throws Exception {
        List<Held> held = new ArrayList<>();
        for (Trader trader : traders) {
            JsonNode account = place.account(house);
            HouseClient.Answer received =
                    trader.api()
                            .with("Idempotency-Key", UUID.randomUUID().toString())
                            .insist(
                                    "POST",
                                    "/v1/submissions",
                                    trader.addition(
                                            place.venue(),
                                            place.strategy().path("market").asText(),
                                            place.strategy().path("strategy_id").asText(),
                                            "Mine at " + place.venue(),
                                            place.form(account)));
            assertThat(received.status()).as(received.body().toString()).isEqualTo(202);
            assertThat(trader.verdict(received.text("submission_id")))
                    .as(place.venue())
                    .isEqualTo("accepted");
            held.add(
                    new Held(
                            place,
                            account.path("account_id").asText(),
                            received.text("connection_id")));
        }
        return held;
    }

    private static HouseClient simulator() {
        return new HouseClient(house.simulator());
    }

    private static double failed(String venue) throws Exception {
        String metric = "sequence_health_pings_seconds_count";
        String watched = house.url(HouseService.HEALTH_CHECK, "").toString();
        return PingedKey.gauge(watched, metric, "venue=\"" + venue + "\"")
                - PingedKey.gauge(watched, metric, "venue=\"" + venue + "\"", "outcome=\"worked\"");
    }

    private static long lastLetter() throws Exception {
        return Long.parseLong(
                house.rows("select coalesce(max(id), 0) from mailer.mail").getFirst());
    }

    private static void awaitLettersSent() {
        patiently("letters are sent")
                .until(
                        () ->
                                house.rows("select id from mailer.mail where state = 'waiting'")
                                        .isEmpty());
    }

    /** Which letters were written about each connection's health, in their order. */
    private static Map<String, List<String>> letters(long after) throws Exception {
        Map<String, List<String>> letters = new HashMap<>();
        for (String row :
                house.rows(
                        "select connection_id, template from mailer.mail where template in"
                                + " ('failing', 'recovered') and id > "
                                + after
                                + " order by id")) {
            String[] parts = row.split(" ");
            letters.computeIfAbsent(parts[0], any -> new ArrayList<>()).add(parts[1]);
        }
        return letters;
    }

    private static long lettersThatAsk() throws Exception {
        return new HouseClient(house.inbox())
                .expect(200, "GET", "/api/v1/messages?limit=10000", null)
                .body()
                .path("messages")
                .valueStream()
                .filter(mail -> mail.path("Subject").asText().startsWith("Action needed"))
                .map(mail -> mail.path("MessageID").asText())
                .distinct()
                .count();
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> done = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        }
    }

    private static ConditionFactory patiently(String what) {
        return Eventually.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }
}
