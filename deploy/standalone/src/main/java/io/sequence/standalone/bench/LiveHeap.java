package io.sequence.standalone.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What lives on another virtual machine's heap, by the JDK's {@code jcmd}. */
final class LiveHeap {
    private LiveHeap() {}

    /** Bytes that a full collection leaves. */
    static long bytes(long pid) throws InterruptedException {
        String histogram = run(pid, "GC.class_histogram");
        String total =
                histogram
                        .lines()
                        .filter(line -> line.startsWith("Total"))
                        .findFirst()
                        .orElseThrow(() -> new BenchTrouble("jcmd says: " + histogram));
        return Long.parseLong(total.split("\\s+")[2]);
    }

    private static String run(long pid, String command) throws InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process =
                    new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
                            .redirectErrorStream(true)
                            .start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new BenchTrouble("the heap cannot be measured: " + e.getMessage(), e);
        }
    }
}
