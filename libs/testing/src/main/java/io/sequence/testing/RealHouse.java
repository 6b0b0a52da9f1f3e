package io.sequence.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs a service under {@code @QuarkusTest} in a house of its own, on real Kafka and real
 * PostgreSQL: {@code @WithTestResource(value = RealHouse.class, initArgs = @ResourceArg(name =
 * "service", value = "mailer"))}. Fields of the test of type {@link TestHouse} and {@link
 * EventProbe} are filled; {@link TestHouse#current()} gives the same anywhere.
 */
public final class RealHouse implements QuarkusTestResourceLifecycleManager {

    private @Nullable String service;
    private @Nullable TestHouse house;

    @Override
    public void init(Map<String, String> initArgs) {
        service = initArgs.get("service");
    }

    @Override
    public Map<String, String> start() {
        if (service == null) {
            throw new IllegalStateException("RealHouse needs the argument \"service\"");
        }
        TestHouse opened = TestHouse.open();
        house = opened;
        return new HashMap<>(opened.settings(service));
    }

    @Override
    public void inject(TestInjector injector) {
        TestHouse opened = house;
        if (opened != null) {
            injector.injectIntoFields(opened, new TestInjector.MatchesType(TestHouse.class));
            injector.injectIntoFields(
                    opened.events(), new TestInjector.MatchesType(EventProbe.class));
        }
    }

    @Override
    public void stop() {
        TestHouse opened = house;
        if (opened != null) {
            opened.close();
            house = null;
        }
    }
}
