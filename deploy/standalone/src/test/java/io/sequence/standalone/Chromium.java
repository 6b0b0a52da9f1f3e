package io.sequence.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The system's Chromium. On a Debian without one, root has it installed; a browser is never taken
 * from anywhere else.
 */
final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");

    private static final long PATIENCE_MINUTES = 10;

    private Chromium() {}

    /** The program: what {@code SEQUENCE_CHROMIUM} names, else the first on the path. */
    static Path found() throws IOException, InterruptedException {
        String named = System.getenv("SEQUENCE_CHROMIUM");
        if (named != null && !named.isBlank()) {
            return Path.of(named);
        }
        Optional<Path> there = onPath();
        if (there.isEmpty() && mayInstall()) {
            run("apt-get", "update");
            run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
            there = onPath();
        }
        return there.orElseThrow(
                () ->
                        new IllegalStateException(
                                "The browser tests need Chromium: install the package"
                                        + " \"chromium\" (Debian: apt-get install chromium), or"
                                        + " name a Chromium or Chrome in SEQUENCE_CHROMIUM."));
    }

    private static Optional<Path> onPath() {
        List<Path> folders = Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList();
        return NAMES.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean mayInstall() {
        return "root".equals(System.getProperty("user.name"))
                && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile(Path.of("target").toAbsolutePath(), "apt", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(said.toFile());
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " does not end: " + said);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " failed: " + Files.readString(said));
        }
        Files.delete(said);
    }
}
