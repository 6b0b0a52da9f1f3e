/** The private links under which calendars fetch expiry dates. */
@NullMarked
package io.sequence.intake.outbound.calendar;

import org.jspecify.annotations.NullMarked;
