package io.sequence.standalone.bench;

import io.sequence.standalone.bench.Fleet.Member;
import io.sequence.standalone.bench.HealthNews.Told;
import io.sequence.standalone.bench.Watcher.Watching;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many connections for minutes while keys are revoked and come back at random, a venue answers now
 * and then with an error, another hangs now and then, and a third is away for a minute. What was
 * told is compared with what the simulator knows; memory, threads and files are compared with those
 * of the beginning.
 */
public final class SoakBench {
    private static final List<String> VENUES = List.of("bybit", "okx", "kucoin", "bitget");
    private static final String STUMBLES = "okx";
    private static final String HANGS = "kucoin";
    private static final String GOES_AWAY = "bitget";
    private static final Duration INTERVAL = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration AWAY = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(60);
    private static final Duration CALM_AGAIN = Duration.ofSeconds(90);

    /** Interval, recheck and answer: how late a revoked key may be noticed. */
    private static final Duration NOTICED = INTERVAL.plusSeconds(15);

    /** Where a call may hang or break in between: its time-out and one more interval. */
    private static final Duration NOTICED_IN_TROUBLE = NOTICED.plus(INTERVAL).plusSeconds(10);

    private static final double GROWTH = 1.15;
    private static final long SEED = 20_261_121;

    private final Ground ground;
    private final Watcher watcher;
    private final int connections;
    private final Duration time;
    private final PrintStream out;
    private final BenchApi api;
    private final Random random = new Random(SEED);
    private final Deque<Revoked> open = new ArrayDeque<>();
    private final List<Revoked> ledger = new ArrayList<>();

    /** A soak of so many connections over so long, with the simulator running. */
    public SoakBench(
            Ground ground, Watcher watcher, int connections, Duration time, PrintStream out) {
        this.ground = ground;
        this.watcher = watcher;
        this.connections = connections;
        this.time = time;
        this.out = out;
        this.api = new BenchApi(ground);
    }

    /** A key that did not work for a while; the simulator's admin API says both moments. */
    private record Revoked(Member member, Instant from, Instant until) {}

    /** What the process holds. */
    private record Held(long heap, long threads, long files) {}

    /**
     * Runs and prints.
     *
     * @throws BenchTrouble when something was missed, told without cause, or leaked
     */
    public void run() throws IOException, InterruptedException {
        watcher.start(Map.of()).close();
        say("making %d simulated accounts and sealing their keys", connections);
        Fleet fleet = new Fleet(ground, VENUES);
        fleet.growTo(connections);
        try (HealthNews news = new HealthNews(ground.kafka());
                Watching watching =
                        watcher.start(
                                Map.of("SEQUENCE_HEALTH_INTERVAL", INTERVAL.toSeconds() + "s"))) {
            Thread.sleep(WARM_UP);
            Held before = held(watching.pid());
            PingCounts counts = PingCounts.of(watching.url());
            say(
                    "%d connections, each every %d s, troubled for %d s",
                    connections, INTERVAL.toSeconds(), time.toSeconds());
            trouble(fleet.members());
            Thread.sleep(CALM_AGAIN);
            counts = PingCounts.of(watching.url()).since(counts);
            Held after = held(watching.pid());
            say("pings %d, of them failed %s", counts.pings(), counts.failed());
            say(
                    "lateness p50 %.0f ms, p99 %.0f ms",
                    counts.lateMillis(0.5), counts.lateMillis(0.99));
            say(
                    "heap %.1f MB, then %.1f MB; threads %d, then %d; open files %d, then %d",
                    before.heap() / 1e6,
                    after.heap() / 1e6,
                    before.threads(),
                    after.threads(),
                    before.files(),
                    after.files());
            List<String> wrong = compare(fleet.members(), news.soFar());
            leaks(before, after, wrong);
            wrong.stream().limit(20).forEach(line -> say("WRONG %s", line));
            if (!wrong.isEmpty()) {
                throw new BenchTrouble(wrong.size() + " things went wrong");
            }
        }
    }

