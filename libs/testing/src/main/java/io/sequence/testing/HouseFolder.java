package io.sequence.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the sources of the house are. */
final class HouseFolder {

    private HouseFolder() {}

    /** The nearest folder, upwards from the working directory, that holds {@code mvnw}. */
    static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder above " + start + " holds mvnw");
    }
}
