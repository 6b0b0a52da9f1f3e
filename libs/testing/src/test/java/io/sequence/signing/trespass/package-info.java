/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.signing.trespass;

import org.jspecify.annotations.NullMarked;
