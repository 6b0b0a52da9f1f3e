/** BitMart, spot and futures, until it closes: how it is described, signed for and asked. */
@NullMarked
package io.sequence.venues.bitmart;

import org.jspecify.annotations.NullMarked;
