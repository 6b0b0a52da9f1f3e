package io.sequence.standalone.bench;

import java.io.IOException;
import java.util.Map;

/** Starts health-check on the house, one process at a time. */
@FunctionalInterface
public interface Watcher {
    /**
     * Starts it; returns when it is ready.
     *
     * @param settings beyond the house's own, as environment variables
     */
    Watching start(Map<String, String> settings) throws IOException;

    /**
     * The process.
     *
     * @param url where it answers
     * @param pid its number
     * @param end ends it gracefully
     */
    record Watching(String url, long pid, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
