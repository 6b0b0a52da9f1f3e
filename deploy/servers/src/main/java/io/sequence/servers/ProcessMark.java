package io.sequence.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, told apart from a later one that was given the same number.
 *
 * @param pid the process' number
 * @param startedAt when it started, as the operating system tells
 */
public record ProcessMark(long pid, Instant startedAt) {

    /** Start times are computed from the boot time, which moves a little when the clock is set. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    /** Marks a live process; empty when it is gone or the system does not tell when it started. */
    public static Optional<ProcessMark> of(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(startedAt -> new ProcessMark(process.pid(), startedAt));
    }

    /** The process itself, if it still lives and is not another one under the same number. */
    public Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(started -> Duration.between(started, startedAt).abs().compareTo(SLACK) <= 0)
                .orElse(false);
    }

    /** Writes the mark as {@code <pid> <start in epoch milliseconds>}, whole or not at all. */
    public void write(Path file) throws IOException {
        WholeFile.write(file, pid + " " + startedAt.toEpochMilli() + "\n");
    }

    /** Reads a mark; empty when the file is missing or is not one. */
    public static Optional<ProcessMark> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String[] words = Files.readString(file).strip().split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,18}") || !words[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.of(
                new ProcessMark(
                        Long.parseLong(words[0]), Instant.ofEpochMilli(Long.parseLong(words[1]))));
    }
}
