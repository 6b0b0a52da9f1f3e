package io.sequence.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sequence.standalone.bench.Watcher.Watching;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Pings a second and processor time a ping, as many as go with so many at once, of the same keys at
 * the same simulated venue: health-check with everything that belongs to a ping, a loop in ccxt,
 * and a bare HTTP client with requests that were signed beforehand. By turns, health-check in the
 * middle and the others before and after it: what the machine gives differs from minute to minute.
 */
public final class PingsBench {
    static final String VENUE = "okx";
    static final String PATH = "/api/v5/account/config";
    private static final String BARE = "bare Vert.x client";
    private static final String LOOP = "ccxt in Node";
    private static final int AT_ONCE = 64;
    private static final Duration SERVICE_WARM_UP = Duration.ofSeconds(120);
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final double CCXT_AIM = 0.2;
    private static final double BARE_AIM = 0.6;

    private final Ground ground;
    private final Watcher watcher;
    private final int connections;
    private final Duration time;
    private final PrintStream out;

    /** A measurement of so many keys and so long a turn, with the simulator running. */
    public PingsBench(
            Ground ground, Watcher watcher, int connections, Duration time, PrintStream out) {
        this.ground = ground;
        this.watcher = watcher;
        this.connections = connections;
        this.time = time;
        this.out = out;
    }

    /**
     * One turn.
     *
     * @param perSecond pings
     * @param micros processor time a ping
     */
    record Turn(double perSecond, double micros) {}

    /**
     * Measures and prints.
     *
     * @throws BenchTrouble when a ping failed or something could not be measured
     */
    public void run() throws IOException, InterruptedException {
        // Its first start makes the tables.
        watcher.start(Map.of()).close();
        say("making %d simulated accounts at %s and sealing their keys", connections, VENUE);
        Fleet fleet = new Fleet(ground, List.of(VENUE));
        fleet.growTo(connections);
        say("%d at once, %d s each", AT_ONCE, time.toSeconds());
        say("%-22s %9s %14s %8s", "", "pings/s", "CPU a ping", "load");
        BareClient bare = new BareClient(ground, fleet.keys(), AT_ONCE);
        List<Turn> bares = new ArrayList<>();
        List<Turn> loops = new ArrayList<>();
        bares.add(told(BARE, bare.run(WARM_UP, time)));
        loops.add(told(LOOP, ccxt(fleet)));
        Turn service = told("health-check", service());
        loops.add(told(LOOP, ccxt(fleet)));
        bares.add(told(BARE, bare.run(WARM_UP, time)));
        double rate = service.perSecond() / average(bares, Turn::perSecond);
        double cost = service.micros() / average(loops, Turn::micros);
        say("");
        say("rate beside the bare client's   %5.2f   (aim %.1f)", rate, BARE_AIM);
        say("CPU a ping beside ccxt's        %5.2f   (aim %.1f)", cost, CCXT_AIM);
        say("Simulator, database and broker share the processors with whoever is measured.");
    }

    private static double average(List<Turn> turns, ToDoubleFunction<Turn> value) {
        return turns.stream().mapToDouble(value).average().orElseThrow();
    }

    /** Asked for far more than it can do: every connection twice a second. */
    private Turn service() throws IOException, InterruptedException {
        try (Watching watching =
                watcher.start(
                        Map.of(
                                "SEQUENCE_HEALTH_INTERVAL",
                                "500ms",
                                "SEQUENCE_HEALTH_IN_FLIGHT",
                                Integer.toString(AT_ONCE)))) {
            Thread.sleep(SERVICE_WARM_UP);
            PingCounts counts = PingCounts.of(watching.url());
            double cpu = CpuClock.seconds(watching.pid());
            long begin = System.nanoTime();
            Thread.sleep(time);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double spent = CpuClock.seconds(watching.pid()) - cpu;
            PingCounts made = PingCounts.of(watching.url()).since(counts);
            if (!made.failed().isEmpty() || made.worked() == 0) {
                throw new BenchTrouble("pings failed: " + made.failed());
            }
            return new Turn(made.worked() / seconds, spent / made.worked() * 1e6);
        }
    }

    private Turn ccxt(Fleet fleet) throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        Path keys = ground.folder().resolve("keys.json");
        Files.write(keys, json.writeValueAsBytes(fleet.keys()));
        try {
            JsonNode told =
                    json.readTree(
                            NodeScripts.installed(ground.module(), "node")
                                    .run(
                                            "ping-loop.mjs",
                                            ground.simulator(),
                                            keys.toAbsolutePath().toString(),
                                            Integer.toString(AT_ONCE),
                                            Long.toString(WARM_UP.toSeconds()),
                                            Long.toString(time.toSeconds())));
            if (told.path("failed").asLong() > 0) {
                throw new BenchTrouble("ccxt's pings failed: " + told.path("first").asText());
            }
            return new Turn(
                    told.path("calls").asLong() / told.path("seconds").asDouble(),
                    told.path("cpuMicros").asDouble() / told.path("calls").asLong());
        } finally {
            Files.deleteIfExists(keys);
        }
    }

    private Turn told(String who, Turn turn) {
        say(
                "%-22s %9.0f %11.0f µs %8.1f",
                who,
                turn.perSecond(),
                turn.micros(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return turn;
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
