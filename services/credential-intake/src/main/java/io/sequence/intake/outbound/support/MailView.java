package io.sequence.intake.outbound.support;

import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A mail to the account, as it stands; nothing of what is in it.
 *
 * @param mailId names it
 * @param template e.g. {@code expiring}
 * @param title what it is, for people
 * @param connectionId the connection that it is about, null when about the account
 * @param delivery {@code waiting}, {@code sent} (the mail server took it), {@code failed} or {@code
 *     expired} (its time passed first)
 * @param reason what stands or stood in the way; null when nothing does
 * @param queuedAt since when it has been on its way
 * @param at when it came to stand so
 */
public record MailView(
        String mailId,
        String template,
        String title,
        @Nullable ConnectionId connectionId,
        @Schema(enumeration = {"waiting", "sent", "failed", "expired"}) String delivery,
        @Nullable String reason,
        Instant queuedAt,
        Instant at) {}
