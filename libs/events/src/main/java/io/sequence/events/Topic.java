package io.sequence.events;

import java.time.Duration;
import java.util.List;

/**
 * One topic.
 *
 * @param name e.g. {@code key.submitted}; also the CloudEvents type
 * @param payload the record that its values are
 * @param writer the one service that writes it
 * @param readers the services that hear it
 * @param partitions how many; a connection's facts stay in one
 * @param retention how long facts are kept
 * @param meaning one sentence
 */
public record Topic<T extends Event>(
        String name,
        Class<T> payload,
        String writer,
        List<String> readers,
        int partitions,
        Duration retention,
        String meaning) {
    private static final String DEAD_LETTER = ".dead-letter";

    /** Where records go that no consumer could make sense of. */
    public String deadLetter() {
        return name + DEAD_LETTER;
    }
}
