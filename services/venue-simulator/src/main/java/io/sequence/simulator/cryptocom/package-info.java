/** Crypto.com Exchange v1 as its documents describe it. */
@NullMarked
package io.sequence.simulator.cryptocom;

import org.jspecify.annotations.NullMarked;
