/** Polymarket: shares of outcomes, traded with a wallet's own key over the CLOB's second order. */
@NullMarked
package io.sequence.venues.polymarket;

import org.jspecify.annotations.NullMarked;
