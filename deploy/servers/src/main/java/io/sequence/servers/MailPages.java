package io.sequence.servers;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The inbox for people: a list, and a mail with its HTML part shut in a sandboxed frame. */
final class MailPages {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private static final String HEAD =
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width">
            <style>body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b2430}
            table{width:100%%;border-collapse:collapse}td,th{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #dde3ea}
            pre{white-space:pre-wrap;background:#f5f7f9;padding:1rem;border-radius:6px}iframe{width:100%%;height:36rem;border:1px solid #dde3ea}
            time{color:#5b6b7c;white-space:nowrap}</style></head><body>
            """;

    private MailPages() {}

    /** The newest mails. */
    static String list(List<Mail> mails) {
        StringBuilder page = new StringBuilder(HEAD.formatted("Inbox"));
        page.append("<h1>Inbox</h1>");
        if (mails.isEmpty()) {
            return page.append("<p>No mail yet.</p></body></html>").toString();
        }
        page.append("<table><tr><th>Received</th><th>To</th><th>Subject</th></tr>");
        for (Mail mail : mails) {
            page.append("<tr><td><time>")
                    .append(when(mail))
                    .append("</time></td><td>")
                    .append(escape(recipients(mail)))
                    .append("</td><td><a href=\"/view/")
                    .append(escape(mail.id()))
                    .append("\">")
                    .append(escape(mail.subject().isEmpty() ? "(no subject)" : mail.subject()))
                    .append("</a></td></tr>");
        }
        return page.append("</table></body></html>").toString();
    }

    /** One mail. */
    static String message(Mail mail) {
        StringBuilder page = new StringBuilder(HEAD.formatted(escape(mail.subject())));
        page.append("<p><a href=\"/\">Inbox</a></p><h1>")
                .append(escape(mail.subject()))
                .append("</h1><p>From ")
                .append(escape(mail.from().address()))
                .append(" to ")
                .append(escape(recipients(mail)))
                .append(", <time>")
                .append(when(mail))
                .append("</time></p>");
        if (!mail.html().isEmpty()) {
            page.append("<iframe sandbox=\"\" title=\"HTML part\" src=\"/view/")
                    .append(escape(mail.id()))
                    .append(".html\"></iframe>");
        }
        return page.append("<pre>")
                .append(escape(mail.text()))
                .append("</pre></body></html>")
                .toString();
    }

    private static String recipients(Mail mail) {
        return String.join(", ", mail.to().stream().map(Mail.Mailbox::address).toList());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String when(Mail mail) {
        return WHEN.format(mail.created());
    }
}
