/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.launcher.trespass.venues;

import org.jspecify.annotations.NullMarked;
