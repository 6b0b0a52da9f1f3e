package io.sequence.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A component's ahead-of-time cache (JEP 483, 514): classes as a training run left them loaded and
 * linked, which halves the time to start. It belongs to one artifact, and a virtual machine that
 * finds it unfit goes without.
 *
 * @param file the cache
 * @param artifact the jar that it was made for
 */
record StartCache(Path file, Path artifact) {

    /** What to start the virtual machine with. */
    List<String> options(boolean training) throws IOException {
        if (training) {
            return List.of("-XX:AOTCacheOutput=" + file, "-Xlog:aot=off", "-Xlog:cds=off");
        }
        return isFresh()
                ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:cds=off")
                : List.of();
    }

    /** Whether it is there and younger than the artifact. */
    boolean isFresh() throws IOException {
        return Files.exists(file)
                && Files.exists(artifact)
                && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(artifact))
                        > 0;
    }
}
