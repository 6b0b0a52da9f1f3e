/** The venue simulator: exchanges as their own documents describe them, for tests and sandboxes. */
@NullMarked
package io.sequence.simulator;

import org.jspecify.annotations.NullMarked;
