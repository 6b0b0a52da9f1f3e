package io.sequence.launcher.domain;

import io.sequence.events.KeyPaused;

/**
 * What the connection's owner wished last: whether its bot rests.
 *
 * @param act counts their wishes; 0 when there was none
 * @param rests whether it is not to trade, however well its key works
 */
public record Wish(long act, boolean rests) {
    /** Nothing was wished. */
    public static final Wish NONE = new Wish(0, false);

    static Wish of(KeyPaused event) {
        return new Wish(event.act(), event.paused());
    }
}
