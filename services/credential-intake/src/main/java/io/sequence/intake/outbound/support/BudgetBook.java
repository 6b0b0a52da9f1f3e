package io.sequence.intake.outbound.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.sequence.events.EventJson;
import io.sequence.events.VenueBudget;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Budgets of venue calls as health-check told of them last; what was silent for long is gone. */
@ApplicationScoped
public class BudgetBook {
    /** Told every ten seconds: who has been silent for so long has ended. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    private static final String HEAR =
            "insert into venue_budget as b (id, venue, address, told, told_at) values (?, ?, ?,"
                    + " ?::jsonb, ?) on conflict (id) do update set told = excluded.told, told_at ="
                    + " excluded.told_at where b.told_at < excluded.told_at";
    private static final String FORGET = "delete from venue_budget where told_at < ?";
    private static final String ALL =
            "select told from venue_budget where told_at >= ? order by venue, address, id";

    private final Statements statements;
    private final InstantSource clock;

    BudgetBook(Statements statements, InstantSource clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Writes down how a budget stands, in the caller's transaction. */
    public void hear(VenueBudget event) {
        statements.update(FORGET, oldest());
        statements.update(
                HEAR,
                event.budgetId(),
                event.venue().value(),
                event.address(),
                json(event),
                event.at());
    }

    /** All that were told of lately, by venue and address. */
    public List<BudgetView> all() {
        return statements
                .query(
                        ALL,
                        row -> EventJson.read(row.getString("told"), VenueBudget.class),
                        oldest())
                .stream()
                .map(BudgetView::of)
                .toList();
    }

    private Instant oldest() {
        return clock.instant().minus(SILENT);
    }

    private static String json(VenueBudget event) {
        try {
            return EventJson.mapper().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a budget cannot be written", e);
        }
    }
}
