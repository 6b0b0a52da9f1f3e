/** Kraken Spot: how it is described, signed for, asked and understood. */
@NullMarked
package io.sequence.venues.kraken;

import org.jspecify.annotations.NullMarked;