    private void trouble(List<Member> members) throws InterruptedException {
        List<Member> untouched = new ArrayList<>(members);
        Collections.shuffle(untouched, random);
        api.fault(STUMBLES, Map.of("kind", "server_error", "rate", 0.002));
        api.fault(HANGS, Map.of("kind", "timeout", "rate", 0.000_5, "millis", 12_000));
        Instant begin = Instant.now();
        Instant end = begin.plus(time);
        Instant goes = begin.plus(time.dividedBy(2));
        boolean away = false;
        while (Instant.now().isBefore(end)) {
            Instant second = Instant.now().plusSeconds(1);
            restore(Instant.now());
            if (Instant.now().isBefore(end.minus(SHORTEST))) {
                revoke(untouched.removeLast());
                revoke(untouched.removeLast());
            }
            boolean now = !Instant.now().isBefore(goes) && Instant.now().isBefore(goes.plus(AWAY));
            if (now != away) {
                away = now;
                say("%s %s", GOES_AWAY, away ? "is away" : "is back");
                outage(away);
            }
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), second).toMillis()));
        }
        restore(Instant.MAX);
        VENUES.forEach(api::noFaults);
    }

    private void outage(boolean away) {
        if (away) {
            api.fault(GOES_AWAY, Map.of("kind", "server_error", "rate", 1.0));
        } else {
            api.noFaults(GOES_AWAY);
        }
    }

    private void revoke(Member member) {
        Instant until = Instant.now().plus(SHORTEST).plusMillis(random.nextInt(60_000));
        api.change(member.venue(), member.account(), Map.of("revoked", true));
        open.add(new Revoked(member, Instant.now(), until));
    }

    private void restore(Instant now) {
        List<Revoked> due = open.stream().filter(one -> one.until().isBefore(now)).toList();
        for (Revoked one : due) {
            open.remove(one);
            api.change(one.member().venue(), one.member().account(), Map.of("revoked", false));
            ledger.add(new Revoked(one.member(), one.from(), Instant.now()));
        }
    }

    /** What was told against what the simulator knows. */
    private List<String> compare(List<Member> members, List<Told> told) {
        Map<String, List<Told>> byConnection =
                told.stream().collect(Collectors.groupingBy(Told::connection));
        Map<Member, Revoked> revoked = new HashMap<>();
        ledger.forEach(one -> revoked.put(one.member(), one));
        List<String> wrong = new ArrayList<>();
        List<Long> millis = new ArrayList<>();
        for (Member member : members) {
            List<Told> own = byConnection.getOrDefault(member.connection().toString(), List.of());
            Revoked cause = revoked.get(member);
            if (!own.isEmpty() && !own.getLast().state().equals("connected")) {
                wrong.add(member + " works and stands as " + own.getLast());
            }
            own.stream()
                    .filter(one -> one.state().equals("reauth_needed"))
                    .filter(one -> cause == null || one.when().isBefore(cause.from()))
                    .forEach(one -> wrong.add(member + " is blamed without cause: " + one));
            if (cause != null) {
                noticed(cause, own, millis, wrong);
            }
        }
        report(told, millis);
        return wrong;
    }

    private static void noticed(
            Revoked cause, List<Told> own, List<Long> millis, List<String> wrong) {
        List<Told> blamed =
                own.stream().filter(one -> one.state().equals("reauth_needed")).toList();
        // While its venue is away, nobody can know of a key there.
        boolean knowable = !cause.member().venue().equals(GOES_AWAY);
        if (blamed.isEmpty()) {
            if (knowable) {
                wrong.add(cause.member() + " was revoked and nobody noticed: " + own);
            }
            return;
        }
        long took = Duration.between(cause.from(), blamed.getFirst().when()).toMillis();
        if (knowable) {
            millis.add(took);
            if (took > noticedWithin(cause.member().venue()).toMillis()) {
                wrong.add(cause.member() + " was noticed after " + took + " ms");
            }
        }
        if (own.getLast().repaired().isEmpty()) {
            wrong.add(cause.member() + " was repaired and nobody is told: " + own);
        }
    }

    private static Duration noticedWithin(String venue) {
        return venue.equals(STUMBLES) || venue.equals(HANGS) ? NOTICED_IN_TROUBLE : NOTICED;
    }

    private void report(List<Told> told, List<Long> millis) {
        Map<String, Long> kinds =
                told.stream()
                        .collect(
                                Collectors.groupingBy(
                                        one -> one.state() + " " + one.fault(),
                                        java.util.TreeMap::new,
                                        Collectors.counting()));
        say("%d keys were revoked and came back; told: %s", ledger.size(), kinds);
        if (!millis.isEmpty()) {
            Collections.sort(millis);
            say(
                    "revoked keys were noticed after p50 %.1f s, p99 %.1f s, at most %.1f s",
                    millis.get(millis.size() / 2) / 1e3,
                    millis.get(millis.size() * 99 / 100) / 1e3,
                    millis.getLast() / 1e3);
        }
    }

    private static void leaks(Held before, Held after, List<String> wrong) {
        if (after.heap() > before.heap() * GROWTH) {
            wrong.add("the heap grew from " + before.heap() + " to " + after.heap());
        }
        // A thread or two come and go with pools.
        if (after.threads() > before.threads() + 8) {
            wrong.add("threads grew from " + before.threads() + " to " + after.threads());
        }
        if (after.files() > before.files() * GROWTH + 64) {
            wrong.add("open files grew from " + before.files() + " to " + after.files());
        }
    }

    private static Held held(long pid) throws InterruptedException, IOException {
        return new Held(
                LiveHeap.bytes(pid),
                count(Path.of("/proc", Long.toString(pid), "task")),
                count(Path.of("/proc", Long.toString(pid), "fd")));
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
