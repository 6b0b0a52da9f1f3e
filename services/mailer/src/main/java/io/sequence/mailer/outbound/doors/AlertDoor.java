package io.sequence.mailer.outbound.doors;

import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelKind;

/** One way out for alerts. It tries once; when to try again its caller decides. */
public interface AlertDoor {
    /** Which channels it serves. */
    ChannelKind kind();

    /**
     * Tries once to tell; blocks for seconds at most and throws nothing that the network or the
     * receiver can cause.
     *
     * @param channel of this door's {@link #kind()}, with its target
     * @param message what to tell
     */
    Outcome deliver(ChannelChanged channel, AlertMessage message);
}
