package io.sequence.mailer.outbound.doors;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelChanged.WebhookTarget;
import io.sequence.events.ChannelKind;
import io.sequence.mailer.outbound.doors.PinnedClient.Reply;
import io.sequence.servicebase.PublicTarget;
import io.sequence.servicebase.TargetVerdict;
import io.sequence.vault.WebhookSecrets;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls users' URLs as Standard Webhooks say, and no URL that is not of the public internet. */
final class WebhookDoor implements AlertDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PinnedClient client;
    private final PublicTarget guard;
    private final @Nullable WebhookSecrets secrets;
    private final Clock clock;
    private final DoorMeters meters;

    /**
     * A door.
     *
     * @param secrets what calls are signed with; null when this house has no key for it
     */
    WebhookDoor(
            PinnedClient client,
            PublicTarget guard,
            @Nullable WebhookSecrets secrets,
            Clock clock,
            DoorMeters meters) {
        this.client = client;
        this.guard = guard;
        this.secrets = secrets;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEBHOOK;
    }

    @Override
    public Outcome deliver(ChannelChanged channel, AlertMessage message) {
        WebhookTarget target = channel.webhook();
        if (target == null) {
            return meters.count(kind(), new Outcome.Gone("the channel has no URL"));
        }
        return meters.count(kind(), deliver(channel, target, message));
    }

    private Outcome deliver(ChannelChanged channel, WebhookTarget target, AlertMessage message) {
        if (secrets == null) {
            return new Outcome.Later("webhooks are not set up here", null);
        }
        return switch (guard.check(target.url())) {
            case TargetVerdict.Forbidden no ->
                    no.forGood()
                            ? new Outcome.Refused(no.why())
                            : new Outcome.Later(no.why(), null);
            case TargetVerdict.Unresolved no -> new Outcome.Later(no.why(), null);
            case TargetVerdict.Allowed yes -> {
                Instant now = clock.instant();
                String payload = WebhookPayload.of(message);
                Map<String, String> headers =
                        Map.of(
                                "Content-Type", "application/json",
                                "webhook-id", message.alertId().toString(),
                                "webhook-timestamp", Long.toString(now.getEpochSecond()),
                                "webhook-signature",
                                        signatures(
                                                secrets, channel, target, message, payload, now));
                byte[] body = payload.getBytes(StandardCharsets.UTF_8);
                yield judged(client.post(yes.target(), headers, body, PATIENCE), now);
            }
        };
    }

    /** One for each secret that counts now, the newest first. */
    private static String signatures(
            WebhookSecrets secrets,
            ChannelChanged channel,
            WebhookTarget target,
            AlertMessage message,
            String payload,
            Instant now) {
        String newest = sign(secrets, channel, target.generation(), message, payload, now);
        Instant until = target.previousUntil();
        return until == null || !now.isBefore(until) || target.generation() < 2
                ? newest
                : newest
                        + " "
                        + sign(secrets, channel, target.generation() - 1, message, payload, now);
    }

    private static String sign(
            WebhookSecrets secrets,
            ChannelChanged channel,
            int generation,
            AlertMessage message,
            String payload,
            Instant now) {
        try {
            return new Webhook(secrets.secret(channel.channelId(), generation))
                    .sign(message.alertId().toString(), now.getEpochSecond(), payload);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    private static Outcome judged(Reply reply, Instant now) {
        return switch (reply) {
            case Reply.Failed failed -> new Outcome.Later(failed.why(), null);
            case Reply.Answered answered -> {
                int status = answered.status();
                if (status / 100 == 2) {
                    yield new Outcome.Taken();
                }
                if (status == 410) {
                    yield new Outcome.Gone("it answered 410: it wants no more");
                }
                String why =
                        status / 100 == 3
                                ? "it answered " + status + ": redirects are not followed"
                                : "it answered " + status;
                yield new Outcome.Later(
                        why,
                        status == 429 || status == 503
                                ? RetryAfter.of(answered.headers(), now)
                                : null);
            }
        };
    }
}
