/** A trespass that the house rules must catch. */
@NullMarked
package io.sequence.servers.trespass;

import org.jspecify.annotations.NullMarked;
