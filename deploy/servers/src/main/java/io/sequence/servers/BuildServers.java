package io.sequence.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * PostgreSQL and Kafka for the tests of one build, alive as long as the build's process is: {@code
 * BuildServers <folder> <pid of the build> <its start in epoch milliseconds>}. When both answer,
 * {@code <folder>/ready} says where: one line {@code <PostgreSQL port> <Kafka port>
 * <administrator's password>}. The folder is deleted in the end.
 */
public final class BuildServers {

    private static final Logger LOG = Logger.getLogger(BuildServers.class.getName());

    /** Long, as this broker is never started again and a build may keep a machine very busy. */
    private static final Duration SESSION = Duration.ofSeconds(30);

    private BuildServers() {}

    /** Runs until the build's process is gone. */
    public static void main(String[] args) throws Exception {
        if (args.length != 3) {
            System.err.println("usage: BuildServers <folder> <pid> <start in epoch milliseconds>");
            System.exit(2);
        }
        JsonLog.install("build-servers");
        Path folder = WholeFile.folder(Path.of(args[0]).toAbsolutePath());
        ProcessMark build =
                new ProcessMark(
                        Long.parseLong(args[1]), Instant.ofEpochMilli(Long.parseLong(args[2])));
        build.write(folder.resolve("build"));
        removeLeftovers(folder);
        Servers servers = Servers.start(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.stop(folder)));
        build.alive().ifPresent(process -> process.onExit().join());
        System.exit(0);
    }

    private record Servers(LocalPostgres postgres, LocalKafka kafka) {

        static Servers start(Path folder) throws IOException, InterruptedException {
            String password = HexFormat.of().formatHex(SecureRandom.getSeed(16));
            int kafkaPort = FreePort.find();
            CompletableFuture<LocalPostgres> postgres =
                    CompletableFuture.supplyAsync(() -> startPostgres(folder, password));
            LocalKafka kafka = LocalKafka.start(kafkaPort, folder.resolve("kafka"), SESSION);
            Servers servers = new Servers(postgres.join(), kafka);
            if (!KafkaReadiness.await(
                    "127.0.0.1:" + kafkaPort, Duration.ofSeconds(60), () -> true)) {
                throw new IOException("Kafka does not answer");
            }
            WholeFile.write(
                    folder.resolve("ready"),
                    servers.postgres.server().port() + " " + kafkaPort + " " + password + "\n");
            return servers;
        }

        void stop(Path folder) {
            try {
                postgres.close();
                kafka.close();
            } finally {
                deleteQuietly(folder);
                deleteQuietly(folder.resolveSibling(folder.getFileName() + ".lock"));
            }
        }
    }

    private static LocalPostgres startPostgres(Path folder, String password) {
        try {
            return LocalPostgres.start(
                    new LocalPostgres.Settings(
                            folder.resolve("postgres"),
                            folder.resolveSibling("programs"),
                            folder.resolve("postgres.log"),
                            FreePort.find(),
                            password));
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not start", e);
        }
    }

    /** Servers of builds that are gone and whose own keeper was killed. */
    private static void removeLeftovers(Path folder) throws IOException {
        List<Path> others;
        try (Stream<Path> siblings = Files.list(folder.resolveSibling(""))) {
            others =
                    siblings.filter(sibling -> Files.exists(sibling.resolve("build")))
                            .filter(sibling -> !sibling.equals(folder))
                            .toList();
        }
        for (Path other : others) {
            boolean abandoned =
                    ProcessMark.read(other.resolve("build")).flatMap(ProcessMark::alive).isEmpty();
            if (abandoned) {
                PostgresOrphan.stop(other.resolve("postgres"));
                deleteQuietly(other);
                Files.deleteIfExists(other.resolveSibling(other.getFileName() + ".lock"));
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            PostgresBinaries.delete(folder);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "left behind: " + folder, e);
        }
    }
}
