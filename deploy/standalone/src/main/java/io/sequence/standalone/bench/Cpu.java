package io.sequence.standalone.bench;

import java.util.OptionalLong;

/**
 * Processor seconds of those who share a benchmark's machine.
 *
 * @param health of health-check
 * @param simulator of the venue simulator
 * @param postgres of the database
 * @param kafka of the broker
 */
record Cpu(double health, double simulator, double postgres, double kafka) {
    /** What they have used so far. */
    static Cpu now(Ground ground, long healthPid) {
        return new Cpu(
                CpuClock.seconds(healthPid),
                of(ground, "venue-simulator"),
                of(ground, "postgres"),
                of(ground, "kafka"));
    }

    /** What they used since. */
    Cpu minus(Cpu before) {
        return new Cpu(
                health - before.health,
                simulator - before.simulator,
                postgres - before.postgres,
                kafka - before.kafka);
    }

    /** Together. */
    double all() {
        return health + simulator + postgres + kafka;
    }

    private static double of(Ground ground, String component) {
        OptionalLong pid = ground.processes().apply(component);
        return pid.isPresent() ? CpuClock.seconds(pid.getAsLong()) : 0;
    }
}
