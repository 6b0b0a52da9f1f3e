/** Kalshi's event contracts as its documents describe them. */
@NullMarked
package io.sequence.simulator.kalshi;

import org.jspecify.annotations.NullMarked;
