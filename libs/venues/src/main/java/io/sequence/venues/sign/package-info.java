/** Signing without sending, for finding signature trouble. */
@NullMarked
package io.sequence.venues.sign;

import org.jspecify.annotations.NullMarked;
