package io.sequence.venues.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Proof that a key works.
 *
 * @param took how long the venue took to answer
 * @param facts what the same call told about the key, where the ping is the inspection
 */
public record Pulse(Duration took, @Nullable KeyFacts facts) {}
