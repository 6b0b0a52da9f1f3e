package io.sequence.standalone;

import io.sequence.events.EventCatalog;
import io.sequence.events.Topic;
import io.sequence.servers.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Remembers which topics the broker's folder holds, so that services need not wait for the broker
 * to say so.
 */
final class KnownTopics {

    private static final Logger LOG = Logger.getLogger(KnownTopics.class.getName());

    private final Path file;
    private final Path broker;
    private final String catalogue =
            EventCatalog.topics().stream()
                    .map(Topic::name)
                    .sorted()
                    .collect(Collectors.joining("\n", "", "\n"));

    KnownTopics(HouseFiles files) {
        // Inside the broker's folder it would be taken for a topic's.
        file = files.run("topics");
        broker = files.kafka().resolve("meta.properties");
    }

    /** Whether all topics of today's catalogue were made before. */
    boolean areThere() {
        try {
            return Files.exists(broker)
                    && Files.exists(file)
                    && Files.readString(file).equals(catalogue);
        } catch (IOException e) {
            return false;
        }
    }

    /** To be called when they have been made. */
    void remember() {
        try {
            WholeFile.write(file, catalogue);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the next start will wait for the broker", e);
        }
    }
}
