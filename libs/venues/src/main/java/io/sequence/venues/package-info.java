/** Which venues the house can ask; the one place that names them all. */
@NullMarked
package io.sequence.venues;

import org.jspecify.annotations.NullMarked;
