/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.intake.trespass.other;

import org.jspecify.annotations.NullMarked;
