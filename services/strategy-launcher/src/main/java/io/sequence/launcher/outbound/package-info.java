/** Bots as rows, and what is said of them, in one transaction with the erasing of replaced keys. */
@NullMarked
package io.sequence.launcher.outbound;

import org.jspecify.annotations.NullMarked;
