package io.sequence.standalone;

import io.sequence.servers.LocalPostgres;
import io.sequence.servers.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processes that a killed launcher left running. A process is the house's own when its pid file
 * names its start time too, or when its command line carries the house's mark; no other process is
 * ever touched.
 */
final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private Orphans() {}

    /**
     * An option that every Java process of a house is started with, so that it can be told from all
     * others.
     */
    static String mark(Path data) {
        return "-Dsequence.house=" + data.toAbsolutePath();
    }

    /**
     * Stops them all, PostgreSQL last.
     *
     * @return how many there were
     */
    static int stop(HouseFiles files) throws IOException {
        Map<Long, ProcessHandle> found = new LinkedHashMap<>();
        for (ProcessHandle process : named(files)) {
            found.put(process.pid(), process);
        }
        for (ProcessHandle process : marked(files)) {
            found.put(process.pid(), process);
        }
        Optional<ProcessHandle> kafka =
                ProcessMark.read(files.pid("kafka")).flatMap(ProcessMark::alive);
        for (ProcessHandle process : found.values()) {
            // Services lose nothing however they end, and would wait long for a broker that is
            // leaving too. The broker closes its log, which makes its next start short.
            if (kafka.filter(process::equals).isPresent()) {
                process.destroy();
            } else {
                process.destroyForcibly();
            }
        }
        for (ProcessHandle process : found.values()) {
            Stopping.gracefully(process, PATIENCE);
        }
        boolean database = Files.exists(files.postgres().resolve("postmaster.pid"));
        LocalPostgres.stopOrphan(files.postgres());
        removePidFiles(files);
        return found.size() + (database ? 1 : 0);
    }

    /** From pid files, without PostgreSQL, which is stopped in its own way. */
    private static List<ProcessHandle> named(HouseFiles files) throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        for (Path file : pidFiles(files)) {
            if (!file.equals(files.pid("postgres")) && !file.equals(files.pid("launcher"))) {
                ProcessMark.read(file).flatMap(ProcessMark::alive).ifPresent(processes::add);
            }
        }
        return processes;
    }

    /** One may have been started just before its launcher was killed, and have no pid file yet. */
    private static List<ProcessHandle> marked(HouseFiles files) {
        String mark = mark(files.data());
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(
                        process ->
                                process.info()
                                        .arguments()
                                        .map(arguments -> List.of(arguments).contains(mark))
                                        .orElse(false))
                .toList();
    }

    private static void removePidFiles(HouseFiles files) throws IOException {
        for (Path file : pidFiles(files)) {
            if (!file.equals(files.pid("launcher"))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> pidFiles(HouseFiles files) throws IOException {
        Path run = files.data().resolve("run");
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(run)) {
            return all.filter(file -> file.toString().endsWith(".pid")).toList();
        }
    }
}
