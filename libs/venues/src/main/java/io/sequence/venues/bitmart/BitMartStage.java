package io.sequence.venues.bitmart;

import io.sequence.faults.Fault;
import io.sequence.venues.api.VenueAnswer.No;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the end of BitMart has come. The dates on which trading and API stop before the last day
 * are unconfirmed, so operators say when: the system property {@value #SETTING}, else the
 * environment's {@value #ENVIRONMENT}. Without either it goes from active to retired after the last
 * day.
 */
enum BitMartStage {
    /** All is as it was. */
    ACTIVE,
    /** Orders that reduce a position or sell a holding, and cancellations. */
    CLOSE_ONLY,
    /** Nothing is placed or cancelled. */
    READ_ONLY,
    /** Nothing is asked: the hosts may have stopped resolving. */
    RETIRED;

    static final String SETTING = "sequence.venues.bitmart.stage";
    static final String ENVIRONMENT = "SEQUENCE_VENUES_BITMART_STAGE";

    /** The last day, UTC. Source: BitMart support, article 53544595916059. */
    static final LocalDate LAST_DAY = LocalDate.of(2027, 1, 31);

    /**
     * What operators have set.
     *
     * @throws IllegalArgumentException when it is no stage
     */
    static Optional<BitMartStage> configured() {
        String property = System.getProperty(SETTING);
        return read(property == null ? System.getenv(ENVIRONMENT) : property);
    }

    /** {@code close-only} and the like; empty text and null set nothing. */
    static Optional<BitMartStage> read(@Nullable String setting) {
        return setting == null || setting.isBlank()
                ? Optional.empty()
                : Optional.of(valueOf(setting.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** What holds at a moment when nobody has set anything. */
    static BitMartStage at(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(LAST_DAY) ? RETIRED : ACTIVE;
    }

    /** Why something that an earlier stage allowed is not asked for any more. */
    <T> No<T> refusal() {
        return switch (this) {
            case ACTIVE -> throw new IllegalStateException("an active venue refuses nothing");
            case CLOSE_ONLY ->
                    no(Fault.ORDER_REJECTED, "BitMart is closing: only orders that reduce go out");
            case READ_ONLY ->
                    no(Fault.ORDER_REJECTED, "BitMart is closing and no longer takes orders");
            case RETIRED -> no(Fault.ACCOUNT_LOCKED, "BitMart has closed");
        };
    }

    private static <T> No<T> no(Fault fault, String words) {
        return new No<>(fault, "", "our check: " + words, null);
    }
}
