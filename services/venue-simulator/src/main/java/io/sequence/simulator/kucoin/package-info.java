/** KuCoin classic spot and futures as their documents describe them. */
@NullMarked
package io.sequence.simulator.kucoin;

import org.jspecify.annotations.NullMarked;
