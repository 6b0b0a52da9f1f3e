/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.messaging.trespass;

import org.jspecify.annotations.NullMarked;
