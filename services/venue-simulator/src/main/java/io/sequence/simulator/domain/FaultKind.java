package io.sequence.simulator.domain;

/** The ways in which a venue can be made to fail. */
public enum FaultKind {
    /** The venue's "too many requests", with its headers. */
    RATE_LIMIT,
    /** The venue's internal error. */
    SERVER_ERROR,
    /** The request is carried out, its answer held back, then the connection closed. */
    TIMEOUT,
    /** The venue's clock is ahead. */
    SKEW,
    /** The venue is closed for maintenance. */
    MAINTENANCE,
    /** The venue says that it does not know the key. */
    AUTH_ERROR,
    /** An HTML page with status 403 from whatever stands before the venue. */
    HTML_403
}
