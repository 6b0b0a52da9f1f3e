/** Accounts, keys, wallets, prices, orders and faults, the same for every venue. */
@NullMarked
package io.sequence.simulator.domain;

import org.jspecify.annotations.NullMarked;
