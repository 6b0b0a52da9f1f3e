/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.access.trespass;

import org.jspecify.annotations.NullMarked;
