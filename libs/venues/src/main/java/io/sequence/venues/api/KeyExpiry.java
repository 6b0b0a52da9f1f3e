package io.sequence.venues.api;

import java.time.Instant;

/** When a key dies. */
public sealed interface KeyExpiry {
    /** The venue named the moment. */
    record At(Instant when) implements KeyExpiry {}

    /** The venue says that the key does not expire. */
    record Never() implements KeyExpiry {}

    /** The venue does not report expiry: the house's own rule counts. */
    record NotReported() implements KeyExpiry {}
}
