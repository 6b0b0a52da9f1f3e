package io.sequence.expiry;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.quarkus.arc.ClientProxy;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.EventJson;
import io.sequence.events.KeyExpired;
import io.sequence.messaging.BrokerReadiness;
import io.sequence.messaging.Outbox;
import io.sequence.messaging.OutboxRelay;
import io.sequence.testing.EventProbe;
import io.sequence.testing.EventProbe.Seen;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * libs/messaging from the outbox to the topic. It stands here because the relay needs a whole
 * service around it, and this one is the smallest that hears and says.
 */
@QuarkusTest
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "expiry-reminder"))
class OutboxJourneyTest {
    private static final String TOPIC = "key.expired";

    TestHouse house;
    EventProbe probe;
    @Inject Outbox outbox;
    @Inject DataSource database;
    @Inject OutboxRelay relay;
    @Inject MeterRegistry meters;
    @Inject OpenTelemetry telemetry;

    private final ConnectionId connection = ConnectionId.next();

    @Test
    void relaysInOrderWhatWasLeftInOrder() {
        ConnectionId other = ConnectionId.next();
        for (long first = 1; first <= 181; first += 20) {
            long from = first;
            QuarkusTransaction.requiringNew()
                    .run(
                            () ->
                                    LongStream.range(from, from + 20)
                                            .forEach(
                                                    number -> {
                                                        outbox.append(fact(connection, number));
                                                        outbox.append(fact(other, number));
                                                    }));
        }
        awaitNumbers(connection, 200);
        awaitNumbers(other, 200);
    }

    @Test
    void forgetsWhatWasRolledBack() {
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    outbox.append(fact(connection, 99));
                                                    throw new IllegalStateException("no");
                                                }))
                .isInstanceOf(RuntimeException.class);
        leave(1, 1);
        awaitNumbers(connection, 1);
    }

    @Test
    void takesNothingOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(fact(connection, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside the transaction");
    }

    @Test
    void wrapsTheFactAsACloudEventOfTheSameTrace() {
        Span act = telemetry.getTracer("test").spanBuilder("act").startSpan();
        try (var scope = act.makeCurrent()) {
            leave(1, 1);
        } finally {
            act.end();
        }
        awaitNumbers(connection, 1);
        Seen seen = seen(connection).getFirst();
        assertThat(seen.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/expiry-reminder")
                .containsEntry("ce_type", TOPIC)
                .containsEntry("ce_subject", connection.toString())
                .containsEntry("content-type", "application/json");
        assertThat(UUID.fromString(seen.headers().get("ce_id")).version()).isEqualTo(7);
        assertThat(Instant.parse(seen.headers().get("ce_time"))).isNotNull();
        assertThat(seen.headers().get("traceparent"))
                .startsWith(
                        "00-%s-%s-"
                                .formatted(
                                        act.getSpanContext().getTraceId(),
                                        act.getSpanContext().getSpanId()));
    }

    @Test
    void relaysOnceAndInOrderThoughThreeRelaysTakeTurns() throws Exception {
        Thread second = startRelay(house.kafka());
        Thread third = startRelay(house.kafka());
        try {
            for (long first = 1; first <= 291; first += 10) {
                leave(first, first + 9);
            }
            awaitNumbers(connection, 300);
        } finally {
            second.interrupt();
            third.interrupt();
        }
    }

    @Test
    void losesNothingToARelayWhoseBrokerIsAway() throws Exception {
        Thread away = startRelay("127.0.0.1:1");
        Thread nowhere = startRelay("no-such-host.invalid:9092");
        try {
            leave(1, 5);
            awaitNumbers(connection, 5);
            leave(6, 10);
            awaitNumbers(connection, 10);
            assertThat(away.isAlive()).isTrue();
            assertThat(nowhere.isAlive()).isTrue();
        } finally {
            away.interrupt();
            nowhere.interrupt();
        }
    }

    /** As one does that is stopped, or whose line to the database is cut, within a transaction. */
    @Test
    void waitsForNoRelayThatStandsStillInItsTurn() throws Exception {
        try (var still = database.getConnection();
                var turn = still.createStatement()) {
            still.setAutoCommit(false);
            turn.execute(
                    "select pg_advisory_xact_lock(hashtextextended(current_schema() || '.outbox',"
                            + " 0))");
            leave(1, 5);
            awaitNumbers(connection, 5);
        }
    }

    private void leave(long first, long last) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                LongStream.rangeClosed(first, last)
                                        .forEach(n -> outbox.append(fact(connection, n))));
    }

    /** Exactly 1 to {@code last}, each once and in order; then the table holds none of them. */
    private void awaitNumbers(ConnectionId of, long last) {
        await().untilAsserted(
                        () ->
                                assertThat(seen(of))
                                        .extracting(
                                                seen ->
                                                        EventJson.read(
                                                                        seen.value(),
                                                                        KeyExpired.class)
                                                                .about()
                                                                .revision())
                                        .containsExactlyElementsOf(
                                                LongStream.rangeClosed(1, last).boxed().toList()));
        await().until(() -> waiting(of) == 0);
    }

    private List<Seen> seen(ConnectionId of) {
        return probe.all(TOPIC).stream().filter(seen -> of.toString().equals(seen.key())).toList();
    }

    private long waiting(ConnectionId of) throws Exception {
        try (var connected = house.dataSource("expiry-reminder").getConnection();
                var count =
                        connected.prepareStatement(
                                "select count(*) from outbox where record_key = ?")) {
            count.setObject(1, of.value());
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A further instance's relay; ended by an interrupt. */
    private Thread startRelay(String bootstrapServers) throws Exception {
        OutboxRelay own = ClientProxy.unwrap(relay);
        var make = OutboxRelay.class.getDeclaredConstructors()[0];
        for (var constructor : OutboxRelay.class.getDeclaredConstructors()) {
            make = constructor.getParameterCount() == 7 ? constructor : make;
        }
        make.setAccessible(true);
        var broker = BrokerReadiness.class.getDeclaredConstructor(String.class);
        broker.setAccessible(true);
        var further =
                (OutboxRelay)
                        make.newInstance(
                                field(own, "table"),
                                field(own, "signal"),
                                broker.newInstance(bootstrapServers),
                                meters,
                                bootstrapServers,
                                Optional.of(house.topicPrefix()),
                                "expiry-reminder");
        var loop = OutboxRelay.class.getDeclaredMethod("relay");
        loop.setAccessible(true);
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    try {
                                        loop.invoke(further);
                                    } catch (ReflectiveOperationException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
        return thread;
    }

    private static Object field(OutboxRelay relay, String name)
            throws ReflectiveOperationException {
        Field field = OutboxRelay.class.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(relay);
    }

    private static KeyExpired fact(ConnectionId connection, long number) {
        return new KeyExpired(
                new About(
                        AccountId.next(),
                        connection,
                        CredentialVersion.FIRST,
                        number,
                        new VenueId("bybit"),
                        Mode.LIVE),
                "label",
                Instant.EPOCH,
                true,
                Instant.EPOCH);
    }
}
