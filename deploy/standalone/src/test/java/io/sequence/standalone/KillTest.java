package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.testing.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every part is killed with SIGKILL while submissions run; afterwards each of them is there. */
@Tag("whole-house")
@Tag("own-house")
class KillTest {

    private static final List<String> VICTIMS =
            List.of(
                    "key-validation",
                    "strategy-launcher",
                    "mailer",
                    "health-check",
                    "expiry-reminder",
                    "credential-intake",
                    "kafka",
                    "postgres",
                    "inbox",
                    "venue-simulator");
    private static final int SUBMISSIONS = 200;
    private static final int ACCOUNTS = 8;
    private static final int CLIENTS = 8;

    /** Letters in hand when the mailer dies, and when the mail server does: one a worker. */
    private static final int MAILER_WINDOW = 2 * 8;

    private static final Duration CATCHING_UP = Duration.ofSeconds(150);

    private static WholeHouse house;

    private final Semaphore turns = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();
    private final ConcurrentLinkedQueue<Handed> handed = new ConcurrentLinkedQueue<>();

    /** A submission to be made. */
    private record Plan(
            Trader trader, Map<String, Object> body, String label, boolean mayWithdraw) {}

    /** A submission that was answered 202. */
    private record Handed(Plan plan, String submission, String connection) {}

    @BeforeAll
    static void start() throws Exception {
        house = WholeHouse.start("kill");
    }

    @AfterAll
    static void stop() {
        if (house != null) {
            house.close();
        }
    }

    @Test
    void accountsForEverySubmissionWhileEachPartIsKilledInTurn() throws Exception {
        List<Plan> plans = plans();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> work = new ArrayList<>();
            for (Plan plan : plans) {
                work.add(clients.submit(() -> handOver(plan)));
            }
            killEachInTurn();
            turns.release(SUBMISSIONS);
            for (Future<?> one : work) {
                one.get(180, TimeUnit.SECONDS);
            }
        }
        assertThat(handed).hasSize(SUBMISSIONS);

