/** A bot's life: pure functions from facts to a new state and what is said of it. */
@NullMarked
package io.sequence.launcher.domain;

import org.jspecify.annotations.NullMarked;
