/** Bybit V5 as its documents describe it. */
@NullMarked
package io.sequence.simulator.bybit;

import org.jspecify.annotations.NullMarked;
