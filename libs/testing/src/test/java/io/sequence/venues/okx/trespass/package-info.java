/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.venues.okx.trespass;

import org.jspecify.annotations.NullMarked;
