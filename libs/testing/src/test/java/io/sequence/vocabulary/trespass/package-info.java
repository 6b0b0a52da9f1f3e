/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.vocabulary.trespass;

import org.jspecify.annotations.NullMarked;
