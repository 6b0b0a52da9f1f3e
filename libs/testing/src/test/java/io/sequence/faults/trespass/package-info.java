/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.faults.trespass;

import org.jspecify.annotations.NullMarked;
