/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.health.trespass.round.first;

import org.jspecify.annotations.NullMarked;
