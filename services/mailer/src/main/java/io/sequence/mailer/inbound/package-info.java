/** What the mailer hears: the topics and the clock. */
@NullMarked
package io.sequence.mailer.inbound;

import org.jspecify.annotations.NullMarked;
