/**
 * The whole house on one machine by one command: its servers and the unchanged services, started,
 * watched and stopped.
 */
@NullMarked
package io.sequence.standalone;

import org.jspecify.annotations.NullMarked;
