package io.sequence.standalone;

import io.sequence.servers.JsonLog;
import io.sequence.servers.ProcessMark;
import io.sequence.servers.WholeFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code up}: starts the house and stays until it is told to stop. */
final class UpCommand {

    private static final long LOG_LIMIT_BYTES = 20L << 20;

    private final HouseFiles files;
    private final PrintStream out;
    private final Map<String, String> environment;

    UpCommand(HouseFiles files, Map<String, String> environment, PrintStream out) {
        this.files = files;
        this.environment = environment;
        this.out = out;
    }

    /**
     * Runs until SIGTERM or Ctrl-C.
     *
     * @param reset whether to begin with no data
     */
    void run(boolean reset) throws IOException {
        long begin = System.nanoTime();
        files.prepare();
        HousePorts ports = HousePorts.from(environment);
        // The lock ends with the process, however that ends, so that a killed launcher blocks
        // nobody.
        try (FileChannel lock =
                FileChannel.open(
                        files.run("launcher.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            if (!isOurs(lock)) {
                throw new HouseTrouble(
                        "A house is running on "
                                + files.data()
                                + " already: stop it first with ./sequence down.");
            }
            int orphans = Orphans.stop(files);
            if (orphans > 0) {
                out.println("stopped " + orphans + " that an earlier launcher left behind");
            }
            if (reset) {
                Wiping.wipe(files);
                files.prepare();
                out.println("wiped " + files.data());
            }
            ports.requireFree();
            live(ports, begin);
        }
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void live(HousePorts ports, long begin) throws IOException {
        keepLogsShort();
        PrintStream log =
                new PrintStream(new FileOutputStream(files.log("launcher").toFile(), true), true);
        JsonLog.install("launcher", log);
        HouseSecrets secrets = new HouseSecrets(files);
        boolean showOperator = secrets.prepare();
        House house = lay(ports, secrets);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    out.println("stopping");
                                    house.stop();
                                    forgetLauncher();
                                    out.println("stopped");
                                    stopped.countDown();
                                },
                                "house-shutdown"));
        remember(house);
        house.start();
        if (showOperator) {
            out.println(
                    "operator           "
                            + House.OPERATOR
                            + " / "
                            + secrets.operatorPassword()
                            + "   (shown once; kept in "
                            + files.secret("operator-password")
                            + ")");
        }
        out.printf(
                Locale.ROOT,
                "ready http://localhost:%d   after %.1f s%n",
                ports.http().number(),
                (System.nanoTime() - begin) / 1e9);
        awaitEnd(stopped);
    }

    private House lay(HousePorts ports, HouseSecrets secrets) throws IOException {
        ServiceSettings settings = new ServiceSettings(files, ports, secrets);
        Blueprint blueprint = new Blueprint(files, ports, settings, environment);
        return new House(files, ports, secrets, blueprint, HouseService.wanted(environment), out);
    }

    private void remember(House house) throws IOException {
        ProcessMark.of(ProcessHandle.current())
                .orElseThrow(() -> new HouseTrouble("The system tells no process start times."))
                .write(files.pid("launcher"));
        WholeFile.write(
                files.run("components"),
                house.all().stream()
                        .map(Supervised::component)
                        .map(component -> component.name() + " " + component.port() + "\n")
                        .collect(Collectors.joining()));
    }

    private void forgetLauncher() {
        try {
            Files.deleteIfExists(files.pid("launcher"));
        } catch (IOException e) {
            out.println("left behind: " + files.pid("launcher"));
        }
    }

    private static void awaitEnd(CountDownLatch stopped) {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keepLogsShort() throws IOException {
        try (Stream<Path> logs = Files.list(files.data().resolve("logs"))) {
            for (Path log : logs.filter(path -> path.toString().endsWith(".log")).toList()) {
                if (Files.size(log) > LOG_LIMIT_BYTES) {
                    Files.move(
                            log,
                            log.resolveSibling(log.getFileName() + ".old"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
