package io.sequence.health.outbound;

import io.sequence.health.domain.Allowance;
import io.sequence.health.domain.CrowdRule;
import io.sequence.health.domain.HealthMachine;
import io.sequence.health.domain.InspectionBook;
import io.sequence.health.domain.OwnWatch;
import io.sequence.health.domain.Patience;
import io.sequence.health.domain.Pauses;
import io.sequence.health.domain.Rhythm;
import io.sequence.health.domain.VenueWatch;
import io.sequence.health.domain.Watchlist;
import io.sequence.vocabulary.TimeOrderedUuid;
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
                    Duration balancesEvery,
            Allowance allowance) {
        return new Watchlist(balancesEvery, allowance);
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
    Pauses pauses() {
        return new Pauses();
    }

    @Produces
    @Singleton
    Patience patience(
            @ConfigProperty(name = "sequence.health.ambiguous-window", defaultValue = "2m")
                    Duration ambiguousWindow,
            @ConfigProperty(name = "sequence.health.recheck", defaultValue = "10s")
                    Duration recheck,
            @ConfigProperty(name = "sequence.health.flap-window", defaultValue = "1h")
                    Duration flapWindow) {
        return Patience.standard(ambiguousWindow, recheck).withFlapWindow(flapWindow);
    }

    @Produces
    @Singleton
    HealthMachine machine(Patience patience) {
        return new HealthMachine(patience);
    }

    @Produces
    @Singleton
    VenueWatch venues(Rhythm rhythm, OwnWatch own) {
        return new VenueWatch(CrowdRule.standard(rhythm.interval()), TimeOrderedUuid::next, own);
    }

    @Produces
    @Singleton
    InspectionBook inspections(
            @ConfigProperty(name = "sequence.health.inspect-every", defaultValue = "1h")
                    Duration inspectEvery) {
        return new InspectionBook(new Rhythm(inspectEvery));
    }

    @Produces
    @Singleton
    OwnWatch own(
            Rhythm rhythm,
            @ConfigProperty(name = "sequence.health.clock-threshold", defaultValue = "5s")
                    Duration clockThreshold) {
        return new OwnWatch(rhythm.interval(), clockThreshold, TimeOrderedUuid::next);
    }
}
