package io.sequence.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TestMailboxTest {

    @Test
    void takesMailsAgainAfterItWasAway() throws Exception {
        try (TestMailbox mailbox = TestMailbox.open()) {
            send(mailbox, "before");
            mailbox.goAway();
            assertThatThrownBy(() -> send(mailbox, "lost")).isInstanceOf(MessagingException.class);
            mailbox.comeBack();
            send(mailbox, "after");

            assertThat(mailbox.mailsTo("ada@example.com"))
                    .extracting(MimeMessage::getSubject)
                    .containsExactly("before", "after");
        }
    }

    private static void send(TestMailbox mailbox, String subject) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(mailbox.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("no-reply@sequence.example");
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress("ada@example.com"));
        message.setSubject(subject);
        message.setText("text");
        Transport.send(message);
    }
}
