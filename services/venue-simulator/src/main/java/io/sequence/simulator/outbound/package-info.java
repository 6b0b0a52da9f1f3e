/** Where simulated accounts rest, so that they outlive the process. */
@NullMarked
package io.sequence.simulator.outbound;

import org.jspecify.annotations.NullMarked;
