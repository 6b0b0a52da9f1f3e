/** What a request to a venue and its answer look like before any venue's own rules. */
@NullMarked
package io.sequence.simulator.wire;

import org.jspecify.annotations.NullMarked;
