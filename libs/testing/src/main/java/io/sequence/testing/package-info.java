/**
 * Real Kafka, real PostgreSQL and real SMTP for tests, and the house rules that every module is
 * held to.
 */
@NullMarked
package io.sequence.testing;

import org.jspecify.annotations.NullMarked;
