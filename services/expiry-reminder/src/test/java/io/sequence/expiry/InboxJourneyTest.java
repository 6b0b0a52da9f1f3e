package io.sequence.expiry;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.events.EventJson;
import io.sequence.events.KeyValidated;
import io.sequence.messaging.DatabaseTrouble;
import io.sequence.messaging.Inbox;
import io.sequence.messaging.Outbox;
import io.sequence.messaging.PoisonedRecord;
import io.sequence.testing.EventProbe;
import io.sequence.testing.EventProbe.Seen;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.ConnectionId;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** libs/messaging from the topic to the effect; see {@link OutboxJourneyTest} for why here. */
@QuarkusTest
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "expiry-reminder"))
class InboxJourneyTest {
    private static final String TOPIC = "key.validated";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    TestHouse house;
    EventProbe probe;
    @Inject Inbox inbox;
    @Inject Outbox outbox;
    @Inject DataSource dataSource;

    private final ConnectionId connection = ConnectionId.next();
    private final KeyValidated event =
            Facts.validated(connection, 1, Instant.parse("2099-01-01T00:00:00Z"));
    private final UUID id = UUID.randomUUID();
    private final AtomicInteger applied = new AtomicInteger();

    @Test
    void takesAnEventInOnceThoughItComesTwice() throws Exception {
        for (int i = 0; i < 2; i++) {
            inbox.receive(
                    entry(headers(id)),
                    KeyValidated.class,
                    (read, envelope) -> {
                        assertThat(read).isEqualTo(event);
                        assertThat(envelope.id()).isEqualTo(id);
                        applied.incrementAndGet();
                    });
        }
        assertThat(applied).hasValue(1);
        assertThat(notes(id)).isEqualTo(1);
    }

    @Test
    void triesAgainFromTheBeginningAfterAFailure() throws Exception {
        inbox.receive(
                entry(headers(id)),
                KeyValidated.class,
                (read, envelope) -> {
                    if (applied.incrementAndGet() == 1) {
                        throw new IllegalStateException("the first time");
                    }
                });
        assertThat(applied).hasValue(2);
        assertThat(notes(id)).isEqualTo(1);
    }

    @Test
    void givesUpOnWhatFailsForAReasonOfItsOwn() throws Exception {
        assertThatThrownBy(
                        () ->
                                inbox.receive(
                                        entry(headers(id)),
                                        KeyValidated.class,
                                        (read, envelope) -> {
                                            applied.incrementAndGet();
                                            throw new IllegalStateException("never");
                                        }))
                .isInstanceOf(PoisonedRecord.class)
                .hasMessageContaining("IllegalStateException: never");
        assertThat(applied).hasValue(3);
        assertThat(notes(id)).isZero();
    }

    @Test
    void waitsAsLongAsTheDatabaseIsInTrouble() throws Exception {
        inbox.receive(
                entry(headers(id)),
                KeyValidated.class,
                (read, envelope) -> {
                    if (applied.incrementAndGet() < 5) {
                        throw new DatabaseTrouble("test", new SQLException("away", "08006"));
                    }
                });
        assertThat(applied).hasValue(5);
        assertThat(notes(id)).isEqualTo(1);
    }

    @Test
    void outlivesAConnectionThatTheDatabaseEnds() throws Exception {
        inbox.receive(
                entry(headers(id)),
                KeyValidated.class,
                (read, envelope) -> {
                    if (applied.incrementAndGet() == 1) {
                        endOwnConnection();
                    }
                });
        assertThat(applied.get()).isGreaterThan(1);
        assertThat(notes(id)).isEqualTo(1);
    }

    @Test
    void continuesTheTraceIntoTheEffectAndWhatItSays() {
        var current = new AtomicReference<String>();
        Map<String, String> headers = headers(id);
        headers.put("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
        inbox.receive(
                entry(headers),
                KeyValidated.class,
                (read, envelope) -> {
                    current.set(Span.current().getSpanContext().getTraceId());
                    outbox.append(
                            new io.sequence.events.KeyExpired(
                                    read.about(), "label", Instant.EPOCH, true, Instant.EPOCH));
                });
        assertThat(current).hasValue(TRACE);
        Seen said = probe.await("key.expired", seen -> connection.toString().equals(seen.key()));
        assertThat(said.headers().get("traceparent"))
                .startsWith("00-" + TRACE + "-")
                .doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void putsPoisonAsideWithItsReasonAndGoesOn() throws Exception {
        UUID last = UUID.randomUUID();
        Map<String, String> nameless = headers(id);
        nameless.remove("ce_id");
        publish("poison " + connection, headers(UUID.randomUUID()));
        publish(EventJson.write(event), nameless);
        publish("{\"label\":\"" + connection + "\"}", headers(UUID.randomUUID()));
        publish(null, headers(UUID.randomUUID()));
        publish(EventJson.write(event), headers(last));

        await().until(() -> notes(last) == 1);
        assertThat(reason("poison " + connection)).contains("no KeyValidated");
        assertThat(reason(EventJson.write(event))).contains("header ce_id is missing");
        assertThat(reason("{\"label\":\"" + connection + "\"}")).isNotBlank();
        assertThat(reason(null)).contains("null is no KeyValidated");
    }

    private String reason(String value) {
        return probe.await(
                        TOPIC + ".dead-letter",
                        seen ->
                                connection.toString().equals(seen.key())
                                        && java.util.Objects.equals(value, seen.value()))
                .headers()
                .get("dead-letter-reason");
    }

    private void publish(String value, Map<String, String> headers) {
        probe.publish(TOPIC, connection.toString(), value, headers);
    }

    private void endOwnConnection() {
        try (var connected = dataSource.getConnection();
                var end = connected.createStatement()) {
            end.execute("select pg_terminate_backend(pg_backend_pid())");
        } catch (SQLException e) {
            throw new DatabaseTrouble("test", e);
        }
    }

    private long notes(UUID of) throws SQLException {
        try (var connected = house.dataSource("expiry-reminder").getConnection();
                var count =
                        connected.prepareStatement(
                                "select count(*) from inbox where event_id = ?")) {
            count.setObject(1, of);
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private ConsumerRecord<String, String> entry(Map<String, String> headers) {
        var entry =
                new ConsumerRecord<>(TOPIC, 0, 0, connection.toString(), EventJson.write(event));
        headers.forEach(
                (name, value) -> entry.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return entry;
    }

    private static Map<String, String> headers(UUID id) {
        return new HashMap<>(
                Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", id.toString(),
                        "ce_source", "/neighbour",
                        "ce_type", TOPIC,
                        "ce_time", "2027-01-01T00:00:00Z"));
    }
}
