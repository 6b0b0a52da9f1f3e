package io.sequence.standalone.bench;

import io.sequence.standalone.bench.Watcher.Watching;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How one process of health-check holds many connections at one ping a minute each: lateness,
 * processor time and memory. The same number of pings a second at a thousand connections comes
 * first, so that it shows what a connection costs and not what a ping costs.
 */
public final class WatchBench {
    private static final List<String> VENUES = List.of("bybit", "okx", "kucoin");
    private static final int FEW = 1_000;
    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final Duration WARM_UP = Duration.ofSeconds(75);
    private static final Duration FEW_TIME = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Ground ground;
    private final Watcher watcher;
    private final int connections;
    private final Duration time;
    private final PrintStream out;

    /** A measurement of so many connections over so long, with the simulator running. */
    public WatchBench(
            Ground ground, Watcher watcher, int connections, Duration time, PrintStream out) {
        this.ground = ground;
        this.watcher = watcher;
        this.connections = connections;
        this.time = time;
        this.out = out;
    }

    /** What one phase showed. */
    private record Seen(double cpuMicros, long heap, PingCounts counts) {}

    /**
     * Measures and prints.
     *
     * @throws BenchTrouble when a ping failed or something could not be measured
     */
    public void run() throws IOException, InterruptedException {
        int few = Math.min(FEW, connections);
        Fleet fleet = new Fleet(ground, VENUES);
        // Its first start makes the tables.
        watcher.start(Map.of()).close();
        fleet.growTo(few);
        Duration quick = INTERVAL.multipliedBy(few).dividedBy(connections);
        Seen small = measure(few, quick, FEW_TIME);
        say("making %d simulated accounts and sealing their keys", connections - few);
        fleet.growTo(connections);
        Seen large = measure(connections, INTERVAL, time);
        conclude(few, small, large);
    }

    private Seen measure(int size, Duration interval, Duration howLong)
            throws IOException, InterruptedException {
        say("%d connections, each every %.1f s", size, interval.toMillis() / 1e3);
        try (Watching watching =
                watcher.start(
                        Map.of(
                                "SEQUENCE_HEALTH_INTERVAL",
                                interval.toMillis() + "ms",
                                "SEQUENCE_HEALTH_BALANCES_EVERY",
                                interval.multipliedBy(10).toMillis() + "ms"))) {
            awaitAll(watching, size);
            Thread.sleep(WARM_UP);
            PingCounts before = PingCounts.of(watching.url());
            Cpu cpu = Cpu.now(ground, watching.pid());
            long transactions = transactions();
            long begin = System.nanoTime();
            Thread.sleep(howLong);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Cpu spent = Cpu.now(ground, watching.pid()).minus(cpu);
            long committed = transactions() - transactions;
            PingCounts counts = PingCounts.of(watching.url()).since(before);
            report(counts, spent, seconds, committed);
            return new Seen(
                    spent.health() / counts.pings() * 1e6, LiveHeap.bytes(watching.pid()), counts);
        }
    }

    private void awaitAll(Watching watching, int size) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (PingCounts.of(watching.url()).watched() < size) {
            if (System.nanoTime() > end) {
                throw new BenchTrouble("the connections are not watched in time");
            }
            Thread.sleep(200);
        }
    }

    private void report(PingCounts counts, Cpu cpu, double seconds, long transactions) {
        long pings = counts.pings();
        say(
                "  pings        %8.0f /s   lateness p50 %.0f ms, p99 %.0f ms, max below %.0f ms"
                        + "   failed %d",
                pings / seconds,
                counts.lateMillis(0.5),
                counts.lateMillis(0.99),
                counts.lateMillis(1),
                pings - counts.worked());
        say(
                "  CPU a ping   health-check %.0f µs, beside it simulator %.0f µs, postgres %.0f"
                        + " µs, kafka %.0f µs",
                cpu.health() / pings * 1e6,
                cpu.simulator() / pings * 1e6,
                cpu.postgres() / pings * 1e6,
                cpu.kafka() / pings * 1e6);
        say(
                "  cores        health-check %.2f, all four %.2f of %d   database transactions"
                        + " %.1f /s   load %.1f",
                cpu.health() / seconds,
                cpu.all() / seconds,
                Runtime.getRuntime().availableProcessors(),
                transactions / seconds,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        if (pings == 0) {
            throw new BenchTrouble("nothing was pinged");
        }
    }

    private void conclude(int few, Seen small, Seen large) {
        say("");
        say("lateness p99          %8.0f ms   (aim below 1000)", large.counts().lateMillis(0.99));
        if (connections > few) {
            double slope = (large.heap() - small.heap()) / (double) (connections - few);
            say("heap a connection     %8.0f B    (aim 2000)", slope);
            say(
                    "heap beyond           %8.1f MB   at %d connections %.1f MB, at %d %.1f MB",
                    (small.heap() - slope * few) / 1e6,
                    connections,
                    large.heap() / 1e6,
                    few,
                    small.heap() / 1e6);
            say(
                    "CPU a ping            %8.2f      at %d connections of that at %d (aim 0.8 to"
                            + " 1.2)",
                    large.cpuMicros() / small.cpuMicros(), connections, few);
        }
        say("Simulator, database and broker share these processors with health-check.");
        if (!large.counts().failed().isEmpty()) {
            throw new BenchTrouble("pings failed: " + large.counts().failed());
        }
    }

    /** Transactions of the whole database so far: a statement a ping would show. */
    private long transactions() {
        try (Connection admin = ground.postgres().connect(ground.database());
                Statement ask = admin.createStatement();
                ResultSet row =
                        ask.executeQuery(
                                "select xact_commit + xact_rollback from pg_stat_database where"
                                        + " datname = current_database()")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new BenchTrouble("the database: " + e.getMessage(), e);
        }
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
