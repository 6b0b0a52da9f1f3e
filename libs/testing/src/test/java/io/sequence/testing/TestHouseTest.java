package io.sequence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestHouseTest {

    private static TestHouse house;

    @BeforeAll
    static void openHouse() {
        house = TestHouse.open();
    }

    @AfterAll
    static void closeHouse() {
        house.close();
    }

    @Test
    void runsOnADatabaseThatKeepsItsPromises() throws Exception {
        try (Connection mailer = house.dataSource("mailer").getConnection();
                ResultSet row = mailer.createStatement().executeQuery("SHOW synchronous_commit")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void keepsTwoHousesApart() throws Exception {
        try (TestHouse other = TestHouse.open();
                Connection mine = house.dataSource("mailer").getConnection();
                Connection others = other.dataSource("mailer").getConnection()) {
            mine.createStatement().execute("CREATE TABLE apart AS SELECT 1 AS id");

            assertThat(other.topicPrefix()).isNotEqualTo(house.topicPrefix());
            assertThatThrownBy(() -> others.createStatement().execute("SELECT * FROM apart"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not exist");
        }
    }

    @Test
    void holdsServicesToTheirOwnSchema() throws Exception {
        try (Connection mailer = house.dataSource("mailer").getConnection();
                Connection intake = house.dataSource("credential-intake").getConnection()) {
            mailer.createStatement().execute("CREATE TABLE own AS SELECT 1 AS id");

            assertThatThrownBy(() -> intake.createStatement().execute("SELECT * FROM mailer.own"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void readsATopicFromTheBeginningEachTime() {
        EventProbe events = house.events();
        events.publish("key.submitted", "connection", "{\"a\":1}", Map.of("ce_type", "t"));
        events.publish("key.submitted", "connection", "no json", Map.of());

        EventProbe.Seen seen =
                events.await("key.submitted", record -> "{\"a\":1}".equals(record.value()));

        assertThat(seen.key()).isEqualTo("connection");
        assertThat(seen.headers()).containsEntry("ce_type", "t");
        assertThat(events.all("key.submitted"))
                .extracting(EventProbe.Seen::value)
                .containsExactly("{\"a\":1}", "no json");
    }

    @Test
    void saysWhatCameInsteadOfWhatWasAwaited() {
        EventProbe events = house.events();
        events.publish("key.health", "connection", "something else", Map.of());

        assertThatThrownBy(
                        () -> events.await("key.health", record -> false, Duration.ofMillis(500)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("something else");
    }

    @Test
    void givesAServiceItsOwnRole() {
        assertThat(house.settings("key-validation"))
                .containsEntry("quarkus.datasource.username", "key_validation")
                .containsEntry("quarkus.datasource.jdbc.url", house.jdbcUrl())
                .containsEntry("sequence.kafka.topic-prefix", house.topicPrefix());
        assertThatThrownBy(() -> house.settings("postgres"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
