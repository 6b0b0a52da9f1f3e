package io.sequence.standalone;

import io.sequence.standalone.bench.BenchTrouble;
import io.sequence.standalone.bench.Ground;
import io.sequence.standalone.bench.IntakeBench;
import io.sequence.standalone.bench.JourneyBench;
import io.sequence.standalone.bench.PingsBench;
import io.sequence.standalone.bench.SignBench;
import io.sequence.standalone.bench.SoakBench;
import io.sequence.standalone.bench.WatchBench;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ./sequence bench <name>}: measures a throw-away house of its own, on ports from {@code
 * SEQUENCE_BENCH_PORT} on (19000 unless set), and takes it down again. {@code sign} needs no house:
 * it measures the venues' signers in this very process.
 */
public final class BenchCommand {
    private static final String USAGE =
            """
            usage: ./sequence bench intake | journey | sign
                   ./sequence bench watch [--connections 100000] [--minutes 5]
                   ./sequence bench soak [--connections 20000] [--minutes 10]
                   ./sequence bench pings [--connections 20000] [--seconds 20]\
            """;

    private BenchCommand() {}

    /** Exits with 0 when it was measured, 1 when it was not, 2 when it was not understood. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment)
            throws InterruptedException {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        Options options;
        try {
            options = Options.of(name, arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(USAGE);
            return 2;
        }
        if (name.equals("sign")) {
            new SignBench(System.out).run();
            return 0;
        }
        List<HouseService> services =
                switch (name) {
                    case "intake" -> List.of(HouseService.CREDENTIAL_INTAKE);
                    case "journey" -> List.of(HouseService.values());
                    default -> List.of(HouseService.VENUE_SIMULATOR);
                };
        try (BenchHouse house = BenchHouse.open(HouseFiles.fromEnvironment(), environment)) {
            house.start(services, System.out);
            measure(name, options, house);
            house.forget();
            return 0;
        } catch (HouseTrouble | BenchTrouble e) {
            System.err.println("The benchmark stopped: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            System.err.println("The benchmark's files cannot be used: " + e);
            return 1;
        }
    }

    private static void measure(String name, Options options, BenchHouse house)
            throws IOException, InterruptedException {
        Ground ground = house.ground();
        switch (name) {
            case "intake" -> new IntakeBench(ground, System.out).run();
            case "journey" -> new JourneyBench(ground, System.out).run();
            case "watch" ->
                    new WatchBench(
                                    ground,
                                    house::watch,
                                    options.connections(),
                                    options.time(),
                                    System.out)
                            .run();
            case "soak" ->
                    new SoakBench(
                                    ground,
                                    house::watch,
                                    options.connections(),
                                    options.time(),
                                    System.out)
                            .run();
            default ->
                    new PingsBench(
                                    ground,
                                    house::watch,
                                    options.connections(),
                                    options.time(),
                                    System.out)
                            .run();
        }
    }

    /** What a benchmark may be told. */
    private record Options(int connections, Duration time) {
        static Options of(String name, List<String> arguments) {
            return switch (name) {
                case "intake", "journey", "sign" -> new Options(told(arguments, Map.of()), 0, "");
                case "watch" ->
                        new Options(
                                told(arguments, Map.of("--connections", 100_000, "--minutes", 5)),
                                60,
                                "--minutes");
                case "soak" ->
                        new Options(
                                told(arguments, Map.of("--connections", 20_000, "--minutes", 10)),
                                60,
                                "--minutes");
                case "pings" ->
                        new Options(
                                told(arguments, Map.of("--connections", 20_000, "--seconds", 20)),
                                1,
                                "--seconds");
                default -> throw new IllegalArgumentException(name);
            };
        }

        private Options(Map<String, Integer> told, int unitSeconds, String time) {
            this(
                    told.getOrDefault("--connections", 0),
                    Duration.ofSeconds((long) unitSeconds * told.getOrDefault(time, 0)));
        }

        private static Map<String, Integer> told(
                List<String> arguments, Map<String, Integer> untold) {
            Map<String, Integer> told = new HashMap<>(untold);
            for (int i = 1; i < arguments.size(); i += 2) {
                if (!untold.containsKey(arguments.get(i)) || i + 1 == arguments.size()) {
                    throw new IllegalArgumentException(arguments.get(i));
                }
                int value = Integer.parseInt(arguments.get(i + 1));
                if (value < 1) {
                    throw new IllegalArgumentException(arguments.get(i));
                }
                told.put(arguments.get(i), value);
            }
            return told;
        }
    }
}
