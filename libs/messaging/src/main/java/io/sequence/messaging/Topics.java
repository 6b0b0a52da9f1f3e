package io.sequence.messaging;

import io.sequence.events.EventCatalog;
import io.sequence.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Makes the catalogue's topics, with their dead-letter topics, where they are missing. */
public final class Topics {
    private static final long TIMEOUT_SECONDS = 30;
    private static final String DEAD_LETTER_RETENTION_MILLIS =
            Long.toString(TimeUnit.DAYS.toMillis(30));

    private Topics() {}

    /**
     * Makes what is missing and leaves what is there.
     *
     * @param bootstrapServers {@code host:port} of a broker
     * @param prefix in front of every name; empty in production
     * @throws IllegalStateException when the broker does not do it in time
     */
    public static void provision(String bootstrapServers, String prefix) {
        try (Admin admin =
                Admin.create(
                        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            var present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            var missing =
                    wanted(prefix).stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .toList();
            admin.createTopics(missing).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof org.apache.kafka.common.errors.TopicExistsException)) {
                throw new IllegalStateException("topics cannot be made: " + Trouble.describe(e), e);
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("topics cannot be made: the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while making topics", e);
        }
    }

    private static List<NewTopic> wanted(String prefix) {
        var wanted = new ArrayList<NewTopic>();
        for (Topic<?> topic : EventCatalog.topics()) {
            String retention = Long.toString(topic.retention().toMillis());
            // A segment is deleted as a whole and never while it is open, so it must close well
            // before.
            String segment = Long.toString(Math.max(60_000, topic.retention().toMillis() / 3));
            wanted.add(
                    new NewTopic(prefix + topic.name(), topic.partitions(), (short) -1)
                            .configs(
                                    Map.of(
                                            TopicConfig.RETENTION_MS_CONFIG, retention,
                                            TopicConfig.SEGMENT_MS_CONFIG, segment)));
            // A dead letter must not outlive a one-time code that it may carry.
            String deadRetention =
                    topic.name().equals("mail.requested")
                            ? retention
                            : DEAD_LETTER_RETENTION_MILLIS;
            wanted.add(
                    new NewTopic(prefix + topic.deadLetter(), 1, (short) -1)
                            .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, deadRetention)));
        }
        return wanted;
    }
}
