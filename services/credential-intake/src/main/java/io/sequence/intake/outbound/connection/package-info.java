/** Connections as their owners see them, kept up to date from what the other services say. */
@NullMarked
package io.sequence.intake.outbound.connection;

import org.jspecify.annotations.NullMarked;
