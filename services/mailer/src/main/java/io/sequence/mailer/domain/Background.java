package io.sequence.mailer.domain;

import io.sequence.events.KeyHealth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the address book knows about a letter's connection.
 *
 * @param label the user's name for it, null when not heard yet
 * @param keyHint last four characters of the key that the letter is about, null when not known
 * @param replacedKeyHint the same of the key that was replaced, null when there is none
 * @param botIds the bots that run on it, text form
 * @param others of a letter about several connections: all of them, oldest first; empty elsewhere
 */
public record Background(
        @Nullable String label,
        @Nullable String keyHint,
        @Nullable String replacedKeyHint,
        List<String> botIds,
        List<Other> others) {
    /** For letters that are about no connection. */
    public static final Background NONE = new Background(null, null, null, List.of());

    /** Of a letter about one connection. */
    public Background(
            @Nullable String label,
            @Nullable String keyHint,
            @Nullable String replacedKeyHint,
            List<String> botIds) {
        this(label, keyHint, replacedKeyHint, botIds, List.of());
    }

    /**
     * One of several connections.
     *
     * @param health what happened to it
     * @param label the user's name for it, null when not heard yet
     */
    public record Other(KeyHealth health, @Nullable String label) {}

    /** The same about several connections. */
    public Background with(List<Other> several) {
        return new Background(label, keyHint, replacedKeyHint, botIds, several);
    }
}
