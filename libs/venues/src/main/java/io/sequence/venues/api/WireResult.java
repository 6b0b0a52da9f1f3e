package io.sequence.venues.api;

import java.time.Duration;

/** What came of sending one request. */
public sealed interface WireResult {
    /** The venue answered, with whatever status. */
    record Answered(WireResponse response, Duration took) implements WireResult {}

    /** The request never left: no connection, no name. Safe to ask again. */
    record NotSent(String why) implements WireResult {}

    /** The request never left: there is no room for it in a budget before so long. */
    record HeldBack(Duration howLong, String why) implements WireResult {}

    /** The request may have arrived and the answer is lost. */
    record Lost(String why) implements WireResult {}
}
