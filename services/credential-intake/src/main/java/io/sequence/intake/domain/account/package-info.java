/** Accounts: who may register, how an address is proven, and how a session lives on. */
@NullMarked
package io.sequence.intake.domain.account;

import org.jspecify.annotations.NullMarked;
