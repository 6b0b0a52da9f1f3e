package io.sequence.mailer;

import io.sequence.events.Event;
import io.sequence.events.EventCatalog;
import io.sequence.events.EventJson;
import io.sequence.testing.EventProbe;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says events as their writers do, and reads mails as people do. */
final class Post {
    private Post() {}

    /** One right after the other. */
    static void say(EventProbe topics, Event... events) {
        topics.publish(Stream.of(events).map(event -> written(UUID.randomUUID(), event)).toList());
    }

    static void say(EventProbe topics, UUID id, Event event) {
        topics.publish(List.of(written(id, event)));
    }

    private static EventProbe.Written written(UUID id, Event event) {
        String topic = EventCatalog.topicOf(event).name();
        return new EventProbe.Written(
                topic, event.key().toString(), EventJson.write(event), headers(id, topic));
    }

    static Map<String, String> headers(UUID id, String topic) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id.toString(),
                "ce_source",
                "/test",
                "ce_type",
                topic,
                "ce_time",
                Instant.now().toString());
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(MimeMessage mail) {
        return body(mail, "text/plain");
    }

    static String html(MimeMessage mail) {
        return body(mail, "text/html");
    }

    static String calendar(MimeMessage mail) {
        return body(mail, "text/calendar");
    }

    /** Its parts by type, e.g. {@code multipart/alternative[text/plain,text/html]}. */
    static String structure(Part part) throws MessagingException, IOException {
        String type = part.getContentType().replaceAll("[;\\s].*", "").toLowerCase(Locale.ROOT);
        if (!(part.getContent() instanceof Multipart parts)) {
            return type;
        }
        var inner = new StringJoiner(",", type + "[", "]");
        for (int i = 0; i < parts.getCount(); i++) {
            inner.add(structure(parts.getBodyPart(i)));
        }
        return inner.toString();
    }

    private static String body(MimeMessage mail, String type) {
        try {
            String found = find(mail, type);
            if (found == null) {
                throw new AssertionError("the mail has no part of type " + type);
            }
            return found.replace("\r\n", "\n");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String find(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent() instanceof String words
                    ? words
                    : new String(part.getInputStream().readAllBytes());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String found = find(each, type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
