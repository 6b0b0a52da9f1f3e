/** Wallets of Ethereum's kind: addresses, typed data (EIP-712) and who signed it. */
@NullMarked
package io.sequence.simulator.ether;

import org.jspecify.annotations.NullMarked;
