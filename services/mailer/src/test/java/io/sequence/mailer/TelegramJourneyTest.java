package io.sequence.mailer;

import static io.restassured.RestAssured.get;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sequence.events.ChannelLinked;
import io.sequence.events.EventJson;
import io.sequence.testing.EventProbe;
import io.sequence.testing.RealHouse;
import io.sequence.testing.RealMailbox;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A person links a chat with the bot, at the stand-in of Telegram. */
@QuarkusTest
@WithTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "mailer"))
@WithTestResource(RealMailbox.class)
@WithTestResource(DoorHouse.class)
class TelegramJourneyTest {

    EventProbe topics;

    private final HttpClient http = HttpClient.newHttpClient();
    private final long chat = ThreadLocalRandom.current().nextLong(1, 1L << 40);

    private String admin(String method, String path, String body)
            throws IOException, InterruptedException {
        var response =
                http.send(
                        HttpRequest.newBuilder(
                                        DoorHouse.simulator()
                                                .url()
                                                .resolve("/_telegram/_admin/" + path))
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(response.statusCode()).isLessThan(300);
        return response.body();
    }

    @Test
    void saysWhichChatSentWhichCodeAndNeverItsOwnToken() throws Exception {
        String code = "Zm9vYmFyYmF6cXV4cXV1eA";
        admin(
                "POST",
                "chats/" + chat + "/messages",
                "{\"text\":\"/start " + code + "\",\"name\":\"Ada\"}");

        String hash =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(code.getBytes(StandardCharsets.US_ASCII)));
        ChannelLinked linked =
                EventJson.read(
                        topics.await(
                                        "channel.linked",
                                        seen -> seen.value() != null && seen.value().contains(hash))
                                .value(),
                        ChannelLinked.class);
        assertThat(linked.codeHash()).isEqualTo(hash);
        assertThat(linked.chatId()).isEqualTo(chat);
        assertThat(linked.chatName()).isEqualTo("Ada");
        await().until(() -> admin("GET", "chats/" + chat, "").contains("Thank you."));

        await().untilAsserted(
                        () ->
                                get("/q/health/ready")
                                        .then()
                                        .statusCode(200)
                                        .body(containsString("\"standing\": \"answers\"")));
        String metrics = get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(metrics)
                .contains("sequence_alert_telegram_up 1.0")
                .doesNotContain("CANARY", "sendMessage", "getUpdates");
        assertThat(topics.eachOnce("channel.linked"))
                .noneMatch(seen -> String.valueOf(seen.value()).contains(code));
    }
}
