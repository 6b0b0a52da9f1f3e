/** How a connection fared over the last day: its pings, five minutes at a time, and its outages. */
@NullMarked
package io.sequence.intake.domain.history;

import org.jspecify.annotations.NullMarked;
