/** Where letters wait, whom they go to, and the door to SMTP. */
@NullMarked
package io.sequence.mailer.outbound;

import org.jspecify.annotations.NullMarked;
