package io.sequence.vocabulary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a key may do, right by right.
 *
 * @param grants an answer for every {@link Right}; one that is left out is {@link Grant#UNKNOWN}
 */
public record Rights(Map<Right, Grant> grants) {
    public Rights {
        var complete = new EnumMap<Right, Grant>(Right.class);
        for (Right right : Right.values()) {
            complete.put(right, grants.getOrDefault(right, Grant.UNKNOWN));
        }
        grants = Collections.unmodifiableMap(complete);
    }

    /** The answer for one right. */
    public Grant of(Right right) {
        return grants.getOrDefault(right, Grant.UNKNOWN);
    }

    /** Whether the venue said that the key has this right. */
    public boolean has(Right right) {
        return of(right) == Grant.GRANTED;
    }
}
