package io.sequence.standalone;

import io.sequence.servers.ProcessMark;
import io.sequence.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A house for tests: the packaged services and servers as they run in production, on its own ports,
 * with its own data in {@code target/houses/<name>}, which stays there to be looked at until the
 * next run.
 */
final class WholeHouse implements AutoCloseable {

    /** Below the range from which systems take ports for outgoing connections. */
    private static final int FIRST_PORT = 18_900;

    private static final int LAST_PORT = 18_990;

    /** Those of a house, and one for a second instance of a service. */
    private static final int PORTS_EACH = 12;

    private static final int SECOND_INSTANCE = 5;

    private static final String QUICK_TO_BELIEVE =
            "-Dsequence.validation.ambiguous-window=3s -Dsequence.health.ambiguous-window=3s";

    private static @Nullable WholeHouse shared;

    private final HouseFiles files;
    private final HousePorts ports;
    private final HouseSecrets secrets;
    private final Blueprint blueprint;
    private final House house;
    private final List<Instance> instances = new CopyOnWriteArrayList<>();
    private final Thread atExit = new Thread(this::stop, "whole-house-at-exit");
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /**
     * A process beside the house's own that nobody starts again.
     *
     * @param url where it answers
     * @param log what it prints
     */
    record Instance(Component component, Process process, String url, Path log) {

