/** Coinbase Advanced Trade as its documents describe it. */
@NullMarked
package io.sequence.simulator.coinbase;

import org.jspecify.annotations.NullMarked;
