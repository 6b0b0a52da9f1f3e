/** BitMart as its documents describe it: spot and account on one host, contracts on another. */
@NullMarked
package io.sequence.simulator.bitmart;

import org.jspecify.annotations.NullMarked;
