package io.sequence.servers;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inbox's answers, in the field names of Mailpit's API v1. */
final class MailApi {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private MailApi() {}

    /**
     * A page of a list of mails.
     *
     * @param found the mails asked for, newest first
     * @param inbox how many there are in the whole inbox
     */
    static byte[] list(List<Mail> found, int inbox, int start, int limit) {
        List<Map<String, Object>> page =
                found.stream().skip(start).limit(limit).map(MailApi::summary).toList();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("total", inbox);
        body.put("unread", inbox);
        body.put("count", page.size());
        body.put("messages_count", found.size());
        body.put("start", start);
        body.put("tags", List.of());
        body.put("messages", page);
        return json(body);
    }

    /** One mail in full. */
    static byte[] message(Mail mail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ID", mail.id());
        body.put("MessageID", mail.messageId());
        addresses(body, mail);
        body.put("Subject", mail.subject());
        body.put("Date", mail.created().toString());
        body.put("Tags", List.of());
        body.put("Text", mail.text());
        body.put("HTML", mail.html());
        body.put("Size", mail.size());
        body.put("Inline", List.of());
        body.put("Attachments", attachments(mail));
        return json(body);
    }

    /** The head of a mail: each name with its values. */
    static byte[] headers(Mail mail) {
        Map<String, List<String>> body = new LinkedHashMap<>();
        for (Mail.Header header : mail.headers()) {
            body.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
        }
        return json(body);
    }

    private static List<Map<String, Object>> attachments(Mail mail) {
        List<Map<String, Object>> attachments = new ArrayList<>();
        for (int i = 0; i < mail.files().size(); i++) {
            Mail.Attached file = mail.files().get(i);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("PartID", Integer.toString(i));
            body.put("FileName", file.name());
            body.put("ContentType", file.type());
            body.put("ContentID", "");
            body.put("Size", file.size());
            attachments.add(body);
        }
        return attachments;
    }

    private static Map<String, Object> summary(Mail mail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ID", mail.id());
        body.put("MessageID", mail.messageId());
        body.put("Read", false);
        addresses(body, mail);
        body.put("Subject", mail.subject());
        body.put("Created", mail.created().toString());
        body.put("Size", mail.size());
        body.put("Attachments", mail.attachments());
        body.put("Snippet", mail.snippet());
        body.put("Tags", List.of());
        return body;
    }

    private static void addresses(Map<String, Object> body, Mail mail) {
        body.put("From", mailbox(mail.from()));
        body.put("To", mail.to().stream().map(MailApi::mailbox).toList());
        body.put("Cc", mail.cc().stream().map(MailApi::mailbox).toList());
        body.put("Bcc", List.of());
        body.put("ReplyTo", List.of());
    }

    private static Map<String, String> mailbox(Mail.Mailbox mailbox) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("Name", mailbox.name());
        body.put("Address", mailbox.address());
        return body;
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("maps of strings and numbers can be written", e);
        }
    }
}
