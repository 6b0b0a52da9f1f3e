/** Bybit V5: unified accounts over REST. */
@NullMarked
package io.sequence.venues.bybit;

import org.jspecify.annotations.NullMarked;
