package io.sequence.standalone;

import io.sequence.servers.KafkaReadiness;
import io.sequence.servers.PostgresServer;
import io.sequence.servers.ProcessMark;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Optional;

/** {@code status}: which components run, where, and whether they are ready. */
final class StatusCommand {

    private final HouseFiles files;
    private final PrintStream out;

    StatusCommand(HouseFiles files, PrintStream out) {
        this.files = files;
        this.out = out;
    }

    /** Prints a line a component; true when all are ready. */
    boolean run() throws IOException, InterruptedException {
        boolean launched =
                ProcessMark.read(files.pid("launcher")).flatMap(ProcessMark::alive).isPresent();
        if (!Files.exists(files.run("components"))) {
            out.println("no house has been started on " + files.data());
            return false;
        }
        boolean allReady = launched;
        for (String line : Files.readAllLines(files.run("components"))) {
            String[] words = line.split(" ", -1);
            allReady &= show(words[0], Integer.parseInt(words[1]));
        }
        if (!launched) {
            out.println("no launcher is running: start the house with ./sequence up");
        }
        return allReady;
    }

    private boolean show(String name, int port) throws IOException, InterruptedException {
        Optional<ProcessHandle> process =
                ProcessMark.read(files.pid(name)).flatMap(ProcessMark::alive);
        boolean ready = process.isPresent() && isReady(name, port);
        out.printf(
                "%-18s %8s   127.0.0.1:%-5d   %s%n",
                name,
                process.map(found -> Long.toString(found.pid())).orElse("-"),
                port,
                ready ? "ready" : process.isPresent() ? "not ready" : "down");
        return ready;
    }

    private boolean isReady(String name, int port) throws IOException, InterruptedException {
        return switch (name) {
            case "postgres" -> databaseAnswers(port);
            case "kafka" -> KafkaReadiness.answers("127.0.0.1:" + port);
            default -> JavaComponent.isHealthy(port);
        };
    }

    private boolean databaseAnswers(int port) throws IOException {
        return new PostgresServer(
                        "127.0.0.1", port, "postgres", new HouseSecrets(files).adminPassword())
                .answers();
    }
}
