package io.sequence.intake.domain.account;

import org.jspecify.annotations.Nullable;

/**
 * Where a session is used from, for its owner to recognise.
 *
 * @param device browser and system, e.g. {@code Chrome on Linux}; null when unknown
 * @param address of the client, e.g. {@code 203.0.113.7}; null when unknown
 */
public record Origin(@Nullable String device, @Nullable String address) {
    /** An address belongs in no log. */
    @Override
    public String toString() {
        return "Origin[" + device + "]";
    }
}
