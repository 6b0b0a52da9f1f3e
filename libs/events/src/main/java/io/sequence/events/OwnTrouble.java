package io.sequence.events;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code own.trouble}, written by health-check: something of ours keeps keys from being proven, or
 * that is over. It is told to operators and to nobody else: no connection is blamed for it.
 *
 * @param troubleId names it; the record key
 * @param kind what is wrong
 * @param words one sentence for operators: what was seen
 * @param since when it began, as well as we know
 * @param until when it was over; null when it begins
 * @param connections how many pings it had spoilt at this moment
 */
public record OwnTrouble(
        UUID troubleId,
        Kind kind,
        String words,
        Instant since,
        @Nullable Instant until,
        int connections)
        implements Event {
    @Override
    public UUID key() {
        return troubleId;
    }

    /** What of ours is wrong. */
    public enum Kind {
        /** Nearly no venue can be reached: names, routes or the way out. */
        EGRESS,
        /** Several venues' clocks agree that ours is wrong. */
        CLOCK,
        /** Keys of several accounts refuse our address: it changed, or left the published list. */
        EGRESS_ADDRESS,
        /** The database took nothing; pings went on, and what they showed waited. */
        DATABASE;

        /** The name on the wire, e.g. {@code egress_address}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
