package io.sequence.simulator.domain;

/**
 * Where an account's money lies: the wallet that trades, the one that does not, and a separate
 * futures wallet.
 */
public enum WalletKind {
    TRADING,
    FUNDING,
    FUTURES
}
