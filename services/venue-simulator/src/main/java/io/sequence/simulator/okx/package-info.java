/** OKX V5 as its documents describe it. */
@NullMarked
package io.sequence.simulator.okx;

import org.jspecify.annotations.NullMarked;
