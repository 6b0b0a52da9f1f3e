/** Crypto.com Exchange v1: how it is described, signed for, asked and understood. */
@NullMarked
package io.sequence.venues.cryptocom;

import org.jspecify.annotations.NullMarked;
