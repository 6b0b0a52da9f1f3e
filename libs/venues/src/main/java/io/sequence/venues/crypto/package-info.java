/** The few signing primitives that venues ask for; opens secrets, wipes what it opened. */
@NullMarked
package io.sequence.venues.crypto;

import org.jspecify.annotations.NullMarked;
