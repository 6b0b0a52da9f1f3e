package io.sequence.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * {@code channel.linked}, written by mailer: somebody sent the bot a one-time code from a chat.
 * Whether there is such a code credential-intake knows.
 *
 * @param codeHash SHA-256 of the code's ASCII, lower-case hexadecimal
 * @param chatId Telegram's number of the chat
 * @param chatName what the person is called there, untrusted, one line, at most 64 characters
 * @param at when the bot read it
 */
public record ChannelLinked(String codeHash, long chatId, String chatName, Instant at)
        implements Event {
    @Override
    public UUID key() {
        return UUID.nameUUIDFromBytes(codeHash.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "ChannelLinked[]";
    }
}
