package io.sequence.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Deletes what a house has kept. */
final class Wiping {

    private Wiping() {}

    /** Everything but the unpacked programs, which hold no data, and the launcher's lock. */
    static void wipe(HouseFiles files) throws IOException {
        if (!Files.isDirectory(files.data())) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(files.data())) {
            deepestFirst =
                    all.filter(path -> !path.startsWith(files.programs()))
                            .filter(path -> !path.equals(files.data()))
                            .filter(path -> !path.equals(files.run("launcher.lock")))
                            .filter(path -> !path.equals(files.data().resolve("run")))
                            .sorted(Comparator.reverseOrder())
                            .toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
