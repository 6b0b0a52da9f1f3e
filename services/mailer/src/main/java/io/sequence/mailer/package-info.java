/** Writes to people: hears what happened and mails it, once an event. */
@NullMarked
package io.sequence.mailer;

import org.jspecify.annotations.NullMarked;
