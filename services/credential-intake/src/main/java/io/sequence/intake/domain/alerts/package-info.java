/** Where users want to be alerted, and what of that can be taken. */
@NullMarked
package io.sequence.intake.domain.alerts;

import org.jspecify.annotations.NullMarked;
