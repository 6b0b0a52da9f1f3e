/** A push service and the browsers that subscribe at it (RFC 8030, 8291, 8292). */
@NullMarked
package io.sequence.simulator.pushservice;

import org.jspecify.annotations.NullMarked;
