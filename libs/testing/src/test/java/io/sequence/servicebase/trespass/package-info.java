/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.servicebase.trespass;

import org.jspecify.annotations.NullMarked;
