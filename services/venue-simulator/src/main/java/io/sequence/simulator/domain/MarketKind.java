package io.sequence.simulator.domain;

/** The two kinds of market that a key may be admitted to. */
public enum MarketKind {
    SPOT,
    DERIVATIVES
}
