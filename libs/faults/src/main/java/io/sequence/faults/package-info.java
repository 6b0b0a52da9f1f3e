/**
 * The fault catalogue: every way in which a key, a venue or a request can fail, with its meaning
 * and its one fix.
 */
@NullMarked
package io.sequence.faults;

import org.jspecify.annotations.NullMarked;
