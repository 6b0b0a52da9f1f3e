/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.venues.bybit.trespass;

import org.jspecify.annotations.NullMarked;
