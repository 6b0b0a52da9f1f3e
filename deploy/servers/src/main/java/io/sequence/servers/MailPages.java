package io.sequence.servers;

import static io.sequence.servers.PageFrame.escape;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The inbox for people: a list, and a mail with its HTML part shut in a sandboxed frame. */
final class MailPages {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final int ON_A_PAGE = 100;

    private MailPages() {}

    /**
     * The newest mails.
     *
     * @param found those asked for
     * @param sought what was searched for, empty when nothing was
     * @param start how many to leave out
     */
    static String list(List<Mail> found, String sought, int start) {
        StringBuilder page = new StringBuilder();
        page.append(sought.isEmpty() ? "<h1>Inbox</h1>" : "<h1>Mails that fit</h1>");
        String here = "/?q=" + URLEncoder.encode(sought, StandardCharsets.UTF_8);
        page.append("<p class=\"row\"><a class=\"button\" href=\"")
                .append(escape(here))
                .append("\">Refresh</a></p>");
        if (found.isEmpty()) {
            page.append(sought.isEmpty() ? "<p>No mail yet.</p>" : "<p>No mail fits.</p>");
        } else {
            page.append("<ul class=\"mails\">");
            found.stream().skip(start).limit(ON_A_PAGE).forEach(mail -> line(page, mail));
            page.append("</ul>");
        }
        page.append("<p class=\"row\">");
        if (start > 0) {
            link(page, here + "&start=" + Math.max(0, start - ON_A_PAGE), "Newer");
        }
        if (found.size() > start + ON_A_PAGE) {
            link(page, here + "&start=" + (start + ON_A_PAGE), "Older");
        }
        page.append("</p>");
        return PageFrame.of(PageFrame.Place.INBOX, "Inbox", sought, page.toString());
    }

    private static void link(StringBuilder page, String to, String words) {
        page.append("<a class=\"button\" href=\"%s\">%s</a>".formatted(escape(to), words));
    }

    private static void line(StringBuilder page, Mail mail) {
        page.append(
                """
                <li><a href="/view/%s"><span class="to">%s</span>\
                <span class="what"><strong>%s</strong><span class="start">%s</span></span>\
                <time datetime="%s">%s</time></a></li>
                """
                        .formatted(
                                escape(mail.id()),
                                escape(recipients(mail)),
                                subject(mail),
                                escape(mail.snippet()),
                                mail.created(),
                                when(mail)));
    }

    /** One mail. */
    static String message(Mail mail) {
        StringBuilder page = new StringBuilder();
        page.append("<h1>").append(subject(mail)).append("</h1><dl class=\"about\">");
        term(page, "From", mailbox(mail.from()));
        term(page, "To", escape(recipients(mail)));
        term(page, "Received", "<time>" + when(mail) + "</time>");
        page.append("</dl><ul class=\"row\" aria-label=\"Attachments and source\">");
        for (int i = 0; i < mail.files().size(); i++) {
            Mail.Attached file = mail.files().get(i);
            page.append(
                    "<li><a class=\"button\" href=\"/view/%s/part/%d\" download>%s <span class=\"soft\">%s, %d bytes</span></a></li>"
                            .formatted(
                                    escape(mail.id()),
                                    i,
                                    escape(file.name()),
                                    escape(file.type()),
                                    file.size()));
        }
        page.append(
                "<li><a class=\"button\" href=\"/api/v1/message/%s/raw\">Source</a></li></ul>"
                        .formatted(escape(mail.id())));
        if (!mail.html().isEmpty()) {
            page.append(PageFrame.frame("HTML part", "/view/" + mail.id() + ".html", "part"))
                    .append("<p class=\"soft\">Scripts, forms and pictures from elsewhere are shut")
                    .append(
                            " off. <a href=\"/view/%s.html\">By itself</a></p>"
                                    .formatted(mail.id()));
        }
        page.append("<details open><summary>Text</summary><pre>")
                .append(escape(mail.text()))
                .append("</pre></details><details><summary>Headers</summary>")
                .append("<table class=\"headers\">");
        for (Mail.Header header : mail.headers()) {
            page.append(
                    "<tr><th scope=\"row\">%s</th><td>%s</td></tr>"
                            .formatted(escape(header.name()), escape(header.value())));
        }
        page.append("</table></details>");
        return PageFrame.of(PageFrame.Place.INBOX, mail.subject(), "", page.toString());
    }

    private static void term(StringBuilder page, String name, String html) {
        page.append("<dt>").append(name).append("</dt><dd>").append(html).append("</dd>");
    }

    private static String subject(Mail mail) {
        return escape(mail.subject().isBlank() ? "(no subject)" : mail.subject());
    }

    private static String mailbox(Mail.Mailbox mailbox) {
        return escape((mailbox.name() + " <" + mailbox.address() + ">").strip());
    }

    private static String recipients(Mail mail) {
        return String.join(", ", mail.to().stream().map(Mail.Mailbox::address).toList());
    }

    private static String when(Mail mail) {
        return WHEN.format(mail.created());
    }
}
