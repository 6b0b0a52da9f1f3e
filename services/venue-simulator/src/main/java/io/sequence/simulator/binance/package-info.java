/** Binance, Binance USD-M Futures and Binance US: one wire, three venues, as documented. */
@NullMarked
package io.sequence.simulator.binance;

import org.jspecify.annotations.NullMarked;
