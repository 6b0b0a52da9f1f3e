/** What a submission must be to be taken in. */
@NullMarked
package io.sequence.intake.domain.submission;

import org.jspecify.annotations.NullMarked;
