package io.sequence.intake.inbound;

import io.sequence.events.ChannelKind;
import io.sequence.intake.domain.alerts.Channel;
import io.sequence.intake.domain.alerts.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A channel as its owner sees it.
 *
 * @param channelId names it
 * @param kind what it is
 * @param name for people
 * @param enabled whether alerts are sent there
 * @param urgentOnly whether it takes urgent alerts alone
 * @param state {@code on}, {@code off}, or {@code lost}: it takes nothing any more
 * @param reason why it was lost; null when it was not
 * @param fix what to do about that; null when it was not lost
 * @param lostAt when; null when it was not
 * @param url of a webhook; null of others
 * @param endpointSha256 of a browser's endpoint, lower-case hexadecimal, so that a page finds its
 *     own; null of others
 * @param previousUntil until when a webhook's calls are signed with the secret before, too; null
 *     when there is none
 * @param createdAt since when there is this channel
 */
public record ChannelView(
        UUID channelId,
        @Schema(enumeration = {"telegram", "web_push", "webhook"}) String kind,
        String name,
        boolean enabled,
        boolean urgentOnly,
        @Schema(enumeration = {"on", "off", "lost"}) String state,
        @Nullable String reason,
        @Nullable String fix,
        @Nullable Instant lostAt,
        @Nullable String url,
        @Nullable String endpointSha256,
        @Nullable Instant previousUntil,
        Instant createdAt) {
    static ChannelView of(Channel channel, Instant now) {
        Channel.Loss loss = channel.loss();
        Instant previous = channel.previousUntil();
        return new ChannelView(
                channel.id(),
                channel.target().kind().wireName(),
                channel.name(),
                channel.enabled(),
                channel.urgentOnly(),
                state(channel),
                loss == null ? null : loss.reason(),
                loss == null ? null : fix(channel.target().kind()),
                loss == null ? null : loss.at(),
                channel.target() instanceof Target.Hook(String url) ? url : null,
                channel.target() instanceof Target.Browser browser
                        ? sha256(browser.endpoint())
                        : null,
                previous != null && previous.isAfter(now) ? previous : null,
                channel.createdAt());
    }

    /** Its state in a word. */
    static String state(Channel channel) {
        if (channel.loss() != null) {
            return "lost";
        }
        return channel.enabled() ? "on" : "off";
    }

    /** Where it leads is often a secret. */
    @Override
    public String toString() {
        return "ChannelView[" + channelId + "]";
    }

    private static String fix(ChannelKind kind) {
        return switch (kind) {
            case TELEGRAM -> "Link the chat again, or remove this channel.";
            case WEB_PUSH -> "Switch alerts on again in that browser, or remove this channel.";
            case WEBHOOK -> "Mend what answers at the URL, then switch the webhook on again.";
            case MAIL -> throw new IllegalArgumentException("mail is never lost");
        };
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
