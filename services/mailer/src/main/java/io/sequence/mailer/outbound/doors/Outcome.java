package io.sequence.mailer.outbound.doors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt. Every {@code why} is in our words, for the user to read: no URL, no
 * token, nothing that the receiver wrote.
 */
public sealed interface Outcome {
    /** The receiver has it. */
    record Taken() implements Outcome {}

    /**
     * Not now; the same message may go later.
     *
     * @param why what stood in the way
     * @param retryAfter how long the receiver asks to be left alone; null when it does not say
     */
    record Later(String why, @Nullable Duration retryAfter) implements Outcome {}

    /**
     * This message never; the channel itself may be well.
     *
     * @param why what is wrong with it
     */
    record Refused(String why) implements Outcome {}

    /**
     * The channel is dead: unsubscribed, blocked, gone.
     *
     * @param why what ended it
     */
    record Gone(String why) implements Outcome {}
}
