package io.sequence.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a postmaster, ours or one that a killed owner left running on a folder. */
final class PostgresOrphan {

    private PostgresOrphan() {}

    /**
     * Stops whatever server still runs on this folder, known by {@code postmaster.pid}; a lock file
     * that names a process which is not such a server is removed, as PostgreSQL itself would take
     * it for a rival.
     */
    static void stop(Path data) throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        Optional<ProcessHandle> named = process(lock);
        if (named.isPresent() && isServerOn(named.get(), data)) {
            stop(named.get(), Duration.ofSeconds(15), Duration.ofSeconds(5));
        } else {
            Files.deleteIfExists(lock);
        }
    }

    private static Optional<ProcessHandle> process(Path lock) throws IOException {
        List<String> lines = Files.readAllLines(lock);
        String pid = lines.isEmpty() ? "" : lines.getFirst().strip();
        return pid.matches("\\d{1,10}")
                ? ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    private static boolean isServerOn(ProcessHandle process, Path data) throws IOException {
        String folder = data.toRealPath().toString();
        return process.info()
                .arguments()
                .map(List::of)
                .filter(arguments -> arguments.contains("-D"))
                .map(arguments -> arguments.get(arguments.indexOf("-D") + 1))
                .map(Path::of)
                .filter(Files::isDirectory)
                .filter(named -> real(named).equals(folder))
                .isPresent();
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return path.toString();
        }
    }

    /** SIGINT (disconnect all, checkpoint), then SIGQUIT (recovery at next start), then SIGKILL. */
    static void stop(ProcessHandle process, Duration fast, Duration immediate) {
        if (signal(process, "INT", fast) || signal(process, "QUIT", immediate)) {
            return;
        }
        process.destroyForcibly();
        ends(process, immediate);
    }

    private static boolean signal(ProcessHandle process, String name, Duration patience) {
        if (!process.isAlive()) {
            return true;
        }
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return ends(process, patience);
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }
}
