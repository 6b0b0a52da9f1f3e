/** Hyperliquid: perpetuals and spot on one chain, traded with API wallets that cannot withdraw. */
@NullMarked
package io.sequence.venues.hyperliquid;

import org.jspecify.annotations.NullMarked;
