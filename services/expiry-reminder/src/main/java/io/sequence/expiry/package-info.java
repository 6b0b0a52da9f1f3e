/** Warns before a key dies: one ladder of reminders a connection. */
@NullMarked
package io.sequence.expiry;

import org.jspecify.annotations.NullMarked;
