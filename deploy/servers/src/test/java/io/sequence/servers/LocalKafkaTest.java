package io.sequence.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    @TempDir private Path folder;
    private Process broker;

    @AfterEach
    void stopBroker() throws Exception {
        broker.destroy();
        assertThat(broker.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void comesBackWithItsTopicsAfterAKill() throws Exception {
        int port = FreePort.find();
        start(port);
        try (Admin admin = admin(port)) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(3), Optional.empty())))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }

        broker.destroyForcibly().waitFor();
        start(port);

        try (Admin admin = admin(port)) {
            assertThat(
                            admin.describeTopics(List.of("kept"))
                                    .allTopicNames()
                                    .get(20, TimeUnit.SECONDS)
                                    .get("kept")
                                    .partitions())
                    .hasSize(3);
        }
    }

    private void start(int port) throws Exception {
        broker =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "-cp",
                                "target/classes:target/lib/*",
                                LocalKafka.class.getName(),
                                Integer.toString(port),
                                folder.resolve("data").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("kafka.log").toFile())
                        .start();
        assertThat(
                        KafkaReadiness.await(
                                "127.0.0.1:" + port, Duration.ofSeconds(60), broker::isAlive))
                .isTrue();
    }

    private static Admin admin(int port) {
        return Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + port));
    }
}
