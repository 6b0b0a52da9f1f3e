package io.sequence.standalone.demo;

import java.io.PrintStream;

/** The main journey as one call. */
public final class Demo {
    private Demo() {}

    /**
     * Walks it and prints each answer, event and mail as it comes.
     *
     * @return 0 when every step went as it should, else 1 after saying why
     */
    public static int run(
            String houseUrl, String simulatorUrl, String inboxUrl, PrintStream out, PrintStream err)
            throws InterruptedException {
        long begun = System.nanoTime();
        try {
            new Journey(houseUrl, simulatorUrl, inboxUrl, out).walk();
        } catch (DemoTrouble e) {
            err.println();
            err.println("The demo stopped: " + e.getMessage() + ".");
            return 1;
        }
        out.printf("%nThe whole journey took %.1f s.%n", (System.nanoTime() - begun) / 1e9);
        return 0;
    }
}
