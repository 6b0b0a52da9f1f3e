package io.sequence.health.outbound;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.sequence.events.VenueBudget;
import io.sequence.events.VenueBudget.Window;
import io.sequence.health.domain.Allowance.Lane;
import io.sequence.health.domain.Load;
import io.sequence.health.domain.Rhythm;
import io.sequence.messaging.Outbox;
import io.sequence.venues.api.CallClass;
import io.sequence.venues.transport.BudgetFacts;
import io.sequence.venues.transport.BudgetFacts.WindowFacts;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says how the budgets stand, and once when one cannot carry the pings that it should. */
@ApplicationScoped
public class BudgetLedger {
    private static final Logger LOG = Logger.getLogger(BudgetLedger.class);
    private static final long MINUTE = 60_000;

    private final VenueAllowance allowance;
    private final Outbox outbox;
    private final Rhythm rhythm;
    private final InstantSource clock;
    private final UUID instance = UUID.randomUUID();
    private final Set<Lane> stretched = new HashSet<>();

    BudgetLedger(VenueAllowance allowance, Outbox outbox, Rhythm rhythm, InstantSource clock) {
        this.allowance = allowance;
        this.outbox = outbox;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    /** Says how every budget stands through which something was asked; called by one thread. */
    public void tell(Map<Lane, Load> loads) {
        Instant now = clock.instant();
        List<VenueBudget> budgets = new ArrayList<>();
        for (BudgetFacts facts : allowance.facts()) {
            var lane = new Lane(facts.venue(), allowance.place(facts.address()));
            Load load = loads.get(lane);
            if (facts.calls() > 0 || load != null) {
                VenueBudget budget = budget(facts, load, now);
                warn(lane, budget);
                budgets.add(budget);
            }
        }
        if (!budgets.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> budgets.forEach(outbox::append));
        }
    }

    private VenueBudget budget(BudgetFacts facts, @Nullable Load load, Instant now) {
        int connections = load == null ? 0 : load.connections();
        String name = facts.venue() + " " + facts.address() + " " + instance;
        return new VenueBudget(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                facts.venue(),
                facts.address(),
                instance,
                facts.windows().stream().map(BudgetLedger::window).toList(),
                connections,
                connections * MINUTE / rhythm.interval().toMillis(),
                facts.pingsPerMinute(),
                load == null ? 0 : load.waiting(),
                load == null ? null : load.waitingSince(),
                facts.backOffs(),
                facts.staysAwayUntil(),
                now);
    }

    private static Window window(WindowFacts facts) {
        Map<CallClass, Long> spent = facts.spent();
        return new Window(
                facts.below(),
                facts.per().toMillis(),
                facts.allowed(),
                facts.healthAllowed(),
                spent.getOrDefault(CallClass.ORDER, 0L),
                spent.getOrDefault(CallClass.ACCOUNT, 0L),
                spent.getOrDefault(CallClass.HEALTH, 0L),
                spent.getOrDefault(CallClass.PUBLIC, 0L),
                facts.others());
    }

    private void warn(Lane lane, VenueBudget budget) {
        boolean tooSmall = budget.pingsWanted() > budget.pingsCarried();
        if (tooSmall && stretched.add(lane)) {
            LOG.warnf(
                    "%s at %s carries %d pings a minute of %d: each connection is pinged every %d s"
                            + " instead of every %d s",
                    budget.venue(),
                    budget.address().isEmpty() ? "our address" : budget.address(),
                    budget.pingsCarried(),
                    budget.pingsWanted(),
                    rhythm.interval().toSeconds()
                            * budget.pingsWanted()
                            / Math.max(1, budget.pingsCarried()),
                    rhythm.interval().toSeconds());
        } else if (!tooSmall && stretched.remove(lane)) {
            LOG.infof("%s at %s carries all pings again", budget.venue(), budget.address());
        }
    }
}
