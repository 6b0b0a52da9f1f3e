/** Jobs, verdicts and claims in the database, and the way to venues. */
@NullMarked
package io.sequence.validation.outbound;

import org.jspecify.annotations.NullMarked;
