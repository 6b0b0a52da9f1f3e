package io.sequence.mailer.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the address book knows about a letter's connection.
 *
 * @param label the user's name for it, null when not heard yet
 * @param keyHint last four characters of the key that the letter is about, null when not known
 * @param replacedKeyHint the same of the key that was replaced, null when there is none
 * @param botIds the bots that run on it, text form
 */
public record Background(
        @Nullable String label,
        @Nullable String keyHint,
        @Nullable String replacedKeyHint,
        List<String> botIds) {
    /** For letters that are about no connection. */
    public static final Background NONE = new Background(null, null, null, List.of());
}
