/** What sets validation going: submitted keys, ended connections, and the clock. */
@NullMarked
package io.sequence.validation.inbound;

import org.jspecify.annotations.NullMarked;
