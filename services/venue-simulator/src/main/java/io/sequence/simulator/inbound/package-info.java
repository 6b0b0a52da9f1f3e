/** What the simulator hears over HTTP: the venues' own paths and the admin paths. */
@NullMarked
package io.sequence.simulator.inbound;

import org.jspecify.annotations.NullMarked;
