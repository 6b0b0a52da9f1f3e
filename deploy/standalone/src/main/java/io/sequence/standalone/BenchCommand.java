package io.sequence.standalone;

import io.sequence.standalone.bench.BenchTrouble;
import io.sequence.standalone.bench.IntakeBench;
import io.sequence.standalone.bench.JourneyBench;
import io.sequence.standalone.bench.SignBench;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * {@code ./sequence bench <name>}: measures a throw-away house of its own, on ports from {@code
 * SEQUENCE_BENCH_PORT} on (19000 unless set), and takes it down again. {@code sign} needs no house:
 * it measures the venues' signers in this very process.
 */
public final class BenchCommand {

    private BenchCommand() {}

    /** Exits with 0 when it was measured, 1 when it was not, 2 when it was not understood. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(arguments.length == 1 ? arguments[0] : "", System.getenv()));
    }

    private static int run(String name, Map<String, String> environment)
            throws InterruptedException {
        if (name.equals("sign")) {
            new SignBench(System.out).run();
            return 0;
        }
        List<HouseService> services =
                switch (name) {
                    case "intake" -> List.of(HouseService.CREDENTIAL_INTAKE);
                    case "journey" -> List.of(HouseService.values());
                    default -> List.of();
                };
        if (services.isEmpty()) {
            System.err.println("usage: ./sequence bench intake | journey | sign");
            return 2;
        }
        try (BenchHouse house = BenchHouse.open(HouseFiles.fromEnvironment(), environment)) {
            house.start(services, System.out);
            if (name.equals("intake")) {
                new IntakeBench(house.ground(), System.out).run();
            } else {
                new JourneyBench(house.ground(), System.out).run();
            }
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
}
