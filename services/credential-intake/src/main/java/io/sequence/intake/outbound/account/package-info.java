/** Rows of accounts, mailed codes and sessions, each change in one transaction with its mail. */
@NullMarked
package io.sequence.intake.outbound.account;

import org.jspecify.annotations.NullMarked;
