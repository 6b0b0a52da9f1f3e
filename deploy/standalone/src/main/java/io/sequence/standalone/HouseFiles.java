package io.sequence.standalone;

import io.sequence.servers.WholeFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where the house's files are.
 *
 * @param sources the folder that holds {@code mvnw}; only artifacts are read there
 * @param data everything that survives: databases, topics, mails, logs, secrets; mode 0700
 */
public record HouseFiles(Path sources, Path data) {

    /** As the script {@code sequence} hands them over. */
    static HouseFiles fromEnvironment() {
        String sources = System.getenv("SEQUENCE_SOURCES");
        String data = System.getenv("SEQUENCE_DATA");
        Path root = Path.of(sources == null ? "" : sources).toAbsolutePath().normalize();
        return new HouseFiles(
                root, data == null ? root.resolve(".sequence") : Path.of(data).toAbsolutePath());
    }

    /** Makes the folders that are missing. */
    void prepare() throws IOException {
        WholeFile.folder(data);
        for (String folder : new String[] {"logs", "run", "secrets", "simulator"}) {
            WholeFile.folder(data.resolve(folder));
        }
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    Path programs() {
        return data.resolve("programs");
    }

    Path kafka() {
        return data.resolve("kafka");
    }

    Path mail() {
        return data.resolve("mail");
    }

    Path simulator() {
        return data.resolve("simulator");
    }

    Path log(String component) {
        return data.resolve("logs").resolve(component + ".log");
    }

    Path pid(String component) {
        return data.resolve("run").resolve(component + ".pid");
    }

    Path run(String name) {
        return data.resolve("run").resolve(name);
    }

    Path secret(String name) {
        return data.resolve("secrets").resolve(name);
    }

    /** Artifacts of a module, e.g. {@code services/mailer}. */
    Path target(String module) {
        return sources.resolve(module).resolve("target");
    }
}
