package io.sequence.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU time of a process and all below it, as Linux counts it in {@code /proc/<pid>/stat}. */
final class CpuClock {
    private static final double TICKS_PER_SECOND = 100;

    private CpuClock() {}

    /** Seconds so far, ended children included; 0 where the system does not tell. */
    static double seconds(long pid) {
        return ProcessHandle.of(pid)
                .map(
                        process ->
                                ticks(pid, true)
                                        + process.descendants()
                                                .mapToLong(child -> ticks(child.pid(), false))
                                                .sum())
                .map(ticks -> ticks / TICKS_PER_SECOND)
                .orElse(0.0);
    }

    private static long ticks(long pid, boolean withEndedChildren) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The name in parentheses may hold blanks; user and system time are fields 14 and 15.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long own = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return withEndedChildren
                    ? own + Long.parseLong(fields[13]) + Long.parseLong(fields[14])
                    : own;
        } catch (IOException e) {
            return 0;
        }
    }
}
