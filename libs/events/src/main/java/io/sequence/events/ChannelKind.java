package io.sequence.events;

import java.util.Locale;

/** A way to reach a user with alerts. */
public enum ChannelKind {
    /** The account's own address. */
    MAIL,
    /** A chat with the house's Telegram bot. */
    TELEGRAM,
    /** A browser that subscribed (RFC 8030). */
    WEB_PUSH,
    /** A URL of the user's, called as Standard Webhooks say. */
    WEBHOOK;

    /** The name on the wire, e.g. {@code web_push}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
