/** Watched connections in the database, sealed keys in memory, and the way to venues. */
@NullMarked
package io.sequence.health.outbound;

import org.jspecify.annotations.NullMarked;
