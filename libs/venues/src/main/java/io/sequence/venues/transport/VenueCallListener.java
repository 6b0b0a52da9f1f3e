package io.sequence.venues.transport;

import io.sequence.venues.api.CallClass;
import io.sequence.vocabulary.VenueId;
import java.time.Duration;
import java.util.function.LongFunction;

/** Hears of every call that went out, for metrics and traces. Must be quick and must not throw. */
@FunctionalInterface
public interface VenueCallListener {
    /** Hears nothing. */
    VenueCallListener NONE = call -> {};

    /** One call is over. */
    void called(Call call);

    /**
     * The budget of a venue at one of our addresses is used for the first time.
     *
     * @param address ours; empty when the machine chooses it
     * @param facts how it stands at a moment, in milliseconds since 1970
     * @param spent what calls of a kind have spent of the fullest limit, as a part of it
     */
    default void opened(
            VenueId venue, String address, LongFunction<BudgetFacts> facts, SpentPart spent) {}

    /** What calls of a kind have spent of a budget at a moment. */
    @FunctionalInterface
    interface SpentPart {
        /** From 0 to 1, and above when the venue says so. */
        double of(CallClass kind, long now);
    }

    /**
     * What may be told of a call: neither query nor headers nor body.
     *
     * @param venue which venue
     * @param host label of its host
     * @param method upper case
     * @param path without the query; may hold an order id
     * @param callClass what it was for
     * @param status HTTP status, or 0 when there was no answer
     * @param outcome {@code answered}, {@code not_sent} or {@code lost}
     * @param took from the first byte out to the last byte in, or to giving up
     */
    record Call(
            VenueId venue,
            String host,
            String method,
            String path,
            CallClass callClass,
            int status,
            String outcome,
            Duration took) {}
}
