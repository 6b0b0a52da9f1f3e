/** Makes a bot of each validated key, and keeps its life in step with the key's. */
@NullMarked
package io.sequence.launcher;

import org.jspecify.annotations.NullMarked;
