package io.sequence.mailer;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.sequence.events.AccountChanged;
import io.sequence.events.ConnectionEvent.About;
import io.sequence.events.Event;
import io.sequence.events.EventJson;
import io.sequence.events.MailReported;
import io.sequence.events.MailRequested;
import io.sequence.events.NoticeRequested;
import io.sequence.events.Recipient;
import io.sequence.mailer.domain.Samples;
import io.sequence.testing.EventProbe;
import io.sequence.testing.TestHouse;
import io.sequence.testing.TestMailbox;
import jakarta.mail.internet.MimeMessage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What every story of mails has: a house, a mailbox, and Ada with a connection of her own. */
abstract class MailStory {
    static final String RECEIVED = "We received your Bybit API key (Main account)";

    TestHouse house;
    EventProbe topics;
    TestMailbox mailbox;

    final About about = Samples.fresh();
    final Recipient ada = recipient(about);

    static Recipient recipient(About about) {
        return new Recipient(
                "Ada." + about.accountId() + "@Example.org",
                "Ada Lovelace",
                "0x3E9 / Ada Lovelace",
                "blue heron");
    }

    /** Says an event twice under one id, as a broker may deliver it, and waits for its mail. */
    MimeMessage mailOf(Event event, String subject) {
        int before = mailbox.mailsTo(ada.email()).size();
        UUID id = UUID.randomUUID();
        Post.say(topics, id, event);
        Post.say(topics, id, event);
        await().until(() -> mailbox.mailsTo(ada.email()).size() > before);
        MimeMessage mail = mailbox.mailsTo(ada.email()).get(before);
        assertThat(Post.subject(mail)).isEqualTo(subject);
        return mail;
    }

    List<Map<String, Object>> rows(String sql, Object... values) {
        try (var connection = house.dataSource("mailer").getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<Map<String, Object>>();
            if (statement.execute()) {
                var rows = statement.getResultSet();
                while (rows.next()) {
                    var row = new java.util.HashMap<String, Object>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.put(rows.getMetaData().getColumnName(i), rows.getObject(i));
                    }
                    found.add(row);
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Map<String, Object>> mailRows() {
        return rows(
                "select * from mail where account_id = ? order by id", about.accountId().value());
    }

    MailRequested request(MailRequested.Template template, String code, Instant until) {
        return Samples.request(about.accountId(), ada, template, code, until);
    }

    NoticeRequested notice(NoticeRequested.NoticeTemplate template) {
        return NoticeRequested.of(about.accountId(), ada, template, Samples.NOON);
    }

    /** What was said about this account's mails, once there is that much; doubles would show. */
    List<MailReported> reports(int atLeast) {
        await().until(() -> said().size() >= atLeast);
        return said();
    }

    List<MailReported> said() {
        return topics.eachOnce("mail.reported").stream()
                .filter(seen -> about.accountId().toString().equals(seen.key()))
                .map(seen -> EventJson.read(seen.value(), MailReported.class))
                .toList();
    }

    AccountChanged changed(Recipient to, List<String> unwanted, String path, Instant at) {
        return Samples.changed(about.accountId(), to, unwanted, path, at);
    }

    Map<String, Object> addressee() {
        var found = rows("select * from addressee where account_id = ?", about.accountId().value());
        return found.isEmpty() ? Map.of() : found.getFirst();
    }
}
