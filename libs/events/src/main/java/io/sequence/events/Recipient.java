package io.sequence.events;

import org.jspecify.annotations.Nullable;

/**
 * Whom to write to, and how they tell our mails from others'.
 *
 * @param email as registered, letter case kept
 * @param name the account's name
 * @param clientId text form, e.g. {@code 0x3E9 / Ada Lovelace}
 * @param antiPhishingCode the user's own word, null until one was given
 */
public record Recipient(
        String email, String name, String clientId, @Nullable String antiPhishingCode) {
    /** Neither the address nor the code belongs in a log. */
    @Override
    public String toString() {
        return "Recipient[" + clientId + "]";
    }
}
