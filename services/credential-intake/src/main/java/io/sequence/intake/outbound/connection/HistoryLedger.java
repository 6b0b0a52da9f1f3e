package io.sequence.intake.outbound.connection;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.HealthState;
import io.sequence.events.KeyHealth;
import io.sequence.intake.domain.history.Ping;
import io.sequence.intake.domain.history.Slots;
import io.sequence.intake.outbound.connection.Rows.Many;
import io.sequence.vocabulary.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how connections fare, in the transaction of the fact that tells of it. */
@ApplicationScoped
class HistoryLedger {
    /** Longer than the history by what clocks may differ and sweeping may be late. */
    private static final Duration KEPT = Duration.ofHours(27);

    // More pings than the minute's and all that a user may ask for; what comes again is known by
    // its moment.
    private static final String PING =
            "insert into connection_slot as s (at, connection_id, moments, took) select p.at, p.id,"
                + " array[p.moment], array[p.took] from unnest(?, ?, ?, ?) as p (at, id, moment,"
                + " took) order by p.at, p.id on conflict (at, connection_id) do update set moments"
                + " = s.moments || excluded.moments, took = s.took || excluded.took where"
                + " cardinality(s.moments) < 200 and not s.moments @> excluded.moments";
    // The lock makes an end of the connection wait, or this see it.
    private static final String TURN =
            "insert into connection_turn (connection_id, at, revision, status, began_at, reason)"
                    + " select id, ?, ?, ?, ?, ?::jsonb from connection where id = ? and phase in"
                    + " ('validating', 'live') for no key update on conflict (connection_id, at) do"
                    + " nothing";
    // The newest turn before the history tells what state it begins in.
    private static final String SWEEP_TURNS =
            "delete from connection_turn t where t.at < ? and exists (select 1 from connection_turn"
                    + " n where n.connection_id = t.connection_id and n.at > t.at and n.at < ? and"
                    + " n.revision >= t.revision)";

    private final Rows rows;
    private final InstantSource clock;

    HistoryLedger(Rows rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Notes pings of connections whose rows the transaction has locked. One that came before counts
     * once, one that is too old for the history not at all.
     */
    void pinged(List<Ping> pings) {
        Instant now = clock.instant();
        List<Ping> kept = pings.stream().filter(ping -> Slots.isKept(ping.at(), now)).toList();
        for (List<Ping> wave : Ping.inWaves(kept)) {
            rows.update(
                    PING,
                    Many.times(wave.stream().map(Ping::slot)),
                    Many.uuids(wave.stream().map(ping -> ping.connection().value())),
                    Many.integers(wave.stream().map(Ping::moment)),
                    Many.integers(wave.stream().map(Ping::took)));
        }
    }

    /** Notes that a connection went from one state to another. */
    void turned(KeyHealth event) {
        Instant first = event.firstFailureAt();
        boolean fresh =
                event.state() != HealthState.CONNECTED
                        && event.previous() == HealthState.CONNECTED
                        && first != null
                        && first.isBefore(event.at());
        turn(
                event.about(),
                event.at(),
                event.state(),
                fresh && first != null ? first : event.at(),
                rows.json(ReasonView.of(event.reason())));
    }

    /** Notes that a new key took over: whatever was wrong with the older one is over. */
    void replaced(About about, Instant at) {
        turn(about, at, HealthState.CONNECTED, at, null);
    }

    private void turn(
            About about, Instant at, HealthState state, Instant began, @Nullable String reason) {
        rows.update(
                TURN,
                at,
                about.revision(),
                state.wireName(),
                began,
                reason,
                about.connectionId().value());
    }

    /** Forgets a connection, whose row the transaction has locked. */
    void forget(ConnectionId connection) {
        Instant now = clock.instant();
        rows.update(
                "delete from connection_slot where connection_id = ? and at = any(?)",
                connection.value(),
                Many.times(Slots.between(now.minus(KEPT), now.plus(Slots.STEP)).stream()));
        rows.update("delete from connection_turn where connection_id = ?", connection.value());
    }

    /** Deletes some of what the history does not show any more; 0 when all is gone. */
    int sweepSlots(Instant now) {
        return rows.update(
                "delete from connection_slot where at < ? and at = (select min(at) from"
                        + " connection_slot)",
                Slots.first(now));
    }

    /** Deletes the turns that the history does not need any more. */
    void sweepTurns(Instant now) {
        Instant first = Slots.first(now);
        rows.update(SWEEP_TURNS, first, first);
    }
}