        void awaitReady() {
            Eventually.await(component.name() + " is ready")
                    .atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () -> {
                                if (!process.isAlive()) {
                                    throw new IllegalStateException(
                                            component.name() + " ended: see " + log);
                                }
                                return component.isReady();
                            });
        }
    }

    private WholeHouse(HouseFiles files, HousePorts ports, Map<String, String> environment)
            throws IOException {
        this.files = files;
        this.ports = ports;
        secrets = new HouseSecrets(files);
        secrets.prepare();
        blueprint =
                new Blueprint(
                        files, ports, new ServiceSettings(files, ports, secrets), environment);
        house =
                new House(
                        files,
                        ports,
                        secrets,
                        blueprint,
                        HouseService.wanted(Map.of()),
                        new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    /**
     * The house of all tests that need none to themselves: it starts with the first of them and
     * ends with the virtual machine. Each brings traders of its own and leaves every part running.
     * What a venue does not explain is believed sooner than elsewhere.
     */
    static synchronized WholeHouse shared() throws IOException {
        if (shared == null) {
            shared = start("shared", Map.of("SEQUENCE_JAVA_OPTIONS", QUICK_TO_BELIEVE));
        }
        return shared;
    }

    /** Starts a house without data and waits until all of it is ready. */
    static WholeHouse start(String name) throws IOException {
        return start(name, Map.of());
    }

    /** The same with an environment such as a user of the launcher may have. */
    static WholeHouse start(String name, Map<String, String> environment) throws IOException {
        Path sources = Path.of("..", "..").toAbsolutePath().normalize();
        HouseFiles files =
                new HouseFiles(sources, Path.of("target", "houses", name).toAbsolutePath());
        Orphans.stop(files);
        wipe(files.data());
        files.prepare();
        WholeHouse whole = new WholeHouse(files, freePorts(), environment);
        // The processes live in sessions of their own: an interrupted build must end them too.
        Runtime.getRuntime().addShutdownHook(whole.atExit);
        try {
            whole.house.start();
        } catch (RuntimeException e) {
            whole.close();
            throw e;
        }
        return whole;
    }

    HouseFiles files() {
        return files;
    }

    String http() {
        return "http://localhost:" + ports.http().number();
    }

    String simulator() {
        return "http://localhost:" + ports.simulator().number();
    }

    String inbox() {
        return "http://localhost:" + ports.mail().number();
    }

    String kafka() {
        return "127.0.0.1:" + kafkaPort();
    }

    int kafkaPort() {
        return ports.kafka().number();
    }

    int postgresPort() {
        return ports.postgres().number();
    }

    /** A service's address. */
    URI url(HouseService service, String path) {
        return URI.create("http://127.0.0.1:" + service.port(ports) + path);
    }

    /** The process that runs a component now. */
    ProcessHandle process(String component) throws IOException {
        return ProcessMark.read(files.pid(component)).flatMap(ProcessMark::alive).orElseThrow();
    }

    /** Kills with SIGKILL; the house starts it again. */
    long kill(String component) throws IOException {
        ProcessHandle process = process(component);
        process.destroyForcibly();
        return process.pid();
    }

    /** Sends a signal, such as STOP or CONT, to a process and all that it started. */
    static void signal(String name, ProcessHandle process) throws Exception {
        if (kill(name, List.of(process)) != 0) {
            throw new IllegalStateException("process " + process.pid() + " takes no " + name);
        }
        // Only now: one that stands still starts no more of them.
        List<ProcessHandle> started = process.descendants().toList();
        if (!started.isEmpty()) {
            // Its result says nothing: one of them may have ended by itself meanwhile.
            kill(name, started);
        }
    }

    private static int kill(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        Process kill = new ProcessBuilder(command).inheritIO().start();
        if (!kill.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("kill does not end");
        }
        return kill.exitValue();
    }

    /**
     * Starts a second process of a packaged service, as a second replica would be: one at a time.
     *
     * @param settings beyond those that the house's own process is given
     */
    Instance another(HouseService service, String name, Map<String, String> settings)
            throws IOException {
        int port = ports.internal(SECOND_INSTANCE);
        JavaComponent component = blueprint.instance(service, name, port, settings);
        var instance =
                new Instance(
                        component, component.start(), "http://127.0.0.1:" + port, files.log(name));
        instances.add(instance);
        return instance;
    }

    /** Waits until a component runs in another process than the one named, and is ready. */
    void awaitBack(String component, long killed) {
        Component part =
                house.all().stream()
                        .map(Supervised::component)
                        .filter(one -> one.name().equals(component))
                        .findFirst()
                        .orElseThrow();
        Eventually.await(component + " is back")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> process(component).pid() != killed && part.isReady());
    }

    /** A connection that may read everything. */
    Connection database() throws SQLException {
        try {
            return new PostgresComponent(files, ports.postgres().number(), secrets.adminPassword())
                    .server()
                    .connect(House.DATABASE);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** The rows of a query, each as its columns' texts joined by blanks. */
    List<String> rows(String query) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        }
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The virtual machine is ending already; the hook finds everything stopped.
        }
    }

    private void stop() {
        for (Instance instance : instances) {
            instance.component().stop(instance.process().toHandle());
        }
        house.stop();
    }

    /** The first block of ports that nobody uses; another build may be running its own houses. */
    private static HousePorts freePorts() {
        for (int first = FIRST_PORT; first + PORTS_EACH <= LAST_PORT; first += PORTS_EACH) {
            HousePorts ports =
                    HousePorts.from(
                            Map.of(
                                    "SEQUENCE_HTTP_PORT", Integer.toString(first),
                                    "SEQUENCE_MAIL_PORT", Integer.toString(first + 1),
                                    "SEQUENCE_SMTP_PORT", Integer.toString(first + 2),
                                    "SEQUENCE_SIMULATOR_PORT", Integer.toString(first + 3),
                                    "SEQUENCE_KAFKA_PORT", Integer.toString(first + 4),
                                    "SEQUENCE_POSTGRES_PORT", Integer.toString(first + 5),
                                    "SEQUENCE_INTERNAL_PORT", Integer.toString(first + 6)));
            try {
                ports.requireFree();
                return ports;
            } catch (HouseTrouble taken) {
                continue;
            }
        }
        throw new IllegalStateException(
                "no free ports between " + FIRST_PORT + " and " + LAST_PORT);
    }

    private static void wipe(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
