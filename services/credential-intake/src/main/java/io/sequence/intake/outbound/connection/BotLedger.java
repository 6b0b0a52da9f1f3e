package io.sequence.intake.outbound.connection;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.StrategyLaunched;
import io.sequence.events.StrategyPaused;
import io.sequence.events.StrategyResumed;
import io.sequence.intake.outbound.live.LiveEvents;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.StrategyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what strategy-launcher says. Every method runs in the transaction that notes the
 * event.
 */
@ApplicationScoped
public class BotLedger {
    // The three topics of a bot have no order among each other: the newest fact by its own time
    // stands, and an end is final.
    private static final String WRITE =
            "insert into bot as b (connection_id, account_id, bot_id, bot_number, strategy_id,"
                + " state, reason, changed_at) values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict"
                + " (connection_id) do update set state = excluded.state, reason = excluded.reason,"
                + " changed_at = excluded.changed_at where b.state <> 'ended' and b.changed_at <="
                + " excluded.changed_at";

    private final Rows rows;
    private final LiveEvents live;

    BotLedger(Rows rows, LiveEvents live) {
        this.rows = rows;
        this.live = live;
    }

    /** A bot was made and runs. */
    public void launched(StrategyLaunched event) {
        turn(
                "bot.launched",
                event.about(),
                event.botNumber(),
                event.strategyId(),
                new Told(event.about().connectionId(), event.botId(), "running", null, event.at()));
    }

    /** A bot stopped, for now or for good. */
    public void paused(StrategyPaused event) {
        String state = event.ended() ? "ended" : "paused";
        turn(
                "bot." + state,
                event.about(),
                event.botNumber(),
                event.strategyId(),
                new Told(
                        event.about().connectionId(),
                        event.botId(),
                        state,
                        ReasonView.of(event.reason()),
                        event.at()));
    }

    /** A paused bot trades again. */
    public void resumed(StrategyResumed event) {
        turn(
                "bot.resumed",
                event.about(),
                event.botNumber(),
                event.strategyId(),
                new Told(event.about().connectionId(), event.botId(), "running", null, event.at()));
    }

    /** Open pages hear what stands now; a fact that came too late changes nothing for them. */
    private void turn(String type, About about, int botNumber, StrategyId strategy, Told told) {
        int turned =
                rows.update(
                        WRITE,
                        about.connectionId().value(),
                        about.accountId().value(),
                        told.botId(),
                        botNumber,
                        strategy.value(),
                        told.state(),
                        rows.json(told.reason()),
                        told.at());
        if (turned == 1) {
            live.append(about.accountId(), type, told);
        }
    }

    /** What an open page is told of a bot. */
    record Told(
            ConnectionId connectionId,
            String botId,
            String state,
            @Nullable ReasonView reason,
            Instant at) {}
}
