/** Binance Spot, Binance USDⓈ-M Futures and Binance.US: three venues that share one wire. */
@NullMarked
package io.sequence.venues.binance;

import org.jspecify.annotations.NullMarked;
