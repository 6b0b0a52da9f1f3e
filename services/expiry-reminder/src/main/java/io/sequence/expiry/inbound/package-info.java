/** What wakes this service: validated and disconnected keys, and the clock. */
@NullMarked
package io.sequence.expiry.inbound;

import org.jspecify.annotations.NullMarked;
