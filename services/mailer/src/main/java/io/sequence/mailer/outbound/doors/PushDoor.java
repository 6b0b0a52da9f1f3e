package io.sequence.mailer.outbound.doors;

import com.zerodeplibs.webpush.MessageEncryption;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import io.sequence.events.AlertKind;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelChanged.PushSubscription;
import io.sequence.events.ChannelKind;
import io.sequence.mailer.outbound.doors.PinnedClient.Reply;
import io.sequence.servicebase.CheckedTarget;
import io.sequence.servicebase.PublicTarget;
import io.sequence.servicebase.TargetVerdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends to browsers through their push services: RFC 8030 (the protocol), 8291 (encryption to the
 * browser), 8292 (by which key the service knows us).
 */
final class PushDoor implements AlertDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** RFC 8292 allows a day. */
    private static final Duration TOKEN_LIFETIME = Duration.ofHours(12);

    private final PinnedClient client;
    private final PublicTarget guard;
    private final @Nullable VAPIDKeyPair keys;
    private final String subject;
    private final Clock clock;
    private final DoorMeters meters;
    private final MessageEncryption encryption = MessageEncryptions.of();

    /**
     * A door.
     *
     * @param keys by which push services know us; null when this house has none
     * @param subject whom they may write to
     */
    PushDoor(
            PinnedClient client,
            PublicTarget guard,
            @Nullable VAPIDKeyPair keys,
            String subject,
            Clock clock,
            DoorMeters meters) {
        this.client = client;
        this.guard = guard;
        this.keys = keys;
        this.subject = subject;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.WEB_PUSH;
    }

    @Override
    public Outcome deliver(ChannelChanged channel, AlertMessage message) {
        PushSubscription subscription = channel.push();
        if (subscription == null) {
            return meters.count(kind(), new Outcome.Gone("the channel has no subscription"));
        }
        if (keys == null) {
            return meters.count(
                    kind(), new Outcome.Later("browser notifications are not set up here", null));
        }
        return meters.count(kind(), deliver(keys, subscription, message));
    }

    private Outcome deliver(
            VAPIDKeyPair known, PushSubscription subscription, AlertMessage message) {
        return switch (guard.check(subscription.endpoint())) {
            case TargetVerdict.Forbidden no ->
                    no.forGood()
                            ? new Outcome.Refused(no.why())
                            : new Outcome.Later(no.why(), null);
            case TargetVerdict.Unresolved no -> new Outcome.Later(no.why(), null);
            case TargetVerdict.Allowed yes -> {
                Reply reply =
                        send(known, yes.target(), subscription, message, PushPayload.of(message));
                if (reply instanceof Reply.Answered answered && answered.status() == 413) {
                    String brief = PushPayload.brief(message);
                    reply = send(known, yes.target(), subscription, message, brief);
                }
                yield judged(reply, clock.instant());
            }
        };
    }

    private Reply send(
            VAPIDKeyPair known,
            CheckedTarget target,
            PushSubscription subscription,
            AlertMessage message,
            String payload) {
        byte[] body;
        try {
            body =
                    encryption
                            .encrypt(
                                    UserAgentMessageEncryptionKeyInfo.of(
                                            subscription.p256dh(), subscription.auth()),
                                    PushMessage.ofUTF8(payload))
                            .toBytes();
        } catch (RuntimeException unusable) {
            // What the library says may quote the keys.
            return UNUSABLE_KEYS;
        }
        VAPIDJWTParam token =
                VAPIDJWTParam.getBuilder()
                        .resourceURLString(target.origin() + "/")
                        .expirationTime(clock.instant().plus(TOKEN_LIFETIME))
                        .subject(subject)
                        .build();
        return client.post(
                target,
                Map.of(
                        "Authorization",
                        known.generateAuthorizationHeaderValue(token),
                        "Content-Type",
                        "application/octet-stream",
                        "Content-Encoding",
                        "aes128gcm",
                        "TTL",
                        Long.toString(lifetime(message.kind()).toSeconds()),
                        "Urgency",
                        message.kind().urgent() ? "high" : "normal",
                        "Topic",
                        PushPayload.topic(message)),
                body,
                PATIENCE);
    }

    /** How long a push service keeps it for a browser that is away. */
    private static Duration lifetime(AlertKind kind) {
        if (kind == AlertKind.TEST) {
            return Duration.ofMinutes(5);
        }
        return kind.urgent() ? Duration.ofDays(1) : Duration.ofHours(4);
    }

    private static final Reply UNUSABLE_KEYS = new Reply.Failed("unusable keys");

    private static Outcome judged(Reply reply, Instant now) {
        if (reply == UNUSABLE_KEYS) {
            return new Outcome.Gone("the browser's keys cannot be used");
        }
        return switch (reply) {
            case Reply.Failed failed -> new Outcome.Later("push service: " + failed.why(), null);
            case Reply.Answered answered ->
                    switch (answered.status()) {
                        case 200, 201, 202, 204 -> new Outcome.Taken();
                        case 404, 410 -> new Outcome.Gone("the browser is no longer subscribed");
                        case 429, 503 ->
                                new Outcome.Later(
                                        "the push service asks us to slow down",
                                        RetryAfter.of(answered.headers(), now));
                        case 413 -> new Outcome.Refused("the push service finds it too long");
                        case 400 -> new Outcome.Refused("the push service does not take it");
                        // Ours to mend, not the user's: another key pair, or a clock that is off.
                        case 401, 403 ->
                                new Outcome.Later("the push service does not know us", null);
                        default ->
                                new Outcome.Later(
                                        "the push service answered " + answered.status(), null);
                    };
        };
    }
}
