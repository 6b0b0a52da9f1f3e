/** KuCoin classic, spot and futures: how it is described, signed for, asked and understood. */
@NullMarked
package io.sequence.venues.kucoin;

import org.jspecify.annotations.NullMarked;
