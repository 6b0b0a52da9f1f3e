package io.sequence.simulator;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.KeyTerms;
import io.sequence.simulator.wire.VenueCall;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Requests and keys as the worked examples of the venues' documents have them. */
public final class CallForTest {

    private CallForTest() {}

    public static VenueCall call(String method, String path, String query, String body) {
        return new VenueCall(
                method,
                path,
                query,
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1",
                "global",
                Instant.ofEpochMilli(1735689600000L));
    }

    public static ApiKey key(String apiKey, String secret, String passphrase) {
        return KeyTerms.none().issue(apiKey, secret, passphrase, null, Instant.EPOCH);
    }
}
