/** Coinbase Advanced Trade: how it is described, signed for, asked and understood. */
@NullMarked
package io.sequence.venues.coinbase;

import org.jspecify.annotations.NullMarked;
