/** Expiry dates as calendars read them. */
@NullMarked
package io.sequence.intake.domain.calendar;

import org.jspecify.annotations.NullMarked;
