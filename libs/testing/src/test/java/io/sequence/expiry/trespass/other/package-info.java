/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.expiry.trespass.other;

import org.jspecify.annotations.NullMarked;
