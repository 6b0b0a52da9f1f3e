/**
 * What services that sign get by depending on it: the vault's opener, the way out to venues, the
 * clock and the meter of venue calls.
 */
@NullMarked
package io.sequence.signing;

import org.jspecify.annotations.NullMarked;
