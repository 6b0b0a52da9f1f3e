package io.sequence.simulator.domain;

/** What a key may do; every venue words these in its own way. */
public enum Right {
    READ,
    TRADE,
    WITHDRAW,
    TRANSFER
}
