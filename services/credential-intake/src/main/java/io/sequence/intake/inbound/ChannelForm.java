package io.sequence.intake.inbound;

import io.sequence.intake.domain.alerts.PushKeys;
import io.sequence.intake.domain.alerts.Target;
import io.sequence.intake.domain.support.PlainText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/alerts/channels}.
 *
 * @param kind {@code webhook} or {@code web_push}
 * @param name what to call it, 1 to 64 characters; left out, its host or the browser
 * @param urgentOnly whether it takes urgent alerts alone; left out, it takes all
 * @param url of a webhook, https
 * @param endpoint of a browser, as its subscription has it
 * @param keys of a browser, as its subscription has them
 */
public record ChannelForm(
        @Schema(
                        required = true,
                        enumeration = {"webhook", "web_push"})
                @Nullable String kind,
        @Schema(minLength = 1, maxLength = 64) @Nullable String name,
        @Nullable Boolean urgentOnly,
        @Schema(maxLength = LONGEST_URL) @Nullable String url,
        @Schema(maxLength = LONGEST_URL) @Nullable String endpoint,
        @Nullable SubscriptionKeys keys) {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_URL = 1024;
    private static final String WEBHOOK = "webhook";

    /**
     * A subscription's keys.
     *
     * @param p256dh the browser's public key, base64url
     * @param auth 16 bytes of the browser's, base64url
     */
    public record SubscriptionKeys(
            @Schema(required = true) @Nullable String p256dh,
            @Schema(required = true) @Nullable String auth) {
        @Override
        public String toString() {
            return "SubscriptionKeys[]";
        }
    }

    /** What is wrong, field by field; empty when nothing is but where the URL leads. */
    Map<String, String> objections() {
        Map<String, String> found = new LinkedHashMap<>();
        if (kind == null || !(kind.equals(WEBHOOK) || kind.equals("web_push"))) {
            found.put(
                    "kind",
                    "telegram".equals(kind)
                            ? "is linked by POST /v1/alerts/telegram-links"
                            : "must be webhook or web_push");
            return found;
        }
        String ofName = nameObjection(name);
        if (ofName != null) {
            found.put("name", ofName);
        }
        if (kind.equals(WEBHOOK)) {
            refuseUrl(found, "url", url);
            refuseForeign(found, "endpoint", endpoint);
            refuseForeign(found, "keys", keys);
        } else {
            refuseUrl(found, "endpoint", endpoint);
            refuseForeign(found, "url", url);
            String ofKey = PushKeys.keyObjection(keys == null ? null : keys.p256dh());
            String ofAuth = PushKeys.authObjection(keys == null ? null : keys.auth());
            if (ofKey != null) {
                found.put("keys.p256dh", ofKey);
            }
            if (ofAuth != null) {
                found.put("keys.auth", ofAuth);
            }
        }
        return found;
    }

    /** Where it leads; asked for when there are no objections. */
    Target target() {
        return WEBHOOK.equals(kind)
                ? new Target.Hook(Bodies.required("url", url, LONGEST_URL))
                : new Target.Browser(
                        Bodies.required("endpoint", endpoint, LONGEST_URL),
                        PushKeys.plain(keys == null ? "" : String.valueOf(keys.p256dh())),
                        PushKeys.plain(keys == null ? "" : String.valueOf(keys.auth())));
    }

    /** Which field names where it leads. */
    String addressField() {
        return WEBHOOK.equals(kind) ? "url" : "endpoint";
    }

    /**
     * What it is called.
     *
     * @param browser what to call the browser that asks
     */
    String called(String browser) {
        if (name != null) {
            return name;
        }
        if (!WEBHOOK.equals(kind) || url == null) {
            return browser;
        }
        String host = String.valueOf(URI.create(url).getHost());
        return host.length() > LONGEST_NAME ? host.substring(0, LONGEST_NAME) : host;
    }

    /** What is wrong with a name, or null; no name is none. */
    static @Nullable String nameObjection(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return name.equals(name.strip())
                ? PlainText.objection(name, LONGEST_NAME, false)
                : "must not begin or end with a blank";
    }

    /** Where it leads is often a secret. */
    @Override
    public String toString() {
        return "ChannelForm[]";
    }

    private static void refuseUrl(Map<String, String> found, String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            found.put(field, "is required: a URL that begins with https://");
        } else if (given.length() > LONGEST_URL) {
            found.put(field, "must be at most " + LONGEST_URL + " characters");
        } else if (!given.chars().allMatch(one -> one > ' ' && one < 0x7F)) {
            found.put(field, "must be a URL in plain letters: encode others (%C3%A4, xn--…)");
        }
    }

    private static void refuseForeign(
            Map<String, String> found, String field, @Nullable Object given) {
        if (given != null) {
            found.put(field, "is not a field of this kind; leave it out");
        }
    }
}
