/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.simulator.trespass.venues;

import org.jspecify.annotations.NullMarked;
