/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.events.trespass;

import org.jspecify.annotations.NullMarked;
