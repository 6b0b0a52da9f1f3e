/** What support works with: requests, messages, how mails stand, and lists of all accounts. */
@NullMarked
package io.sequence.intake.outbound.support;

import org.jspecify.annotations.NullMarked;
