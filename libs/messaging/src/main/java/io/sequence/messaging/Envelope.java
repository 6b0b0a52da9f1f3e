package io.sequence.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a payload: a CloudEvents 1.0 event in Kafka's binary mode, its attributes
 * being headers with the prefix {@code ce_}.
 *
 * @param id names the event; a consumer takes each id once
 * @param source the service that wrote it, e.g. {@code /credential-intake}
 * @param type the topic's name
 * @param time when it was written
 * @param traceparent W3C trace context of the act that caused it, null when there was none
 */
public record Envelope(
        UUID id, String source, String type, Instant time, @Nullable String traceparent) {
    static final String TRACEPARENT = "traceparent";

    void writeTo(Headers headers, String subject) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id.toString());
        put(headers, "ce_source", source);
        put(headers, "ce_type", type);
        put(headers, "ce_subject", subject);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/json");
        if (traceparent != null) {
            put(headers, TRACEPARENT, traceparent);
        }
    }

    /**
     * The envelope of a record.
     *
     * @throws IllegalArgumentException when a required attribute is missing or unreadable
     */
    static Envelope of(ConsumerRecord<?, ?> entry) {
        Headers headers = entry.headers();
        try {
            return new Envelope(
                    UUID.fromString(required(headers, "ce_id")),
                    required(headers, "ce_source"),
                    required(headers, "ce_type"),
                    Instant.parse(required(headers, "ce_time")),
                    text(headers, TRACEPARENT));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("header ce_time is no RFC 3339 time");
        }
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String required(Headers headers, String name) {
        String value = text(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
