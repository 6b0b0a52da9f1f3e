package io.sequence.health;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** So that a test can wait for the third ping, and for what venues say of themselves. */
public final class OftenPinged implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "sequence.health.interval", "2s",
                "sequence.health.recheck", "500ms",
                "sequence.health.ambiguous-window", "1s",
                "sequence.health.status-every", "1s",
                "sequence.venues.breaker-pause", "1s");
    }
}
