/**
 * How credentials rest: sealed with a public keyset by whoever takes them in, opened with the
 * private one by whoever signs, erased for good when they are no longer needed.
 */
@NullMarked
package io.sequence.vault;

import org.jspecify.annotations.NullMarked;
