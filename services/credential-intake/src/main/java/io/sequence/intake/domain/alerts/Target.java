package io.sequence.intake.domain.alerts;

import io.sequence.events.ChannelKind;

/** Where a channel leads. Where that is goes into no log. */
public sealed interface Target {
    /** What kind of channel leads there. */
    ChannelKind kind();

    /** What tells it from others of its kind. */
    String address();

    /**
     * A chat with the house's bot.
     *
     * @param chatId Telegram's number of it
     */
    record Chat(long chatId) implements Target {
        @Override
        public ChannelKind kind() {
            return ChannelKind.TELEGRAM;
        }

        @Override
        public String address() {
            return Long.toString(chatId);
        }

        @Override
        public String toString() {
            return "Chat[]";
        }
    }

    /**
     * A browser's subscription (RFC 8030, RFC 8291).
     *
     * @param endpoint the push service's URL of it
     * @param p256dh the browser's public key, base64url
     * @param auth 16 bytes of the browser's, base64url
     */
    record Browser(String endpoint, String p256dh, String auth) implements Target {
        @Override
        public ChannelKind kind() {
            return ChannelKind.WEB_PUSH;
        }

        @Override
        public String address() {
            return endpoint;
        }

        @Override
        public String toString() {
            return "Browser[]";
        }
    }

    /**
     * A URL of the user's.
     *
     * @param url https
     */
    record Hook(String url) implements Target {
        @Override
        public ChannelKind kind() {
            return ChannelKind.WEBHOOK;
        }

        @Override
        public String address() {
            return url;
        }

        @Override
        public String toString() {
            return "Hook[]";
        }
    }
}
