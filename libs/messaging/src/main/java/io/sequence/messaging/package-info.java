/**
 * How events travel: written to an outbox in the transaction of the state they tell of, relayed to
 * Kafka, and taken in once by an inbox in the transaction of their effect.
 */
@NullMarked
package io.sequence.messaging;

import org.jspecify.annotations.NullMarked;
