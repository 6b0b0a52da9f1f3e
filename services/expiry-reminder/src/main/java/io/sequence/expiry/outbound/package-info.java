/** The ladders as rows, and what is said of them, in one transaction. */
@NullMarked
package io.sequence.expiry.outbound;

import org.jspecify.annotations.NullMarked;
