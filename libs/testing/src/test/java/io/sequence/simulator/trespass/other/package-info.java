/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.simulator.trespass.other;

import org.jspecify.annotations.NullMarked;
