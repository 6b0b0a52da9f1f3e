/** Kalshi event contracts: how it is described, signed for, asked and understood. */
@NullMarked
package io.sequence.venues.kalshi;

import org.jspecify.annotations.NullMarked;
