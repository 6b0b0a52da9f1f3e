package io.sequence.standalone;

import io.sequence.standalone.demo.Demo;

/** {@code ./sequence demo}: walks the main journey against the running house. */
public final class DemoCommand {

    private DemoCommand() {}

    /** Exits with 0 when every step went as it should, else with 1 and the reason. */
    public static void main(String[] arguments) throws InterruptedException {
        HousePorts ports = HousePorts.from(System.getenv());
        System.exit(
                Demo.run(
                        "http://localhost:" + ports.http().number(),
                        "http://localhost:" + ports.simulator().number(),
                        "http://localhost:" + ports.mail().number(),
                        System.out,
                        System.err));
    }
}
