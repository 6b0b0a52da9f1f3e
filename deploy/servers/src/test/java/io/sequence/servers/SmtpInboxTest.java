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
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        send(
                "ada@example.com",
                "<script>alert(1)</script>",
                "</pre><script>alert(3)</script>",
                "<script>alert(2)</script>");
        String id = newest();

        assertThat(text("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(text("/view/" + id).body())
                .contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .doesNotContain("<script>", "alert(2)");
        assertThat(policy("/view/" + id))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "script-src");
        assertThat(policy("/view/" + id + ".html"))
                .contains("default-src 'none'", "sandbox allow-popups", "form-action 'none'")
                .doesNotContain("allow-scripts", "allow-same-origin", "allow-top-navigation");
        assertThat(text("/inbox.css").headers().firstValue("Content-Type"))
                .hasValue("text/css; charset=utf-8");
    }

    @Test
    void searchesForWordsWhateverTheirCaseAndShowsThemHarmlessly() throws Exception {
        send("Ada@example.com", "Strategy launched", "BTC accumulation", "x");
        send("bob@example.com", "other", "nothing", "x");

        assertThat(text("/?q=LAUNCHED+btc").body())
                .contains("Strategy launched")
                .doesNotContain("bob@example.com");
        assertThat(text("/?q=ada%40").body())
                .contains("Strategy launched")
                .doesNotContain(">other<");
        assertThat(text("/?q=%22%3E%3Cscript%3E").body())
                .contains("No mail fits.", "value=\"&quot;&gt;&lt;script&gt;\"")
                .doesNotContain("<script>");
        assertThat(text("/?q=").body()).contains("Strategy launched", "bob@example.com");
        assertThat(text("/?start=x").statusCode()).isEqualTo(400);
    }

    @Test
    void givesAttachedFilesAwayAsFilesOnly() throws Exception {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("see the file", "UTF-8");
        MimeBodyPart file = new MimeBodyPart();
        file.setContent("<script>alert(1)</script>", "text/html; charset=utf-8");
        file.setFileName("../ev\"il; x.html");
        file.setDisposition(MimeBodyPart.ATTACHMENT);
        deliver("ada@example.com", "with a file", new MimeMultipart("mixed", plain, file));
        String id = newest();

        assertThat(json("/api/v1/messages").get("messages").get(0).get("Attachments").asInt())
                .isEqualTo(1);
        assertThat(
                        json("/api/v1/message/" + id)
                                .get("Attachments")
                                .get(0)
                                .get("ContentType")
                                .asText())
                .isEqualTo("text/html");
        for (String path :
                List.of("/view/" + id + "/part/0", "/api/v1/message/" + id + "/part/0")) {
            HttpResponse<String> got = text(path);
            assertThat(got.body()).isEqualTo("<script>alert(1)</script>");
            assertThat(got.headers().firstValue("Content-Type"))
                    .hasValue("application/octet-stream");
            assertThat(got.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(got.headers().firstValue("Content-Disposition"))
                    .hasValueSatisfying(
                            value ->
                                    assertThat(value)
                                            .matches("attachment; filename=\"[A-Za-z0-9._-]+\""));
        }
        assertThat(text("/view/" + id + "/part/1").statusCode()).isEqualTo(404);
        assertThat(text("/view/" + id + "/part/-1").statusCode()).isEqualTo(404);
        assertThat(json("/api/v1/message/" + id + "/headers").get("Subject").get(0).asText())
                .isEqualTo("with a file");
    }

    @Test
    void takesMailsThatNobodyCanRead() throws Exception {
        raw(
                """
                From: <<<not an address\r
                To: ada@example.com\r
                Subject: =?nothing?Q?=FF?=\r
                Content-Type: multipart/mixed; boundary=b\r
                \r
                --b\r
                Content-Type: text/plain; charset=no-such-charset\r
                \r
                still here\r
                --b\r
                Content-Type: broken\r
                Content-Disposition: \r
                \r
                x\r
                --b--\r
                """);

        assertThat(text("/").statusCode()).isEqualTo(200);
        assertThat(json("/api/v1/message/" + newest()).get("Text").asText()).contains("still here");
        assertThat(text("/view/" + newest()).statusCode()).isEqualTo(200);
    }

    @Test
    void showsPreviewsThatSomebodyLaidThere() throws Exception {
        assertThat(text("/previews").body()).contains("No previews");
        inbox.close();
        Path previews = Files.createDirectories(folder.resolve("previews"));
        Files.writeString(
                previews.resolve("failing.html"),
                "<title>A &amp; B</title><style>:root { color-scheme: light dark; }"
                        + "@media (prefers-color-scheme: dark) {}</style><h1>Hi</h1>");
        Files.writeString(previews.resolve("failing.txt"), "Subject: A & <B>");
        Files.writeString(folder.resolve("secret.html"), "secret");
        inbox = SmtpInbox.start(0, 0, folder.resolve("mail"), previews);

        assertThat(text("/previews").body()).contains("href=\"/previews/failing\"", "A &amp; B");
        assertThat(text("/previews/failing").body())
                .contains("src=\"/previews/failing.dark.html\"", "class=\"narrow\"")
                .contains("class=\"wide\"", "Subject: A &amp; &lt;B&gt;");
        assertThat(text("/previews/failing.html").body()).contains("<h1>Hi</h1>");
        assertThat(text("/previews/failing.dark.html").body()).contains("@media all", ": dark;");
        assertThat(text("/previews/failing.light.html").body()).contains("@media not all");
        assertThat(policy("/previews/failing.html")).contains("sandbox");
        for (String path : List.of("nothing", "nothing.html", "..%2Fsecret", "..%2Fsecret.html")) {
            assertThat(text("/previews/" + path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void saysSoWhenThereIsNoSuchMail() throws Exception {
        assertThat(text("/api/v1/message/nothing").statusCode()).isEqualTo(404);
        assertThat(text("/api/v1/messages?limit=x").statusCode()).isEqualTo(400);
    }

    private void send(String to, String subject, String text, String html) throws Exception {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=utf-8");
        deliver(to, subject, new MimeMultipart("alternative", plain, rich));
    }

    private void deliver(String to, String subject, MimeMultipart content) throws Exception {
        MimeMessage message = new MimeMessage(session());
        message.setFrom("no-reply@sequence.example");
        message.setRecipients(Message.RecipientType.TO, InternetAddress.parse(to));
        message.setSubject(subject);
        message.setContent(content);
        Transport.send(message);
    }

    /** A mail as it is, well formed or not. */
    private void raw(String mail) throws Exception {
        var bytes = new ByteArrayInputStream(mail.getBytes(StandardCharsets.ISO_8859_1));
        MimeMessage message = new MimeMessage(session(), bytes);
        try (Transport transport = session().getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, InternetAddress.parse("ada@example.com"));
        }
    }

    private Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.from", "no-reply@sequence.example");
        properties.setProperty("mail.smtp.port", Integer.toString(inbox.smtpPort()));
        return Session.getInstance(properties);
    }

    private String newest() throws Exception {
        return json("/api/v1/messages").get("messages").get(0).get("ID").asText();
    }

    private String policy(String path) throws Exception {
        return text(path).headers().firstValue("Content-Security-Policy").orElseThrow();
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
