package io.sequence.simulator.domain;

/** How long an order stands: until cancelled, at once or not at all, or only as a maker. */
public enum TimeInForce {
    GTC,
    IOC,
    FOK,
    POST_ONLY
}
