/** Bitget as its documents describe it: classic accounts (V2) and unified accounts (V3). */
@NullMarked
package io.sequence.simulator.bitget;

import org.jspecify.annotations.NullMarked;
