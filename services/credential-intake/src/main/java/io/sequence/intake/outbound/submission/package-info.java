/** Where submissions are written: row, sealed credential and event in one statement. */
@NullMarked
package io.sequence.intake.outbound.submission;

import org.jspecify.annotations.NullMarked;
