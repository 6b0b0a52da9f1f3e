package io.sequence.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.standalone.bench.Traders.Trader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * How soon a submitted key has its verdict, as its owner sees it: from sending the submission to
 * the event on the account's stream, with simulated venues, at a steady pace.
 */
public final class JourneyBench {
    private static final int WARM_UP = 100;
    private static final int SUBMISSIONS = 500;
    private static final int TRADERS = 8;
    private static final long PACE_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> VENUES = List.of("bybit", "okx", "kucoin", "kraken");

    private final Ground ground;
    private final PrintStream out;
    private final BenchApi api;

    /** A measurement on a running house with all its services. */
    public JourneyBench(Ground ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
        this.api = new BenchApi(ground);
    }

    /** One submission under way. */
    private record Sent(String venue, String submission, long atNanos, long answeredNanos) {}

    /**
     * Measures and prints.
     *
     * @throws BenchTrouble when a submission is refused or has no verdict in time
     */
    public void run() throws InterruptedException {
        List<Trader> traders = Traders.make(ground, TRADERS);
        Map<String, JsonNode> strategies = strategies();
        say("opening %d simulated accounts", WARM_UP + SUBMISSIONS);
        List<JsonNode> keys = new ArrayList<>();
        for (int n = 0; n < WARM_UP + SUBMISSIONS; n++) {
            keys.add(api.openAccount(venue(n)).path("credentials"));
        }
        try (Streams streams = Streams.open(api, traders)) {
            say("warming up with %d submissions", WARM_UP);
            send(0, WARM_UP, traders, keys, strategies, streams);
            say("%d submissions, ten a second, %d accounts", SUBMISSIONS, TRADERS);
            List<Sent> sent =
                    send(WARM_UP, WARM_UP + SUBMISSIONS, traders, keys, strategies, streams);
            report(sent, streams);
        }
    }

    private List<Sent> send(
            int from,
            int to,
            List<Trader> traders,
            List<JsonNode> keys,
            Map<String, JsonNode> strategies,
            Streams streams)
            throws InterruptedException {
        List<Future<Sent>> pending = new ArrayList<>();
        try (ScheduledExecutorService clock =
                Executors.newScheduledThreadPool(TRADERS, Thread.ofVirtual().factory())) {
            for (int n = from; n < to; n++) {
                int number = n;
                pending.add(
                        clock.schedule(
                                () ->
                                        submit(
                                                venue(number),
                                                traders.get(number % TRADERS),
                                                keys.get(number),
                                                strategies),
                                (n - from) * PACE_MILLIS,
                                TimeUnit.MILLISECONDS));
            }
            List<Sent> sent = new ArrayList<>();
            for (Future<Sent> one : pending) {
                sent.add(one.get());
            }
            streams.awaitAll(sent.stream().map(Sent::submission).toList(), PATIENCE);
            return sent;
        } catch (java.util.concurrent.ExecutionException e) {
            throw e.getCause() instanceof BenchTrouble trouble
                    ? trouble
                    : new BenchTrouble("a submission could not be sent: " + e.getCause(), e);
        }
    }

    private Sent submit(
            String venue, Trader trader, JsonNode key, Map<String, JsonNode> strategies) {
        JsonNode strategy = Objects.requireNonNull(strategies.get(venue));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", trader.email());
        body.put("type", "add");
        body.put("market", strategy.path("market").asText());
        body.put("venue", venue);
        body.put("strategy_id", strategy.path("strategy_id").asText());
        body.put("label", "Bench");
        body.put("credentials", key);
        body.put("anti_phishing_code", Traders.CODE);
        body.put("funded_confirmed", true);
        body.put("terms_accepted", true);
        long at = System.nanoTime();
        String submission = api.submit(trader, body);
        return new Sent(venue, submission, at, System.nanoTime());
    }

    private void report(List<Sent> sent, Streams streams) {
        Tally all = new Tally();
        Tally answered = new Tally();
        Map<String, Tally> byVenue = new LinkedHashMap<>();
        for (Sent one : sent) {
            Streams.Heard heard = streams.heard(one.submission());
            if (!heard.accepted()) {
                all.refused(one.venue() + " " + heard.data());
                continue;
            }
            long nanos = heard.atNanos() - one.atNanos();
            all.taken(nanos);
            answered.taken(one.answeredNanos() - one.atNanos());
            byVenue.computeIfAbsent(one.venue(), venue -> new Tally()).taken(nanos);
        }
        line("submit → verdict", all);
        line("  submit → 202", answered);
        hops(sent, streams);
        byVenue.forEach((venue, tally) -> line("  " + venue, tally));
        say(
                "errors %d   load %.1f",
                all.refused(), ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (all.refused() > 0) {
            throw new BenchTrouble("a key was not accepted: " + all.firstRefusal());
        }
    }

    /** The times that intake and validation wrote down say which half takes long. */
    private void hops(List<Sent> sent, Streams streams) {
        Map<String, long[]> times = new HashMap<>();
        try (Connection admin = ground.postgres().connect(ground.database());
                Statement find = admin.createStatement();
                ResultSet row =
                        find.executeQuery(
                                "select id, extract(epoch from created_at) * 1e6, extract(epoch"
                                    + " from decided_at) * 1e6 from credential_intake.submission"
                                    + " where decided_at is not null")) {
            while (row.next()) {
                times.put(
                        row.getString(1),
                        new long[] {(long) row.getDouble(2), (long) row.getDouble(3)});
            }
        } catch (SQLException e) {
            throw new BenchTrouble("the database: " + e.getMessage(), e);
        }
        Tally there = new Tally();
        Tally back = new Tally();
        for (Sent one : sent) {
            long[] pair = times.get(one.submission());
            if (pair != null) {
                there.taken((pair[1] - pair[0]) * 1000);
                back.taken((streams.heard(one.submission()).atMicros() - pair[1]) * 1000);
            }
        }
        line("  taken → verdict", there);
        line("  verdict → stream", back);
    }

    private Map<String, JsonNode> strategies() {
        Map<String, JsonNode> chosen = new HashMap<>();
        for (String venue : VENUES) {
            for (JsonNode strategy : api.strategies(venue)) {
                boolean open =
                        !strategy.path("invite_only").asBoolean()
                                && strategy.path("venues")
                                        .path(0)
                                        .path("route")
                                        .asText()
                                        .equals("self_service");
                if (open) {
                    chosen.putIfAbsent(venue, strategy);
                }
            }
            if (!chosen.containsKey(venue)) {
                throw new BenchTrouble("no strategy can be chosen on " + venue);
            }
        }
        return chosen;
    }

    private static String venue(int n) {
        return VENUES.get(n % VENUES.size());
    }

    private void line(String what, Tally tally) {
        tally.end(Duration.ZERO);
        say(
                "%-18s n %3d   p50 %6.1f ms   p95 %6.1f ms   p99 %6.1f ms",
                what, tally.taken(), tally.millis(0.5), tally.millis(0.95), tally.millis(0.99));
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
