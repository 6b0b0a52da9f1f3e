package io.sequence.servers;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * One received mail, read from its bytes.
 *
 * @param id its file's name, which orders mails by arrival
 * @param messageId the sender's {@code Message-ID} without angle brackets, or empty
 * @param size of the whole in bytes
 * @param text the plain part, or empty
 * @param html the HTML part, or empty
 */
record Mail(
        String id,
        String messageId,
        Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        String subject,
        Instant created,
        int size,
        int attachments,
        String text,
        String html) {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int SNIPPET = 250;

    /** A name, possibly empty, and an address. */
    record Mailbox(String name, String address) {}

    /** The beginning of the text on one line. */
    String snippet() {
        String flat = text.replaceAll("\\s+", " ").strip();
        return flat.length() <= SNIPPET ? flat : flat.substring(0, SNIPPET);
    }

    /**
     * Whether the address is among those the mail is for; case counts, as it does for the product.
     */
    boolean isFor(String address) {
        return to.stream().anyMatch(mailbox -> mailbox.address().equals(address))
                || cc.stream().anyMatch(mailbox -> mailbox.address().equals(address));
    }

    /** Reads a mail; what cannot be read is left empty, as an inbox shows broken mails too. */
    static Mail read(String id, Instant created, byte[] bytes) throws IOException {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
            Parts parts = new Parts();
            parts.collect(message);
            List<Mailbox> from = mailboxes(message.getFrom());
            String messageId = message.getMessageID();
            String subject = message.getSubject();
            return new Mail(
                    id,
                    messageId == null ? "" : messageId.replaceAll("[<>]", ""),
                    from.isEmpty() ? new Mailbox("", "") : from.getFirst(),
                    mailboxes(message.getRecipients(Message.RecipientType.TO)),
                    mailboxes(message.getRecipients(Message.RecipientType.CC)),
                    subject == null ? "" : subject,
                    created,
                    bytes.length,
                    parts.attachments,
                    parts.text,
                    parts.html);
        } catch (MessagingException e) {
            throw new IOException("not a mail: " + id, e);
        }
    }

    private static List<Mailbox> mailboxes(Address @org.jspecify.annotations.Nullable [] some) {
        List<Mailbox> mailboxes = new ArrayList<>();
        for (Address address : some == null ? new Address[0] : some) {
            if (address instanceof InternetAddress internet) {
                String name = internet.getPersonal();
                mailboxes.add(new Mailbox(name == null ? "" : name, internet.getAddress()));
            }
        }
        return List.copyOf(mailboxes);
    }

    private static final class Parts {
        private String text = "";
        private String html = "";
        private int attachments;

        void collect(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart inner = several.getBodyPart(i);
                    collect(inner);
                }
            } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                attachments++;
            } else if (part.isMimeType("text/html") && html.isEmpty()) {
                html = String.valueOf(part.getContent());
            } else if (part.isMimeType("text/plain") && text.isEmpty()) {
                text = String.valueOf(part.getContent());
            } else {
                attachments++;
            }
        }
    }
}
