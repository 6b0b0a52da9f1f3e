package io.sequence.mailer;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.events.AlertRequested;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelChanged.PushSubscription;
import io.sequence.events.ChannelChanged.TelegramChat;
import io.sequence.events.ChannelChanged.WebhookTarget;
import io.sequence.events.ChannelKind;
import io.sequence.events.ChannelLost;
import io.sequence.events.EventJson;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealMailbox;
import io.sequence.vault.WebhookSecrets;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A test alert goes through each door to its stand-in, and a chat that says stop is lost. */
@QuarkusTest
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "mailer"))
@WithTestResource(RealMailbox.class)
@WithTestResource(DoorHouse.class)
class DoorJourneyTest extends MailStory {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    private JsonNode call(String method, String path, String body)
            throws IOException, InterruptedException {
        var response =
                http.send(
                        HttpRequest.newBuilder(DoorHouse.simulator().url().resolve(path))
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isLessThan(300);
        return JSON.readTree(response.body());
    }

    private void open(
            UUID id,
            ChannelKind kind,
            TelegramChat chat,
            PushSubscription push,
            WebhookTarget hook) {
        Post.say(
                topics,
                new ChannelChanged(
                        about.accountId(),
                        id,
                        kind,
                        false,
                        true,
                        false,
                        chat,
                        push,
                        hook,
                        Instant.now()),
                new AlertRequested(about.accountId(), UUID.randomUUID(), id, Instant.now()));
    }

    @Test
    void goesToAChatUntilThatSaysStop() throws Exception {
        long chat = ThreadLocalRandom.current().nextLong(1, 1L << 40);
        String room = "/_telegram/_admin/chats/" + chat;
        call("POST", room + "/messages", "{\"text\":\"hello\"}");
        UUID id = UUID.randomUUID();
        open(id, ChannelKind.TELEGRAM, new TelegramChat(chat), null, null);
        await().until(() -> call("GET", room, "").toString().contains("http://localhost:8080"));

        call("POST", room + "/messages", "{\"text\":\"/stop\"}");
        ChannelLost lost =
                EventJson.read(
                        topics.await(
                                        "channel.lost",
                                        seen ->
                                                seen.value() != null
                                                        && seen.value().contains(id.toString()))
                                .value(),
                        ChannelLost.class);
        assertThat(lost.accountId()).isEqualTo(about.accountId());
        assertThat(lost.reason()).isEqualTo("the chat asked for no more");
    }

    @Test
    void goesToABrowser() throws Exception {
        JsonNode browser =
                call(
                        "POST",
                        "/_push/subscriptions",
                        "{\"application_server_key\":\"" + DoorHouse.pushKey() + "\"}");
        open(
                UUID.randomUUID(),
                ChannelKind.WEB_PUSH,
                null,
                new PushSubscription(
                        browser.path("endpoint").asText(),
                        browser.at("/keys/p256dh").asText(),
                        browser.at("/keys/auth").asText()),
                null);
        String path = "/_push/subscriptions/" + browser.path("id").asText();
        await().until(() -> call("GET", path, "").path("messages").size() == 1);
        assertThat(call("GET", path, "").at("/messages/0/text").asText())
                .contains("\"kind\":\"test\"");
    }

    @Test
    void goesToAUrl() throws Exception {
        UUID id = UUID.randomUUID();
        String secret = WebhookSecrets.of(DoorHouse.webhookKey()).secret(id, 3);
        String admin = "/_hooks/" + id + "/_admin";
        call("PUT", admin, "{\"secrets\":[\"" + secret + "\"]}");
        open(
                id,
                ChannelKind.WEBHOOK,
                null,
                null,
                new WebhookTarget(DoorHouse.simulator().url() + "/_hooks/" + id, 3, null));
        await().until(() -> call("GET", admin, "").path("calls").size() > 0);
        JsonNode heard = call("GET", admin, "").at("/calls/0");
        assertThat(heard.path("verified_by").toString()).isEqualTo("[0]");
        assertThat(heard.at("/body/type").asText()).isEqualTo("alert.test");
    }
}
