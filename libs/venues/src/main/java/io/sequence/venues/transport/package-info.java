/**
 * The way out to venues: the sockets with their clocks, budgets and breakers, and the one path on
 * which a signed call becomes an answer.
 */
@NullMarked
package io.sequence.venues.transport;

import org.jspecify.annotations.NullMarked;
