package io.sequence.simulator.domain;

/** Whether an order names its price. */
public enum OrderType {
    MARKET,
    LIMIT
}
