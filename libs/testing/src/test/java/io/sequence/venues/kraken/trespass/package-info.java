/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.venues.kraken.trespass;

import org.jspecify.annotations.NullMarked;
