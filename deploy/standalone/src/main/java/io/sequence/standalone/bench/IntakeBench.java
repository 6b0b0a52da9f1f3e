package io.sequence.standalone.bench;

import io.sequence.standalone.bench.Traders.Trader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How many submissions a second the house makes durable, beside what the same PostgreSQL does with
 * the same statement and the same bytes when pgbench sends them; by turns, in one run.
 */
public final class IntakeBench {
    private static final int CLIENTS = 64;
    private static final int SECONDS = 15;
    private static final int ROUNDS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration DRAIN = Duration.ofSeconds(90);

    private final Ground ground;
    private final PrintStream out;
    private final List<Double> house = new ArrayList<>();
    private final List<Double> base = new ArrayList<>();

    /** A measurement on a running house of which only intake is needed. */
    public IntakeBench(Ground ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
    }

    /**
     * Measures and prints.
     *
     * @throws BenchTrouble when a submission was refused or something could not be measured
     */
    public void run() throws IOException, InterruptedException {
        try {
            measure();
        } catch (SQLException e) {
            throw new BenchTrouble("the database: " + e.getMessage(), e);
        }
    }

    private void measure() throws SQLException, IOException, InterruptedException {
        requireDurability();
        PgBench pgbench = PgBench.find(ground);
        List<Trader> traders = Traders.make(ground, CLIENTS);
        Load load = new Load(ground.house(), traders);
        say("warming up for %d s", WARM_UP.toSeconds());
        orTrouble(load.run(WARM_UP));
        drain();
        SameStatement statement = SameStatement.of(ground);
        List<Path> scripts = statement.scripts(ground.folder(), traders);
        say("%d clients, %d s each, %s", CLIENTS, SECONDS, statement.sizes());
        for (int round = 0; round < ROUNDS; round++) {
            intake(load);
            base.add(pgbench(pgbench, scripts, statement, CLIENTS, SECONDS));
            say("pgbench   %8.0f /s", base.getLast());
        }
        conclude();
        whereTheTimeGoes(pgbench, scripts, statement, traders);
    }

    private void intake(Load load) throws SQLException, InterruptedException {
        double service = cpu("credential-intake");
        double database = cpu("postgres");
        double broker = cpu("kafka");
        double own = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
        Tally tally = load.run(Duration.ofSeconds(SECONDS));
        orTrouble(tally);
        long behind = RelayPause.waiting(ground);
        int taken = tally.taken();
        say(
                "intake    %8.0f /s   p50 %.1f ms   p99 %.1f ms   errors %d   load %.1f",
                tally.perSecond(),
                tally.millis(0.5),
                tally.millis(0.99),
                tally.refused(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        say(
                "          CPU a submission: intake %.0f µs, postgres %.0f µs, kafka %.0f µs, load"
                        + " %.0f µs",
                (cpu("credential-intake") - service) / taken * 1e6,
                (cpu("postgres") - database) / taken * 1e6,
                (cpu("kafka") - broker) / taken * 1e6,
                (ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() - own)
                        / taken
                        * 1e3);
        long begin = System.nanoTime();
        drain();
        say(
                "          outbox at the end %d, empty after %.1f s",
                behind, (System.nanoTime() - begin) / 1e9);
        house.add(tally.perSecond());
    }

    private double pgbench(
            PgBench pgbench, List<Path> scripts, SameStatement same, int clients, int seconds)
            throws SQLException, IOException, InterruptedException {
        try (RelayPause pause = new RelayPause(ground)) {
            return pgbench.run(scripts, same.variables(), clients, seconds);
        }
    }

    private void conclude() {
        double ours = mean(house);
        double theirs = mean(base);
        say("");
        say("durable submissions  %8.0f /s", ours);
        say("pgbench              %8.0f /s", theirs);
        say("ratio                %8.2f", ours / theirs);
    }

    private void whereTheTimeGoes(
            PgBench pgbench, List<Path> scripts, SameStatement same, List<Trader> traders)
            throws SQLException, IOException, InterruptedException {
        Tally alone = new Load(ground.house(), traders.subList(0, 1)).run(Duration.ofSeconds(3));
        orTrouble(alone);
        drain();
        double request = alone.millis(0.5) * 1e3;
        double statement = 1e6 / pgbench(pgbench, scripts, same, 1, 3);
        double seal = Pieces.seal(ground);
        say("");
        say("one client, median   %8.0f µs", request);
        say("  statement, commit  %8.0f µs   pgbench, one client", statement);
        say("  sealing            %8.1f µs   HPKE alone %.0f µs", seal, Pieces.hpke(ground));
        say("  token              %8.1f µs   each minute; kept in between", Pieces.verify());
        say(
                "  rest               %8.0f µs   HTTP, JSON, rules, finding the account",
                request - statement - seal);
    }

    private void requireDurability() throws SQLException {
        try (Connection admin = ground.postgres().connect(ground.database());
                Statement ask = admin.createStatement();
                ResultSet row =
                        ask.executeQuery(
                                "select current_setting('fsync'),"
                                        + " current_setting('synchronous_commit'),"
                                        + " current_setting('server_version')")) {
            row.next();
            say(
                    "PostgreSQL %s, fsync %s, synchronous_commit %s",
                    row.getString(3), row.getString(1), row.getString(2));
            if (!row.getString(1).equals("on") || !row.getString(2).equals("on")) {
                throw new BenchTrouble("the database does not make things durable");
            }
        }
    }

    private void drain() throws SQLException, InterruptedException {
        long end = System.nanoTime() + DRAIN.toNanos();
        while (RelayPause.waiting(ground) > 0) {
            if (System.nanoTime() > end) {
                throw new BenchTrouble("the relay did not empty the outbox in time");
            }
            Thread.sleep(100);
        }
    }

    private static void orTrouble(Tally tally) {
        if (tally.refused() > 0) {
            throw new BenchTrouble(
                    tally.refused() + " submissions were not taken in: " + tally.firstRefusal());
        }
        if (tally.taken() == 0) {
            throw new BenchTrouble("no submission was taken in");
        }
    }

    private double cpu(String component) {
        return CpuClock.seconds(ground.processes().apply(component).orElse(-1));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    private void say(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
