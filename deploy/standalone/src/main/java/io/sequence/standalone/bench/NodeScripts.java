package io.sequence.standalone.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The scripts of {@code src/test/node}, with the packages that their lock file names, in {@code
 * target/node}; for tests with other people's clients and for the benchmark beside one.
 */
public final class NodeScripts {
    private final Path place;

    private NodeScripts(Path place) {
        this.place = place;
    }

    /**
     * Copies the scripts and fetches their packages unless they are there already.
     *
     * @param module the folder of {@code deploy/standalone}
     */
    public static synchronized NodeScripts installed(Path module)
            throws IOException, InterruptedException {
        NodeScripts scripts = new NodeScripts(module.resolve(Path.of("target", "node")));
        scripts.install(module.resolve(Path.of("src", "test", "node")));
        return scripts;
    }

    private void install(Path sources) throws IOException, InterruptedException {
        Files.createDirectories(place);
        Path lock = place.resolve("package-lock.json");
        Path fetched = place.resolve("fetched-lock.json");
        try (Stream<Path> all = Files.list(sources)) {
            for (Path file : all.toList()) {
                Files.copy(
                        file,
                        place.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(fetched) || Files.mismatch(lock, fetched) >= 0) {
            output(
                    List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                    TimeUnit.MINUTES.toSeconds(5));
            Files.copy(lock, fetched, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What a script prints; an error when it ends with anything but 0. */
    public String run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return output(command, TimeUnit.MINUTES.toSeconds(2));
    }

    private String output(List<String> command, long patienceSeconds)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(place.toAbsolutePath(), "out", ".txt");
        Path err = Files.createTempFile(place.toAbsolutePath(), "err", ".txt");
        try {
            Process process = start(command, out, err);
            if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " does not end");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        command + " failed: " + Files.readString(out) + Files.readString(err));
            }
            return Files.readString(out, StandardCharsets.UTF_8);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private Process start(List<String> command, Path out, Path err) {
        try {
            return new ProcessBuilder(command)
                    .directory(place.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    command.getFirst() + " cannot be run: Node 20 or newer is needed", absent);
        }
    }
}
