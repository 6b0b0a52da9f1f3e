package io.sequence.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a service under {@code @QuarkusTest} simulated venues to ask. Fields of the test of type
 * {@link VenueSimulator} are filled.
 */
public final class RealSimulator implements QuarkusTestResourceLifecycleManager {
    private @Nullable VenueSimulator simulator;

    @Override
    public Map<String, String> start() {
        VenueSimulator started = VenueSimulator.start();
        simulator = started;
        return Map.of("sequence.venues.simulator-url", started.url().toString());
    }

    @Override
    public void inject(TestInjector injector) {
        VenueSimulator started = simulator;
        if (started != null) {
            injector.injectIntoFields(started, new TestInjector.MatchesType(VenueSimulator.class));
        }
    }

    @Override
    public void stop() {
        VenueSimulator started = simulator;
        if (started != null) {
            started.close();
            simulator = null;
        }
    }
}
