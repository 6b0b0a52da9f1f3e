package io.sequence.standalone;

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
 * target/node}.
 */
final class NodeScripts {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path PLACE = Path.of("target", "node");

    private NodeScripts() {}

    /** Copies the scripts and fetches their packages unless they are there already. */
    static synchronized NodeScripts installed() throws IOException, InterruptedException {
        Files.createDirectories(PLACE);
        Path lock = PLACE.resolve("package-lock.json");
        Path fetched = PLACE.resolve("fetched-lock.json");
        try (Stream<Path> all = Files.list(SOURCES)) {
            for (Path file : all.toList()) {
                Files.copy(
                        file,
                        PLACE.resolve(file.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!Files.exists(fetched) || Files.mismatch(lock, fetched) >= 0) {
            output(
                    List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"),
                    TimeUnit.MINUTES.toSeconds(5));
            Files.copy(lock, fetched, StandardCopyOption.REPLACE_EXISTING);
        }
        return new NodeScripts();
    }

    /** What a script prints; an error when it ends with anything but 0. */
    String run(String script, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return output(command, TimeUnit.MINUTES.toSeconds(2));
    }

    private static String output(List<String> command, long patienceSeconds)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(PLACE.toAbsolutePath(), "out", ".txt");
        Path err = Files.createTempFile(PLACE.toAbsolutePath(), "err", ".txt");
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

    private static Process start(List<String> command, Path out, Path err) {
        try {
            return new ProcessBuilder(command)
                    .directory(PLACE.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
        } catch (IOException absent) {
            throw new IllegalStateException(
                    command.getFirst() + " cannot be run: the tests need Node 20 or newer", absent);
        }
    }
}
