package io.sequence.testing;

import io.sequence.servers.PostgresServer;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * PostgreSQL and Kafka in containers, one pair for each test process; Testcontainers removes them.
 */
final class ContainerServers {

    private ContainerServers() {}

    static Servers find() {
        return Running.SERVERS;
    }

    private static final class Running {
        static final Servers SERVERS = start();

        // Both live as long as the test process: Testcontainers' reaper ends them.
        @SuppressWarnings("resource")
        private static Servers start() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                throw new IllegalStateException(
                        "-Dinfra=containers needs a container engine, and none answers");
            }
            PostgreSQLContainer postgres =
                    new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                            .withUsername("postgres")
                            .withPassword("test-admin")
                            .withDatabaseName("postgres");
            KafkaContainer kafka =
                    new KafkaContainer(DockerImageName.parse("apache/kafka:4.1.1"))
                            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            postgres.start();
            kafka.start();
            return new Servers(
                    new PostgresServer(
                            postgres.getHost(),
                            postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                            "postgres",
                            "test-admin"),
                    kafka.getBootstrapServers());
        }
    }
}
