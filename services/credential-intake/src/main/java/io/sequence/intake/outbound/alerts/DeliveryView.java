package io.sequence.intake.outbound.alerts;

import io.sequence.vocabulary.ConnectionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An alert on one channel, as it stands.
 *
 * @param alertId names the alert; together with the channel, the delivery
 * @param channelId on which channel
 * @param channelName what that is called; null when it is gone
 * @param kind what kind of channel that is
 * @param alert what it tells, e.g. {@code failing}
 * @param title the same for people
 * @param connections which connections it is about; empty when about none
 * @param delivery {@code waiting}, {@code sent}, {@code failed} or {@code expired} (its time passed
 *     first)
 * @param attempts how often it was tried
 * @param reason what stands or stood in the way; null when nothing does
 * @param queuedAt since when it has been on its way
 * @param at when it came to stand so
 */
public record DeliveryView(
        UUID alertId,
        UUID channelId,
        @Nullable String channelName,
        @Schema(enumeration = {"telegram", "web_push", "webhook"}) String kind,
        @Schema(examples = "failing") String alert,
        String title,
        List<ConnectionId> connections,
        @Schema(enumeration = {"waiting", "sent", "failed", "expired"}) String delivery,
        int attempts,
        @Nullable String reason,
        Instant queuedAt,
        Instant at) {}
