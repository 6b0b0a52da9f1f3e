/** Hyperliquid as its documents describe it: unsigned reads and signed actions. */
@NullMarked
package io.sequence.simulator.hyperliquid;

import org.jspecify.annotations.NullMarked;
