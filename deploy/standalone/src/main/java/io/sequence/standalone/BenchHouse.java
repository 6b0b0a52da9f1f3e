package io.sequence.standalone;

import io.sequence.servers.JsonLog;
import io.sequence.servers.PostgresServer;
import io.sequence.servers.ProcessMark;
import io.sequence.standalone.bench.Ground;
import io.sequence.standalone.bench.Watcher.Watching;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A house for one measurement: begins with no data, runs a single service with the options of
 * production and several as {@code up} does, and leaves nothing behind but, after trouble, its
 * logs.
 */
final class BenchHouse implements AutoCloseable {

    private static final int FIRST_PORT = 19_000;
    private static final String JAVA_OPTIONS = "SEQUENCE_JAVA_OPTIONS";
    // Later options win over the house's own: the optimising compiler and room for its work.
    private static final String AS_IN_PRODUCTION = "-XX:TieredStopAtLevel=4 -Xmx768m";
    // A hundred thousand simulated accounts are larger than what is measured, and what a second of
    // pings leaves behind fits into the young generation.
    private static final String WITH_ROOM = "-XX:TieredStopAtLevel=4 -Xmx2g -Xmn512m";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HouseFiles files;
    private final Map<String, String> environment;
    private final FileChannel lock;
    private final HousePorts ports;
    private final HouseSecrets secrets;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<Component, ProcessHandle> watching = new ConcurrentHashMap<>();
    private @Nullable Blueprint blueprint;
    private @Nullable House house;

    private BenchHouse(HouseFiles files, Map<String, String> environment, FileChannel lock) {
        this.files = files;
        this.environment = environment;
        this.lock = lock;
        this.ports = HousePorts.from(environment);
        this.secrets = new HouseSecrets(files);
    }

    /**
     * An empty house below the data folder; what an earlier, killed benchmark left is removed.
     *
     * @throws HouseTrouble when another benchmark runs, or a port is taken
     */
    static BenchHouse open(HouseFiles standing, Map<String, String> environment)
            throws IOException {
        HouseFiles files = new HouseFiles(standing.sources(), standing.data().resolve("bench"));
        Files.createDirectories(standing.data());
        FileChannel lock =
                FileChannel.open(
                        standing.data().resolve("bench.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (!isOurs(lock)) {
            lock.close();
            throw new HouseTrouble("Another benchmark is running on " + files.data() + ".");
        }
        Orphans.stop(files);
        delete(files.data());
        files.prepare();
        return new BenchHouse(files, settings(environment), lock);
    }

    /** Starts servers and services; returns when all are ready. */
    void start(List<HouseService> services, PrintStream out) throws IOException {
        if (services.size() == 1) {
            // Seven cold optimising compilers side by side would be all that is measured.
            String options =
                    services.contains(HouseService.VENUE_SIMULATOR) ? WITH_ROOM : AS_IN_PRODUCTION;
            environment.merge(JAVA_OPTIONS, "", (own, none) -> options + " " + own);
        }
        ports.requireFree();
        JsonLog.install(
                "bench",
                new PrintStream(new FileOutputStream(files.log("launcher").toFile(), true), true));
        secrets.prepare();
        ServiceSettings settings = new ServiceSettings(files, ports, secrets);
        Blueprint processes = new Blueprint(files, ports, settings, environment);
        blueprint = processes;
        house = new House(files, ports, secrets, processes, services, out);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "bench-shutdown"));
        house.start();
    }

    /** What the benchmarks stand on. */
    Ground ground() throws IOException {
        return new Ground(
                "http://127.0.0.1:" + ports.http().number(),
                "http://127.0.0.1:" + ports.simulator().number(),
                "127.0.0.1:" + ports.kafka().number(),
                new PostgresServer(
                        "127.0.0.1",
                        ports.postgres().number(),
                        "postgres",
                        secrets.adminPassword()),
                House.DATABASE,
                secrets.databasePassword(HouseService.CREDENTIAL_INTAKE.role()),
                secrets.jwtPrivateKey(),
                secrets.vaultPublicKeyset(),
                files.target("services/credential-intake")
                        .resolve(Path.of("classes", "sql", "take-submission.sql")),
                files.data(),
                files.sources().resolve(Path.of("deploy", "standalone")),
                this::processOf);
    }

    /**
     * Starts health-check beside what runs, with settings beyond the house's own.
     *
     * @throws HouseTrouble when it does not get ready
     */
    Watching watch(Map<String, String> settings) throws IOException {
        HouseService service = HouseService.HEALTH_CHECK;
        JavaComponent component =
                Objects.requireNonNull(blueprint, "started first")
                        .instance(service, service.title(), service.port(ports), settings);
        ProcessHandle process = component.start().toHandle();
        watching.put(component, process);
        Watching started =
                new Watching(
                        "http://127.0.0.1:" + component.port(),
                        process.pid(),
                        () -> end(component, process));
        awaitReady(component, process);
        return started;
    }

    private void awaitReady(JavaComponent component, ProcessHandle process) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!component.isReady()) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new HouseTrouble(
                            component.name()
                                    + " does not get ready; the reason is in "
                                    + files.log(component.name()));
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HouseTrouble("stopped while " + component.name() + " started", e);
        }
    }

    private void end(Component component, ProcessHandle process) {
        component.stop(process);
        watching.remove(component);
    }

    private OptionalLong processOf(String component) {
        try {
            return ProcessMark.read(files.pid(component))
                    .map(mark -> OptionalLong.of(mark.pid()))
                    .orElse(OptionalLong.empty());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** Stops everything and removes the data; call it when the logs are of no further use. */
    void forget() throws IOException {
        stop();
        delete(files.data());
    }

    /** Stops everything; logs stay. */
    @Override
    public void close() throws IOException {
        stop();
        lock.close();
        if (Files.isDirectory(files.data())) {
            for (Path large : List.of(files.postgres(), files.kafka(), files.programs())) {
                delete(large);
            }
            delete(files.data().resolve("secrets"));
            System.err.println("The logs are in " + files.data().resolve("logs") + ".");
        }
    }

    private void stop() {
        watching.forEach(this::end);
        if (house != null && closed.compareAndSet(false, true)) {
            house.stop();
        }
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Map<String, String> settings(Map<String, String> environment) {
        int first =
                Integer.parseInt(
                        environment.getOrDefault(
                                "SEQUENCE_BENCH_PORT", Integer.toString(FIRST_PORT)));
        Map<String, String> settings = new HashMap<>();
        int n = 0;
        for (String name :
                List.of("HTTP", "MAIL", "SMTP", "SIMULATOR", "KAFKA", "POSTGRES", "INTERNAL")) {
            settings.put("SEQUENCE_" + name + "_PORT", Integer.toString(first + n++));
        }
        settings.put(JAVA_OPTIONS, environment.getOrDefault(JAVA_OPTIONS, ""));
        return settings;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
