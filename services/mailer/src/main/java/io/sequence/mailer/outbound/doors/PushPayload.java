package io.sequence.mailer.outbound.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.events.AlertKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * What a browser's service worker is told: {@code {"title","body","url","tag","kind","urgent",
 * "alert_id","at"}}.
 */
final class PushPayload {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 8030: 4096 bytes, encrypted, are always taken; leaves room for header and tag. */
    private static final int LONGEST_BYTES = 3_000;

    private static final int LONGEST_TITLE = 120;
    private static final int TOPIC_CHARACTERS = 32;

    private PushPayload() {}

    /** In full, or as much as push services take. */
    static String of(AlertMessage message) {
        String text = String.join("\n", message.lines());
        String payload = json(message, text);
        while (payload.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES && !text.isEmpty()) {
            text = shorter(text);
            payload = json(message, text);
        }
        return payload;
    }

    /** The title alone. */
    static String brief(AlertMessage message) {
        return json(message, "");
    }

    /**
     * What a newer message replaces an older by, as long as the browser has not seen it: the same
     * connections, the same venue, or another test. 32 characters of base64url (RFC 8030, 5.4).
     */
    static String topic(AlertMessage message) {
        String about =
                switch (message.kind()) {
                    case TEST -> "test";
                    case VENUE_INCIDENT ->
                            message.subjects().stream()
                                    .map(subject -> subject.venue().toString())
                                    .distinct()
                                    .sorted()
                                    .collect(Collectors.joining(" ", "venue ", ""));
                    default ->
                            message.subjects().isEmpty()
                                    ? message.alertId().toString()
                                    : message.subjects().stream()
                                            .map(subject -> subject.id().toString())
                                            .sorted()
                                            .collect(Collectors.joining(" "));
                };
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(about.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(hash)
                    .substring(0, TOPIC_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String json(AlertMessage message, String text) {
        AlertKind kind = message.kind();
        ObjectNode payload =
                JSON.createObjectNode()
                        .put("title", cut(message.title(), LONGEST_TITLE))
                        .put("body", text)
                        .put("url", message.url())
                        .put("tag", topic(message))
                        .put("kind", kind.wireName())
                        .put("urgent", kind.urgent())
                        .put("alert_id", message.alertId().toString())
                        .put("at", message.at().toString());
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text is always JSON", e);
        }
    }

    private static String shorter(String text) {
        int characters = text.codePointCount(0, text.length()) * 3 / 4;
        return characters < 2 ? "" : cut(text, characters - 1);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) > longest
                ? text.substring(0, text.offsetByCodePoints(0, longest)) + "…"
                : text;
    }
}
