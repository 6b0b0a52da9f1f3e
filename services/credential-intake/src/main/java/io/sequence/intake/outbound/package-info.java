/** What the service writes and reads, and its clock. */
@NullMarked
package io.sequence.intake.outbound;

import org.jspecify.annotations.NullMarked;
