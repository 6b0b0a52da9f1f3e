package io.sequence.simulator.wire;

import io.sequence.simulator.domain.ApiKey;
import io.sequence.simulator.domain.VenueAccount;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that was let in: what was asked, the variable parts of its path, and who asks where
 * that matters.
 */
public record Hearing(VenueCall call, Map<String, String> path, @Nullable Caller caller) {

    /** Who asks: the account and the key that signed. */
    public record Caller(VenueAccount account, ApiKey key) {}

    /** The account that asks; only for endpoints that need a key. */
    public VenueAccount account() {
        return signed().account();
    }

    /** The key that signed; only for endpoints that need one. */
    public ApiKey key() {
        return signed().key();
    }

    public Instant now() {
        return call.now();
    }

    /** A variable part of the path. */
    public String part(String name) {
        return path.getOrDefault(name, "");
    }

    private Caller signed() {
        if (caller == null) {
            throw new IllegalStateException("a public endpoint has no caller");
        }
        return caller;
    }
}
