package io.sequence.servers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpInboxTest {

    @TempDir private Path folder;
    private final HttpClient http = HttpClient.newHttpClient();
    private SmtpInbox inbox;

    @BeforeEach
    void open() throws Exception {
        inbox = SmtpInbox.start(0, 0, folder.resolve("mail"));
    }

    @AfterEach
    void close() {
        inbox.close();
        http.close();
    }

    @Test
    void showsWhatWasSentNewestFirst() throws Exception {
        send("Ada@example.com", "first", "plain one", "<p>one</p>");
        send("bob@example.com", "second", "plain two", "<p>two</p>");

        JsonNode list = json("/api/v1/messages");

        assertThat(list.get("total").asInt()).isEqualTo(2);
        assertThat(list.get("messages").findValuesAsText("Subject"))
                .containsExactly("second", "first");
        JsonNode newest = list.get("messages").get(0);
        assertThat(newest.get("To").get(0).get("Address").asText()).isEqualTo("bob@example.com");
        assertThat(newest.get("Snippet").asText()).isEqualTo("plain two");
        JsonNode mail = json("/api/v1/message/" + newest.get("ID").asText());
        assertThat(mail.get("Text").asText().strip()).isEqualTo("plain two");
        assertThat(mail.get("HTML").asText().strip()).isEqualTo("<p>two</p>");
    }

    @Test
    void pagesAndSearchesByRecipientWithCase() throws Exception {
        send("Ada@example.com", "first", "a", "a");
        send("bob@example.com", "second", "b", "b");

        assertThat(
                        json("/api/v1/messages?limit=1&start=1")
                                .get("messages")
                                .findValuesAsText("Subject"))
                .containsExactly("first");
        assertThat(json("/api/v1/search?query=to:Ada@example.com").get("messages_count").asInt())
                .isEqualTo(1);
        assertThat(json("/api/v1/search?query=to:ada@example.com").get("messages_count").asInt())
                .isZero();
    }

    @Test
    void keepsMailsAcrossARestartUntilTheyAreDeleted() throws Exception {
        send("ada@example.com, bob@example.com", "kept", "text", "html");
        inbox.close();
        inbox = SmtpInbox.start(0, 0, folder.resolve("mail"));

        assertThat(json("/api/v1/messages").get("total").asInt()).isEqualTo(1);

        http.send(
                request("/api/v1/messages").DELETE().build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(json("/api/v1/messages").get("total").asInt()).isZero();
    }

    @Test
    void shutsAMailsHtmlInASandbox() throws Exception {
        send("ada@example.com", "<script>alert(1)</script>", "text", "<script>alert(2)</script>");
        String id = json("/api/v1/messages").get("messages").get(0).get("ID").asText();

        assertThat(text("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(text("/view/" + id).body())
                .contains("<iframe sandbox=\"\"")
                .doesNotContain("<script>");
        assertThat(text("/view/" + id + ".html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(
                        policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));
    }

    @Test
    void saysSoWhenThereIsNoSuchMail() throws Exception {
        assertThat(text("/api/v1/message/nothing").statusCode()).isEqualTo(404);
        assertThat(text("/api/v1/messages?limit=x").statusCode()).isEqualTo(400);
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(inbox.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("no-reply@sequence.example");
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(subject);
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=utf-8");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.builder().build().readTree(text(path).body());
    }

    private HttpResponse<String> text(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + inbox.httpPort() + path));
    }
}
