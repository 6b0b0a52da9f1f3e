package io.sequence.testing;

import io.sequence.servers.BuildServers;
import io.sequence.servers.PostgresServer;
import io.sequence.servers.ProcessMark;
import io.sequence.servers.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One detached process with PostgreSQL and Kafka for each build, found by the build's process id.
 */
final class EmbeddedServers {

    private static final int PATIENCE_SECONDS = 90;

    private EmbeddedServers() {}

    /** Those of this build; starts them when this is the first test process to ask. */
    static Servers find() {
        try {
            return find(HouseFolder.find().resolve("deploy/servers/target"), build());
        } catch (IOException e) {
            throw new IllegalStateException("the test servers could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the test servers started", e);
        }
    }

    private static Servers find(Path target, ProcessMark build)
            throws IOException, InterruptedException {
        Path all = WholeFile.folder(target.resolve("test-servers"));
        Path folder = all.resolve(build.pid() + "-" + build.startedAt().toEpochMilli());
        try (FileChannel lock =
                        FileChannel.open(
                                all.resolve(folder.getFileName() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var held = lock.lock()) {
            if (!held.isValid()) {
                throw new IOException("the lock was lost");
            }
            Optional<Servers> running = running(folder);
            return running.isPresent() ? running.get() : start(target, folder, build);
        }
    }

    private static Optional<Servers> running(Path folder) throws IOException {
        Path ready = folder.resolve("ready");
        boolean kept =
                ProcessMark.read(folder.resolve("keeper")).flatMap(ProcessMark::alive).isPresent();
        if (!kept || !Files.exists(ready)) {
            return Optional.empty();
        }
        String[] words = Files.readString(ready).strip().split(" ", -1);
        return Optional.of(
                new Servers(
                        new PostgresServer(
                                "127.0.0.1", Integer.parseInt(words[0]), "postgres", words[2]),
                        "127.0.0.1:" + words[1]));
    }

    private static Servers start(Path target, Path folder, ProcessMark build)
            throws IOException, InterruptedException {
        Path libraries = target.resolve("lib");
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException(
                    "deploy/servers is not built: run ./mvnw -pl deploy/servers -am package");
        }
        WholeFile.folder(folder);
        Path log = folder.resolveSibling("servers.log");
        Process keeper =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx512m",
                                "-cp",
                                String.join(
                                        ":",
                                        List.of(
                                                target.resolve("classes").toString(),
                                                libraries.resolve("*").toString())),
                                BuildServers.class.getName(),
                                folder.toString(),
                                Long.toString(build.pid()),
                                Long.toString(build.startedAt().toEpochMilli()))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Optional<ProcessMark> mark = ProcessMark.of(keeper.toHandle());
        if (mark.isPresent()) {
            mark.get().write(folder.resolve("keeper"));
        }
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            Optional<Servers> servers = running(folder);
            if (servers.isPresent()) {
                return servers.get();
            }
            if (keeper.waitFor(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        keeper.destroy();
        throw new IllegalStateException("the test servers did not start; the reason is in " + log);
    }

    /** The nearest Java process above this one, which is Maven under Surefire; else this one. */
    private static ProcessMark build() {
        ProcessHandle self = ProcessHandle.current();
        Optional<ProcessHandle> ancestor = self.parent();
        while (ancestor.isPresent() && !isJava(ancestor.get())) {
            ancestor = ancestor.get().parent();
        }
        return ProcessMark.of(ancestor.orElse(self))
                .orElseThrow(
                        () -> new IllegalStateException("the system tells no process start times"));
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("/java")).orElse(false);
    }
}
