/** Polymarket as its documents describe it: the order book, the catalogue and the positions. */
@NullMarked
package io.sequence.simulator.polymarket;

import org.jspecify.annotations.NullMarked;
