package io.sequence.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.EventCatalog;
import io.sequence.servers.FreePort;
import io.sequence.servers.ProcessMark;
import io.sequence.testing.Eventually;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The servers of a house, without its services. */
class HouseTest {

    @TempDir private Path data;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HouseFiles files;
    private HousePorts ports;
    private HouseSecrets secrets;
    private House house;

    @BeforeEach
    void start() throws IOException {
        Path sources = Path.of("..", "..").toAbsolutePath().normalize();
        files = new HouseFiles(sources, data.resolve("house"));
        files.prepare();
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of("MAIL", "SMTP", "KAFKA", "POSTGRES", "SIMULATOR", "HTTP")) {
            environment.put("SEQUENCE_" + name + "_PORT", Integer.toString(FreePort.find()));
        }
        ports = HousePorts.from(environment);
        secrets = new HouseSecrets(files);
        secrets.prepare();
        Blueprint blueprint =
                new Blueprint(
                        files, ports, new ServiceSettings(files, ports, secrets), environment);
        house =
                new House(
                        files,
                        ports,
                        secrets,
                        blueprint,
                        List.of(),
                        new PrintStream(printed, true, StandardCharsets.UTF_8));
        house.start();
    }

    @AfterEach
    void stop() {
        house.stop();
    }

    @Test
    void standsUpAgainAfterItsServersWereKilledAndLeavesNothingRunning() throws Exception {
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("postgres", "kafka", "inbox", "127.0.0.1:" + ports.kafka().number());
        assertThat(topics()).contains(EventCatalog.topics().getFirst().name());
        assertThat(vaultTables()).isPositive();

        ProcessHandle postgres = running("postgres");
        ProcessHandle kafka = running("kafka");
        postgres.destroyForcibly();
        kafka.destroyForcibly();
        awaitAnother("postgres", postgres.pid());
        awaitAnother("kafka", kafka.pid());

        Eventually.await()
                .atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .until(() -> vaultTables() > 0 && !topics().isEmpty());
        List<ProcessHandle> all = List.of(running("postgres"), running("kafka"), running("inbox"));
        house.stop();
        assertThat(all).noneMatch(ProcessHandle::isAlive);
    }

    private void awaitAnother(String component, long than) {
        Eventually.await()
                .atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                ProcessMark.read(files.pid(component))
                                        .flatMap(ProcessMark::alive)
                                        .filter(process -> process.pid() != than)
                                        .isPresent());
    }

    private ProcessHandle running(String component) throws IOException {
        return ProcessMark.read(files.pid(component)).flatMap(ProcessMark::alive).orElseThrow();
    }

    private java.util.Set<String> topics() throws Exception {
        try (Admin admin =
                Admin.create(
                        Map.of(
                                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                                "127.0.0.1:" + ports.kafka().number()))) {
            return admin.listTopics().names().get(20, TimeUnit.SECONDS);
        }
    }

    private int vaultTables() throws Exception {
        try (Connection admin =
                        new PostgresComponent(
                                        files, ports.postgres().number(), secrets.adminPassword())
                                .server()
                                .connect(House.DATABASE);
                var rows =
                        admin.createStatement()
                                .executeQuery(
                                        "SELECT count(*) FROM pg_tables WHERE schemaname ="
                                                + " 'vault'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
