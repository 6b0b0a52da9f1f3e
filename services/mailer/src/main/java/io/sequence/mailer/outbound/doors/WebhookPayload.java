package io.sequence.mailer.outbound.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sequence.events.AlertKind;

/** What a webhook says: {@code type}, {@code timestamp}, {@code data} (Standard Webhooks). */
final class WebhookPayload {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WebhookPayload() {}

    static String of(AlertMessage message) {
        ObjectNode payload =
                JSON.createObjectNode()
                        .put("type", type(message.kind()))
                        .put("timestamp", message.at().toString());
        ObjectNode data = payload.putObject("data");
        data.put("alert_id", message.alertId().toString())
                .put("title", message.title())
                .put("text", String.join("\n", message.lines()))
                .put("url", message.url());
        ArrayNode connections = data.putArray("connections");
        for (AlertMessage.Subject subject : message.subjects()) {
            connections
                    .addObject()
                    .put("connection_id", subject.id().toString())
                    .put("label", subject.label())
                    .put("venue", subject.venue().toString())
                    .put("state", subject.state())
                    .put("fault", subject.fault());
        }
        try {
            return JSON.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text is always JSON", e);
        }
    }

    /** The name of what happened, for programs to choose by. */
    static String type(AlertKind kind) {
        return switch (kind) {
            case FAILING -> "connection.failing";
            case STILL_FAILING -> "connection.still_failing";
            case RECOVERED -> "connection.recovered";
            case VENUE_INCIDENT -> "venue.incident";
            case DRIFTED -> "connection.drifted";
            case EXPIRING -> "connection.expiring";
            case EXPIRED -> "connection.expired";
            case PAUSED -> "strategy.paused";
            case RESUMED -> "strategy.resumed";
            case TEST -> "alert.test";
        };
    }
}
