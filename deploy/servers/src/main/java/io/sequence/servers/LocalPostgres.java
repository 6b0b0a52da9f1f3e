package io.sequence.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL as a child process on the loopback address, with fsync and synchronous commit on. A
 * server that an earlier owner left behind on the same folder is stopped first, never joined: it
 * may run with other settings.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration FAST_STOP = Duration.ofSeconds(15);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(5);

    private final Process process;
    private final PostgresServer server;

    private LocalPostgres(Process process, PostgresServer server) {
        this.process = process;
        this.server = server;
    }

    /**
     * How to run the server.
     *
     * @param data the cluster's folder; made on the first start
     * @param programs folder below which the programs are unpacked
     * @param log file that receives what the server prints
     * @param port port on 127.0.0.1
     * @param adminPassword of the superuser {@code postgres}; takes effect when the cluster is made
     */
    public record Settings(Path data, Path programs, Path log, int port, String adminPassword) {

        @Override
        public String toString() {
            return "PostgreSQL on port " + port + " in " + data;
        }
    }

    /** Starts the server and waits until it answers a query. */
    public static LocalPostgres start(Settings settings) throws IOException {
        Path home = PostgresBinaries.unpack(settings.programs());
        PostgresOrphan.stop(settings.data());
        if (!Files.exists(settings.data().resolve("PG_VERSION"))) {
            initialise(home, settings);
        }
        Process process = launch(home, settings);
        PostgresServer server =
                new PostgresServer(
                        "127.0.0.1", settings.port(), "postgres", settings.adminPassword());
        LocalPostgres postgres = new LocalPostgres(process, server);
        try {
            postgres.awaitAnswer(settings);
            return postgres;
        } catch (IOException e) {
            postgres.close();
            throw e;
        }
    }

    /** Where it listens. */
    public PostgresServer server() {
        return server;
    }

    /** The postmaster itself. */
    public Process process() {
        return process;
    }

    /** Stops the server as {@link #stop} does. */
    @Override
    public void close() {
        stop(process.toHandle());
    }

    /**
     * Stops a postmaster: fast, then immediate, then by force. All of them keep what was committed.
     */
    public static void stop(ProcessHandle postmaster) {
        PostgresOrphan.stop(postmaster, FAST_STOP, IMMEDIATE_STOP);
    }

    /** Stops the server that an earlier owner left running on a folder, if there is one. */
    public static void stopOrphan(Path data) throws IOException {
        PostgresOrphan.stop(data);
    }

    private static void initialise(Path home, Settings settings) throws IOException {
        Path parent = settings.data().toAbsolutePath().resolveSibling("");
        WholeFile.folder(parent);
        Path staging = parent.resolve(settings.data().getFileName() + ".making");
        PostgresBinaries.delete(staging);
        PostgresBinaries.delete(settings.data());
        Path password = Files.createTempFile(parent, ".password", "");
        try {
            WholeFile.write(password, settings.adminPassword() + "\n");
            List<String> command = program(home, "initdb");
            command.addAll(
                    List.of(
                            "-D",
                            staging.toString(),
                            "-U",
                            "postgres",
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + password,
                            "-E",
                            "UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8"));
            run(command, settings.log());
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(staging, settings.data());
    }

    private static void run(List<String> command, Path log) throws IOException {
        Process process = builder(command, log).start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(
                        "PostgreSQL's " + command + " failed; the reason is in " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making the database cluster", e);
        }
    }

    private static Process launch(Path home, Settings settings) throws IOException {
        List<String> command = program(home, "postgres");
        command.addAll(List.of("-D", settings.data().toAbsolutePath().toString()));
        for (String setting :
                List.of(
                        "port=" + settings.port(),
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "max_connections=200",
                        "shared_buffers=128MB",
                        "max_wal_size=1GB",
                        "jit=off",
                        "timezone=UTC",
                        "log_timezone=UTC",
                        // A failing statement's text may hold what nobody should find in a log.
                        "log_min_error_statement=panic",
                        "log_parameter_max_length_on_error=0")) {
            command.add("-c");
            command.add(setting);
        }
        return builder(command, settings.log()).start();
    }

    private static ProcessBuilder builder(List<String> command, Path log) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        return builder;
    }

    /**
     * PostgreSQL refuses to run as root; in a user namespace of its own it is nobody in particular.
     */
    private static List<String> program(Path home, String name) {
        List<String> command = new ArrayList<>(OwnSession.prefix());
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux");
        if (linux && "root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(name).toString());
        return command;
    }

    private void awaitAnswer(Settings settings) throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        String last = "no answer";
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = server.connect("postgres");
                    var answer = connection.createStatement().executeQuery("SELECT 1")) {
                if (answer.next()) {
                    return;
                }
            } catch (SQLException e) {
                last = String.valueOf(e.getMessage());
                if ("28P01".equals(e.getSQLState())) {
                    throw new IOException(
                            "PostgreSQL in "
                                    + settings.data()
                                    + " was made with another administrator's password",
                            e);
                }
            }
            if (pause()) {
                break;
            }
        }
        throw new IOException(
                settings + " did not start (" + last + "); more is in " + settings.log());
    }

    private boolean pause() throws IOException {
        try {
            return process.waitFor(40, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while PostgreSQL was starting", e);
        }
    }
}
