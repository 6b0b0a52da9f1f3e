/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.vault.trespass;

import org.jspecify.annotations.NullMarked;
