package io.sequence.expiry.outbound;

import io.sequence.events.ConnectionEvent.About;
import io.sequence.expiry.domain.ReminderLadder;
import io.sequence.expiry.domain.ReminderStep;
import io.sequence.expiry.domain.WatchedKey;
import io.sequence.vocabulary.AccountId;
import io.sequence.vocabulary.ConnectionId;
import io.sequence.vocabulary.CredentialVersion;
import io.sequence.vocabulary.Mode;
import io.sequence.vocabulary.VenueId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One connection's key as a row of {@code watched_key}. */
@Entity
@Table(name = "watched_key")
class WatchedKeyRow {
    @Id UUID connectionId;
    UUID accountId;

    @Enumerated(EnumType.STRING)
    Mode mode;

    String venue;
    int credentialVersion;
    long revision;
    String label;
    @Nullable Instant expiresAt;
    boolean expiryReported;
    @Nullable Integer saidDaysBefore;
    @Nullable Instant nextAt;

    @Enumerated(EnumType.STRING)
    WatchedKey.State state;

    /** The row as the domain sees it. */
    WatchedKey read() {
        var about =
                new About(
                        new AccountId(accountId),
                        new ConnectionId(connectionId),
                        new CredentialVersion(credentialVersion),
                        revision,
                        new VenueId(venue),
                        mode);
        return new WatchedKey(about, label, ladder(), expiryReported, state);
    }

    /** Takes over what the domain decided; Hibernate writes it when the transaction ends. */
    void write(WatchedKey key) {
        credentialVersion = key.about().credentialVersion().value();
        revision = key.about().revision();
        label = key.label();
        expiryReported = key.expiryReported();
        state = key.state();
        nextAt = key.nextAt();
        ReminderLadder ladder = key.ladder();
        expiresAt = ladder == null ? null : ladder.expiresAt();
        ReminderStep said = ladder == null ? null : ladder.said();
        saidDaysBefore = said == null ? null : said.daysBefore();
    }

    private @Nullable ReminderLadder ladder() {
        if (expiresAt == null) {
            return null;
        }
        ReminderStep said = saidDaysBefore == null ? null : ReminderStep.of(saidDaysBefore);
        return new ReminderLadder(expiresAt, said);
    }
}
