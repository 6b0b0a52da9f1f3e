/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.health.trespass.round.second;

import org.jspecify.annotations.NullMarked;
