package io.sequence.intake.domain.account;

import io.sequence.events.Recipient;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ClientId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One registered account, as the house shows it. The password's hash stays with the ledger.
 *
 * @param id whose
 * @param clientId number and name
 * @param email as registered, letter case kept
 * @param role {@code trader} or {@code operator}
 * @param antiPhishingCode the user's own word, null until one was given
 * @param clearance whether support must clear it first
 * @param registeredAt when
 * @param emailProvenAt when a mailed code was first given back, null until then
 */
public record Account(
        AccountId id,
        ClientId clientId,
        String email,
        String role,
        @Nullable String antiPhishingCode,
        Clearance clearance,
        Instant registeredAt,
        @Nullable Instant emailProvenAt) {
    /** The name given at registration. */
    public String name() {
        return clientId.accountName();
    }

    /** Whom mails are written to. */
    public Recipient recipient() {
        return new Recipient(email, name(), clientId.toString(), antiPhishingCode);
    }

    /** Neither address nor code belongs in a log. */
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
