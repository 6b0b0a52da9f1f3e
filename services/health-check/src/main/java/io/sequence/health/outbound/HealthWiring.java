package io.sequence.health.outbound;

import io.sequence.health.domain.HealthMachine;
import io.sequence.health.domain.Rhythm;
import io.sequence.health.domain.Watchlist;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The domain's parts, by configuration. */
@Singleton
class HealthWiring {
    @Produces
    @Singleton
    Watchlist watchlist(
            @ConfigProperty(name = "sequence.health.balances-every", defaultValue = "10m")
                    Duration balancesEvery) {
        return new Watchlist(balancesEvery);
    }

    @Produces
    @Singleton
    Rhythm rhythm(
            @ConfigProperty(name = "sequence.health.interval", defaultValue = "60s")
                    Duration interval) {
        return new Rhythm(interval);
    }

    @Produces
    @Singleton
    HealthMachine machine(
            @ConfigProperty(name = "sequence.health.ambiguous-window", defaultValue = "2m")
                    Duration ambiguousWindow,
            @ConfigProperty(name = "sequence.health.recheck", defaultValue = "10s")
                    Duration recheck) {
        HealthMachine standard = HealthMachine.standard(ambiguousWindow);
        return new HealthMachine(
                standard.confirmations(),
                standard.window(),
                standard.troubles(),
                standard.doubts(),
                standard.doubtWindow(),
                recheck);
    }
}
