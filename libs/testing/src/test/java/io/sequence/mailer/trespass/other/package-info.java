/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.mailer.trespass.other;

import org.jspecify.annotations.NullMarked;
