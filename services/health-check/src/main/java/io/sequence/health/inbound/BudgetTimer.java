package io.sequence.health.inbound;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.sequence.health.domain.Allowance.Lane;
import io.sequence.health.domain.Load;
import io.sequence.health.domain.Watchlist;
import io.sequence.health.outbound.BudgetLedger;
import io.sequence.health.outbound.HeldPingMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has it told every 10 s how the budgets of venue calls stand. */
@ApplicationScoped
class BudgetTimer {
    private static final Logger LOG = Logger.getLogger(BudgetTimer.class);
    private static final int SECONDS = 10;

    private final Watchlist watchlist;
    private final BudgetLedger ledger;
    private final HeldPingMeter meter;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("health-budgets").daemon().factory());

    BudgetTimer(Watchlist watchlist, BudgetLedger ledger, HeldPingMeter meter) {
        this.watchlist = watchlist;
        this.ledger = ledger;
        this.meter = meter;
    }

    void start(@Observes StartupEvent event) {
        var telling = clock.scheduleWithFixedDelay(this::tell, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    private void tell() {
        try {
            Map<Lane, Load> loads = watchlist.loads();
            meter.measure(loads);
            ledger.tell(loads);
        } catch (RuntimeException e) {
            LOG.warnf("budgets not told: %s", e.getClass().getName());
        }
    }
}
