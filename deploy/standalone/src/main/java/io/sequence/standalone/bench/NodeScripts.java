package io.sequence.standalone.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The scripts of a folder of {@code src/test}, with the packages that their lock file names, in the
 * folder of the same name in {@code target}: for browser tests, for tests with other people's
 * clients, and for the benchmark beside one.
 */
public final class NodeScripts {

    /** Made where the scripts lie when somebody runs them by hand. */
    private static final String PACKAGES = "node_modules";

    private static final Duration OF_A_SCRIPT = Duration.ofMinutes(2);
    private static final Duration OF_THE_PACKAGES = Duration.ofMinutes(5);

    private final Path place;

    private NodeScripts(Path place) {
        this.place = place;
    }

    /**
     * What a command came to.
     *
     * @param status 0 when all went well
     * @param said both of its outputs
     */
    public record Ended(int status, String out, String said) {}

    /**
     * Copies the scripts and fetches their packages unless they are there already.
     *
     * @param module the folder of {@code deploy/standalone}
     * @param folder of {@code src/test}
     */
    public static synchronized NodeScripts installed(Path module, String folder)
            throws IOException, InterruptedException {
        Path place = module.resolve("target").resolve(folder).toAbsolutePath();
        NodeScripts scripts = new NodeScripts(place);
        Files.createDirectories(place);
        removeScripts(place);
        copy(module.resolve("src").resolve("test").resolve(folder), place);
        Path lock = place.resolve("package-lock.json");
        Path fetched = place.resolve("fetched-lock.json");
        if (!Files.exists(fetched) || Files.mismatch(lock, fetched) >= 0) {
            List<String> fetch =
                    List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            good(fetch, scripts.ended(fetch, Map.of(), OF_THE_PACKAGES));
            Files.copy(lock, fetched, StandardCopyOption.REPLACE_EXISTING);
        }
        return scripts;
    }

    /** Where they are. */
    public Path place() {
        return place;
    }

    /** What a script prints; an error when it ends with anything but 0. */
    public String run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = command(script, arguments);
        return good(command, ended(command, Map.of(), OF_A_SCRIPT)).out();
    }

    /** Runs a script that may end as it likes, within its time. */
    public Ended run(
            Map<String, String> environment, Duration patience, String script, String... arguments)
            throws IOException, InterruptedException {
        return ended(command(script, arguments), environment, patience);
    }

    private static List<String> command(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Ended good(List<String> command, Ended ended) {
        if (ended.status() != 0) {
            throw new IllegalStateException(command + " failed: " + ended.said());
        }
        return ended;
    }

    private Ended ended(List<String> command, Map<String, String> environment, Duration patience)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(place, "out", ".txt");
        Path err = Files.createTempFile(place, "err", ".txt");
        try {
            Process process = start(command, environment, out, err);
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                end(process);
                throw new IllegalStateException(
                        command + " does not end: " + Files.readString(out));
            }
            String printed = Files.readString(out, StandardCharsets.UTF_8);
            return new Ended(process.exitValue(), printed, printed + Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Process start(
            List<String> command, Map<String, String> environment, Path out, Path err) {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(place.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    command.getFirst() + " cannot be run: Node 20.19 or newer is needed", absent);
        }
    }

    /** One that is gone from the sources would be run otherwise. */
    private static void removeScripts(Path place) throws IOException {
        try (Stream<Path> all = Files.list(place)) {
            for (Path file : all.filter(NodeScripts::isScript).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isScript(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".mjs") || name.endsWith(".ts");
    }

    private static void copy(Path sources, Path place) throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path name = sources.relativize(file);
                if (!name.startsWith(PACKAGES)) {
                    Path copy = place.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
