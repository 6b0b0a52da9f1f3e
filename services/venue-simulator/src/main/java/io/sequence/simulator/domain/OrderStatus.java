package io.sequence.simulator.domain;

/**
 * What became of an order. The simulator fills an order in one piece, so there is no partial state.
 */
public enum OrderStatus {
    OPEN,
    FILLED,
    CANCELLED
}
