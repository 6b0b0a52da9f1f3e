package io.sequence.venues.api;

import io.sequence.faults.Fault;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of asking a venue; there is no fourth case and no exception to forget. */
public sealed interface VenueAnswer<T> {
    /** The venue said yes. */
    record Yes<T>(T value) implements VenueAnswer<T> {}

    /**
     * The venue said no, or could not be asked.
     *
     * @param fault the row of the fault catalogue
     * @param venueCode the venue's own code, or the HTTP status; empty when it was never reached
     * @param venueWords the venue's own words, shortened to 500 characters and free of control
     *     characters
     * @param retryAfter how long the venue asks us to wait
     */
    record No<T>(Fault fault, String venueCode, String venueWords, @Nullable Duration retryAfter)
            implements VenueAnswer<T> {
        /** The same refusal as an answer to another question. */
        public <R> No<R> as() {
            return new No<>(fault, venueCode, venueWords, retryAfter);
        }
    }

    /** It may have happened: look before asking again. */
    record Unknown<T>(String why) implements VenueAnswer<T> {
        /** The same uncertainty as an answer to another question. */
        public <R> Unknown<R> as() {
            return new Unknown<>(why);
        }
    }

    /** The answer with its value turned into another; refusals and uncertainty stay as they are. */
    default <R> VenueAnswer<R> map(Function<T, R> turn) {
        return switch (this) {
            case Yes<T> yes -> new Yes<>(turn.apply(yes.value()));
            case No<T> no -> no.as();
            case Unknown<T> unknown -> unknown.as();
        };
    }

    /** The answer of a further question that needs this one's value. */
    default <R> VenueAnswer<R> then(Function<T, VenueAnswer<R>> ask) {
        return switch (this) {
            case Yes<T> yes -> ask.apply(yes.value());
            case No<T> no -> no.as();
            case Unknown<T> unknown -> unknown.as();
        };
    }
}
