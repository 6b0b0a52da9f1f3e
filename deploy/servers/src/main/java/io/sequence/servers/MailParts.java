package io.sequence.servers;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A mail taken apart: its text, its HTML, and the files that are neither. */
final class MailParts {
    /** Deeper than any real mail, and no deeper than the stack. */
    private static final int DEEPEST = 20;

    private final List<Part> attached = new ArrayList<>();
    private String text = "";
    private String html = "";

    private MailParts() {}

    static MailParts of(Part mail) throws MessagingException, IOException {
        MailParts parts = new MailParts();
        parts.collect(mail, 0);
        return parts;
    }

    String text() {
        return text;
    }

    String html() {
        return html;
    }

    /** The attached files, without their bytes. */
    List<Mail.Attached> files() throws IOException {
        List<Mail.Attached> files = new ArrayList<>();
        for (Part part : attached) {
            files.add(new Mail.Attached(name(part), type(part), bytes(part).length));
        }
        return List.copyOf(files);
    }

    Optional<byte[]> file(int number) throws IOException {
        return number < 0 || number >= attached.size()
                ? Optional.empty()
                : Optional.of(bytes(attached.get(number)));
    }

    private void collect(Part part, int depth) throws MessagingException, IOException {
        if (depth < DEEPEST && part.isMimeType("multipart/*")) {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    collect(several.getBodyPart(i), depth + 1);
                }
                return;
            }
        }
        boolean shown = !Part.ATTACHMENT.equalsIgnoreCase(disposition(part));
        if (shown && part.isMimeType("text/html") && html.isEmpty()) {
            html = words(part);
        } else if (shown && part.isMimeType("text/plain") && text.isEmpty()) {
            text = words(part);
        } else {
            attached.add(part);
        }
    }

    private static String words(Part part) throws MessagingException, IOException {
        try {
            return String.valueOf(part.getContent());
        } catch (IOException e) {
            // An encoding that nobody knows.
            return new String(bytes(part), StandardCharsets.ISO_8859_1);
        }
    }

    private static byte[] bytes(Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException | MessagingException e) {
            return new byte[0];
        }
    }

    private static String name(Part part) {
        try {
            String name = part.getFileName();
            return name == null || name.isBlank() ? "unnamed" : MimeUtility.decodeText(name);
        } catch (IOException | MessagingException e) {
            return "unnamed";
        }
    }

    private static String type(Part part) {
        try {
            return part.getContentType()
                    .replaceAll("[;\\s].*", "")
                    .toLowerCase(java.util.Locale.ROOT);
        } catch (MessagingException e) {
            return "application/octet-stream";
        }
    }

    private static String disposition(Part part) {
        try {
            String disposition = part.getDisposition();
            return disposition == null ? "" : disposition;
        } catch (MessagingException e) {
            return "";
        }
    }
}
