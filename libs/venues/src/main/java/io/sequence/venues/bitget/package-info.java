/** Bitget, classic and unified accounts: how it is described, signed for, asked and understood. */
@NullMarked
package io.sequence.venues.bitget;

import org.jspecify.annotations.NullMarked;
