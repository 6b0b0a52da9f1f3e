/** Kraken Spot as its documents describe it. */
@NullMarked
package io.sequence.simulator.kraken;

import org.jspecify.annotations.NullMarked;
