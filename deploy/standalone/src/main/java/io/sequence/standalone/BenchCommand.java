package io.sequence.standalone;

import io.sequence.standalone.bench.BenchTrouble;
import io.sequence.standalone.bench.Ground;
import io.sequence.standalone.bench.IntakeBench;
import io.sequence.standalone.bench.JourneyBench;
import io.sequence.standalone.bench.PingsBench;
import io.sequence.standalone.bench.SignBench;
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
                   ./sequence bench pings [--connections 20000] [--seconds 20]""";

    private BenchCommand() {}

    /** Exits with 0 when it was measured, 1 when it was not, 2 when it was not understood. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    private static int run(List<String> arguments, Map<String, String> environment)
            throws InterruptedException {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        Map<String, Integer> options;
        try {
            options = options(name, arguments);
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

    private static void measure(String name, Map<String, Integer> options, BenchHouse house)
            throws IOException, InterruptedException {
        Ground ground = house.ground();
        switch (name) {
            case "intake" -> new IntakeBench(ground, System.out).run();
            case "journey" -> new JourneyBench(ground, System.out).run();
            case "watch" ->
                    new WatchBench(
                                    ground,
                                    house::watch,
                                    options.get("--connections"),
                                    Duration.ofMinutes(options.get("--minutes")),
                                    System.out)
                            .run();
            default ->
                    new PingsBench(
                                    ground,
                                    house::watch,
                                    options.get("--connections"),
                                    Duration.ofSeconds(options.get("--seconds")),
                                    System.out)
                            .run();
        }
    }

    /** What a benchmark may be told, with what it does untold. */
    private static Map<String, Integer> options(String name, List<String> arguments) {
        Map<String, Integer> options =
                new HashMap<>(
                        switch (name) {
                            case "intake", "journey", "sign" -> Map.of();
                            case "watch" -> Map.of("--connections", 100_000, "--minutes", 5);
                            case "pings" -> Map.of("--connections", 20_000, "--seconds", 20);
                            default -> throw new IllegalArgumentException(name);
                        });
        for (int i = 1; i < arguments.size(); i += 2) {
            if (!options.containsKey(arguments.get(i)) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(arguments.get(i));
            }
            int value = Integer.parseInt(arguments.get(i + 1));
            if (value < 1) {
                throw new IllegalArgumentException(arguments.get(i));
            }
            options.put(arguments.get(i), value);
        }
        return options;
    }
}
