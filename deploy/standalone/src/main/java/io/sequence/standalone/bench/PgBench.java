package io.sequence.standalone.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, from the distribution's packages. */
final class PgBench {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");
    private static final Path USUAL = Path.of("/usr/bin/pgbench");
    private static final int THREADS = 2;

    private final Ground ground;
    private final Path program;

    private PgBench(Ground ground, Path program) {
        this.ground = ground;
        this.program = program;
    }

    /**
     * Finds it, or installs it where that is allowed.
     *
     * @throws BenchTrouble saying what to install
     */
    static PgBench find(Ground ground) throws IOException, InterruptedException {
        Path found = lookUp();
        if (found == null && "root".equals(System.getProperty("user.name"))) {
            install();
            found = lookUp();
        }
        if (found == null) {
            throw new BenchTrouble(
                    "pgbench is missing: install Debian's package postgresql-contrib (or"
                            + " PostgreSQL's client tools) first.");
        }
        return new PgBench(ground, found);
    }

    /**
     * Runs scripts, chosen at random for each transaction, with statements prepared.
     *
     * @return transactions a second, connecting not counted
     */
    double run(List<Path> scripts, Map<String, String> variables, int clients, int seconds)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                program.toString(),
                                "-n",
                                "-M",
                                "prepared",
                                "-h",
                                ground.postgres().host(),
                                "-p",
                                Integer.toString(ground.postgres().port()),
                                "-U",
                                "credential_intake",
                                "-c",
                                Integer.toString(clients),
                                "-j",
                                Integer.toString(Math.min(THREADS, clients)),
                                "-T",
                                Integer.toString(seconds)));
        variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
        command.add(ground.database());
        Path output = Files.createTempFile(ground.folder(), "pgbench", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PGPASSWORD", ground.intakePassword());
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            if (!process.waitFor(seconds + 60L, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new BenchTrouble("pgbench failed: " + lastLine(output));
            }
        } finally {
            process.destroyForcibly();
        }
        return rate(Files.readString(output));
    }

    private static double rate(String text) {
        Matcher failed = FAILED.matcher(text);
        if (failed.find() && !failed.group(1).equals("0")) {
            throw new BenchTrouble("pgbench counted failed transactions: " + failed.group(1));
        }
        Matcher rate = RATE.matcher(text);
        if (!rate.find()) {
            throw new BenchTrouble("pgbench told no rate");
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String lastLine(Path output) throws IOException {
        List<String> lines = Files.readAllLines(output);
        return lines.stream()
                .filter(line -> line.contains("ERROR") || line.contains("error"))
                .findFirst()
                .orElse(lines.isEmpty() ? "no output" : lines.getLast());
    }

    private static @org.jspecify.annotations.Nullable Path lookUp() throws IOException {
        String path = System.getenv().getOrDefault("PATH", "");
        for (String folder : path.split(":", -1)) {
            Path program = Path.of(folder, "pgbench");
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                return versions.map(version -> version.resolve("bin/pgbench"))
                        .filter(Files::isExecutable)
                        .findFirst()
                        .orElse(null);
            }
        }
        return Files.isExecutable(USUAL) ? USUAL : null;
    }

    private static void install() throws IOException, InterruptedException {
        for (String name : List.of("postgresql-contrib", "postgresql-client")) {
            try {
                Process process =
                        new ProcessBuilder(
                                        "apt-get", "install", "-y", "--no-install-recommends", name)
                                .redirectErrorStream(true)
                                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                                .start();
                if (process.waitFor(180, TimeUnit.SECONDS) && lookUp() != null) {
                    return;
                }
                process.destroyForcibly();
            } catch (IOException e) {
                // No apt-get here: the caller says what is missing.
                return;
            }
        }
    }
}
