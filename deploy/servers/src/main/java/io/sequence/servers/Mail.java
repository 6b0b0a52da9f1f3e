package io.sequence.servers;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One received mail, read from its bytes.
 *
 * @param id its file's name, which orders mails by arrival
 * @param messageId the sender's {@code Message-ID} without angle brackets, or empty
 * @param size of the whole in bytes
 * @param files what is attached, in order
 * @param text the plain part, or empty
 * @param html the HTML part, or empty
 * @param headers in order, as people read them
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
        List<Attached> files,
        String text,
        String html,
        List<Header> headers) {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final int SNIPPET = 250;

    /** A name, possibly empty, and an address. */
    record Mailbox(String name, String address) {}

    /** A file that came with the mail; its bytes stay on the disk. */
    record Attached(String name, String type, int size) {}

    /** One line of the head. */
    record Header(String name, String value) {}

    /** How many files are attached. */
    int attachments() {
        return files.size();
    }

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
            MailParts parts = MailParts.of(message);
            List<Mailbox> from = mailboxes(message, "From");
            String messageId = message.getMessageID();
            String subject = message.getSubject();
            return new Mail(
                    id,
                    messageId == null ? "" : messageId.replaceAll("[<>]", ""),
                    from.isEmpty() ? new Mailbox("", "") : from.getFirst(),
                    mailboxes(message, Message.RecipientType.TO.toString()),
                    mailboxes(message, Message.RecipientType.CC.toString()),
                    subject == null ? "" : subject,
                    created,
                    bytes.length,
                    parts.files(),
                    parts.text(),
                    parts.html(),
                    headers(message));
        } catch (MessagingException e) {
            throw new IOException("not a mail: " + id, e);
        }
    }

    /** The bytes of one attached file of a mail; empty when there is no such file. */
    static Optional<byte[]> file(byte[] mail, int number) throws IOException {
        try {
            return MailParts.of(new MimeMessage(SESSION, new ByteArrayInputStream(mail)))
                    .file(number);
        } catch (MessagingException e) {
            throw new IOException("not a mail", e);
        }
    }

    private static List<Header> headers(MimeMessage message) throws MessagingException {
        List<Header> headers = new ArrayList<>();
        for (jakarta.mail.Header each : Collections.list(message.getAllHeaders())) {
            String value = each.getValue() == null ? "" : MimeUtility.unfold(each.getValue());
            try {
                value = MimeUtility.decodeText(value);
            } catch (UnsupportedEncodingException e) {
                // Shown as it came.
            }
            headers.add(new Header(each.getName(), value));
        }
        return List.copyOf(headers);
    }

    private static List<Mailbox> mailboxes(MimeMessage message, String header)
            throws MessagingException {
        @Nullable String line = message.getHeader(header, ",");
        List<Mailbox> mailboxes = new ArrayList<>();
        Address[] addresses;
        try {
            addresses = line == null ? new Address[0] : InternetAddress.parseHeader(line, false);
        } catch (AddressException e) {
            addresses = new Address[0];
        }
        for (Address address : addresses) {
            if (address instanceof InternetAddress internet) {
                String name = internet.getPersonal();
                String plain = internet.getAddress();
                mailboxes.add(new Mailbox(name == null ? "" : name, plain == null ? "" : plain));
            }
        }
        return List.copyOf(mailboxes);
    }
}
