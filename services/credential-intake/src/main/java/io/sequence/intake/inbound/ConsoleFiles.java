package io.sequence.intake.inbound;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files of the console, as {@code services/web-console} packs them: read once, kept in memory,
 * found by their exact names and in no other way, so that no path leads anywhere else.
 */
@ApplicationScoped
class ConsoleFiles {
    private static final String FOLDER = "META-INF/console/";
    private static final String LIST = "files.txt";

    private final Map<String, ConsoleFile> files;

    ConsoleFiles() {
        files =
                new String(read(LIST), StandardCharsets.UTF_8)
                        .lines()
                        .map(ConsoleFiles::file)
                        .collect(Collectors.toUnmodifiableMap(ConsoleFile::path, file -> file));
    }

    /**
     * A file.
     *
     * @param path below the root, without a slash in front: {@code assets/console-x.js}
     * @param type its media type
     * @param tag changes with its content
     * @param plain its bytes
     * @param gzip its bytes compressed; null for what is not text
     */
    record ConsoleFile(String path, String type, String tag, Buffer plain, @Nullable Buffer gzip) {}

    /** The file of that name. */
    Optional<ConsoleFile> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** A line of the list: path, media type, hash and {@code gzip} or {@code plain}. */
    private static ConsoleFile file(String line) {
        String[] told = line.split("\t", -1);
        if (told.length != 4) {
            throw new IllegalStateException("the console's list of files is none: " + line);
        }
        String path = told[0];
        return new ConsoleFile(
                path,
                told[1],
                told[2],
                Buffer.buffer(read(path)),
                told[3].equals("gzip") ? Buffer.buffer(read(path + ".gz")) : null);
    }

    private static byte[] read(String path) {
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IllegalStateException("the console is not in this build: no " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the console's " + path + " cannot be read", e);
        }
    }
}
