/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.health.trespass.util;

import org.jspecify.annotations.NullMarked;