        everySubmissionIsThereOnce();
        everySubmissionHasItsVerdict();
        everyAcceptedOneHasItsBot();
        sealedKeysAreThoseInUse();
        everybodyHasTheirMails();
        nothingIsLeftOver();
    }

    private List<Plan> plans() throws Exception {
        List<Trader> traders = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            traders.add(Trader.join(house, Trader.randomEmail(), UUID.randomUUID().toString()));
        }
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < SUBMISSIONS; i++) {
            String venue = List.of("bybit", "okx", "kucoin", "kraken").get(i % 4);
            boolean kraken = venue.equals("kraken");
            boolean mayWithdraw = (i / 4) % 5 == 4;
            JsonNode account =
                    Trader.venueAccount(
                            house,
                            venue,
                            Map.of(
                                    "permissions",
                                    mayWithdraw
                                            ? List.of("read", "trade", "withdraw")
                                            : List.of("read", "trade"),
                                    "balances",
                                    Map.of("BTC", "2", "USDT", "5000")));
            Trader trader = traders.get((i / 4) % ACCOUNTS);
            String label = "Key number %03d".formatted(i);
            Map<String, Object> body =
                    trader.addition(
                            venue,
                            kraken ? "spot" : "derivatives",
                            kraken ? "usdt_dca" : "btc_accumulation",
                            label,
                            account.path("credentials"));
            plans.add(new Plan(trader, body, label, mayWithdraw));
        }
        return plans;
    }

    private void handOver(Plan plan) {
        turns.acquireUninterruptibly();
        begun.incrementAndGet();
        HouseClient.Answer answer =
                plan.trader()
                        .api()
                        .with("Idempotency-Key", UUID.randomUUID().toString())
                        .insist("POST", "/v1/submissions", plan.body());
        assertThat(answer.status()).as(plan.label() + " " + answer.body()).isEqualTo(202);
        handed.add(new Handed(plan, answer.text("submission_id"), answer.text("connection_id")));
    }

    /** Half of a batch runs before the kill, the other half into it. */
    private void killEachInTurn() throws Exception {
        int batch = SUBMISSIONS / VICTIMS.size();
        int released = 0;
        for (String victim : VICTIMS) {
            turns.release(batch / 2);
            released += batch / 2;
            awaitBegun(released);
            long killed = house.kill(victim);
            turns.release(batch - batch / 2);
            released += batch - batch / 2;
            house.awaitBack(victim, killed);
        }
    }

    private void awaitBegun(int count) {
        Eventually.await(count + " submissions begun")
                .atMost(CATCHING_UP)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> begun.get() >= count);
    }

    private void everySubmissionIsThereOnce() throws Exception {
        assertThat(handed.stream().map(Handed::submission)).doesNotHaveDuplicates();
        assertThat(house.rows("select id from credential_intake.submission"))
                .containsExactlyInAnyOrderElementsOf(
                        handed.stream().map(Handed::submission).toList());
    }

    private void everySubmissionHasItsVerdict() {
        Set<Handed> open = new HashSet<>(handed);
        Eventually.await("a verdict for every submission")
                .atMost(CATCHING_UP)
                .untilAsserted(
                        () -> {
                            open.removeIf(KillTest::isDecided);
                            assertThat(open).isEmpty();
                        });
    }

    private static boolean isDecided(Handed one) {
        JsonNode found =
                one.plan()
                        .trader()
                        .api()
                        .insist("GET", "/v1/submissions/" + one.submission(), null)
                        .body();
        String status = found.path("status").asText();
        if (!status.equals("accepted") && !status.equals("rejected")) {
            return false;
        }
        assertThat(status)
                .as(one.plan().label() + " " + found)
                .isEqualTo(one.plan().mayWithdraw() ? "rejected" : "accepted");
        return true;
    }

    private void everyAcceptedOneHasItsBot() throws Exception {
        Set<String> wanted = connections(false);
        Eventually.await("a running bot for every accepted key")
                .atMost(CATCHING_UP)
                .ignoreExceptions()
                .untilAsserted(
                        () -> {
                            assertThat(
                                            house.rows(
                                                    "select connection_id from"
                                                            + " strategy_launcher.bot where"
                                                            + " bot_number is not null"))
                                    .containsExactlyInAnyOrderElementsOf(wanted);
                            assertThat(
                                            house.rows(
                                                    "select connection_id from"
                                                            + " credential_intake.bot where state ="
                                                            + " 'running'"))
                                    .containsExactlyInAnyOrderElementsOf(wanted);
                        });
        assertThat(house.rows("select bot_id from strategy_launcher.bot")).doesNotHaveDuplicates();
        // Numbers are given in turn: none is skipped or given twice.
        assertThat(
                        house.rows(
                                "select account_id from strategy_launcher.bot group by account_id"
                                        + " having count(distinct bot_number) <> count(*) or"
                                        + " max(bot_number) <> count(*)"))
                .isEmpty();
        assertThat(
                        house.rows(
                                "select account_id from credential_intake.connection where active"
                                        + " group by account_id having count(*) = 1"))
                .hasSize(ACCOUNTS);
    }

    private void sealedKeysAreThoseInUse() throws Exception {
        assertThat(house.rows("select connection_id, state from vault.credential"))
                .containsExactlyInAnyOrderElementsOf(
                        connections(false).stream().map(id -> id + " active").toList());
    }

    private void everybodyHasTheirMails() throws Exception {
        Set<String> wanted = new HashSet<>();
        for (Handed one : handed) {
            wanted.add("received " + one.plan().label());
            wanted.add((one.plan().mayWithdraw() ? "rejected " : "launched ") + one.plan().label());
        }
        Eventually.await("all mails")
                .atMost(CATCHING_UP)
                .ignoreExceptions()
                .until(() -> Letters.in(house).keySet().containsAll(wanted));
        Eventually.await("no mail waits")
                .atMost(CATCHING_UP)
                .ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(
                                                house.rows(
                                                        "select template, state, reason from"
                                                                + " mailer.mail where state not in"
                                                                + " ('sent', 'gathered')"))
                                        .isEmpty());
        Map<String, List<String>> letters = Letters.in(house);
        Map<String, List<String>> ours =
                letters.entrySet().stream()
                        .filter(letter -> !letter.getKey().startsWith("other "))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(ours.keySet()).isEqualTo(wanted);
        int doubles = 0;
        for (Map.Entry<String, List<String>> letter : ours.entrySet()) {
            assertThat(Set.copyOf(letter.getValue()))
                    .as("Message-IDs of " + letter.getKey())
                    .hasSize(1);
            doubles += letter.getValue().size() - 1;
        }
        assertThat(doubles).as("letters that came twice").isLessThanOrEqualTo(MAILER_WINDOW);
    }

    private void nothingIsLeftOver() throws Exception {
        List<String> schemas =
                house.rows("select schemaname from pg_tables where tablename = 'outbox'");
        assertThat(schemas).hasSizeGreaterThanOrEqualTo(5);
        for (String schema : schemas) {
            Eventually.await("the outbox of " + schema + " is empty")
                    .atMost(CATCHING_UP)
                    .ignoreExceptions()
                    .until(() -> house.rows("select id from " + schema + ".outbox").isEmpty());
        }
        assertThat(DeadLetters.in(house.kafka())).isEmpty();
    }

    private Set<String> connections(boolean mayWithdraw) {
        return ids(handed, mayWithdraw);
    }

    private static Set<String> ids(Collection<Handed> all, boolean mayWithdraw) {
        return all.stream()
                .filter(one -> one.plan().mayWithdraw() == mayWithdraw)
                .map(Handed::connection)
                .collect(Collectors.toSet());
    }
}
