package io.sequence.simulator.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.simulator.wire.Json;
import io.sequence.simulator.wire.VenueCall;
import io.sequence.simulator.wire.VenueReply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies and codes as core.telegram.org/bots/api has them. */
class TelegramStandInTest {
    private static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    private final TelegramStandIn telegram = new TelegramStandIn();

    @BeforeEach
    void makeTheBot() {
        telegram.know(TOKEN, "house_bot");
    }

    private VenueReply call(String method, String path, String body) {
        return telegram.answer(
                new VenueCall(
                        method,
                        path,
                        "",
                        Map.of(),
                        body.getBytes(StandardCharsets.UTF_8),
                        "127.0.0.1",
                        "localhost",
                        Instant.EPOCH));
    }

    private JsonNode bot(String method, String body, int status) {
        VenueReply reply = call("POST", "/bot" + TOKEN + "/" + method, body);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        return Json.read(reply.body());
    }

    private void write(long chat, String text) {
        call("POST", "/_admin/chats/" + chat + "/messages", "{\"text\":\"" + text + "\"}");
    }

    @Test
    void knowsItsTokensAndNoOthers() {
        assertThat(bot("getMe", "", 200).at("/result/username").asText()).isEqualTo("house_bot");
        assertThat(call("POST", "/bot1:AAAAAAAAAAAAAAAAAAAAAAAAA/getMe", "").body())
                .isEqualTo("{\"ok\":false,\"error_code\":401,\"description\":\"Unauthorized\"}");
        assertThat(call("POST", "/botnonsense/getMe", "").status()).isEqualTo(404);
    }

    @Test
    void hearsWritersOnceConfirmed() {
        write(77, "/start abc");
        JsonNode first = bot("getUpdates", "{}", 200).path("result");
        assertThat(first).hasSize(1);
        assertThat(first.at("/0/message/text").asText()).isEqualTo("/start abc");
        assertThat(first.at("/0/message/chat/type").asText()).isEqualTo("private");
        long next = first.at("/0/update_id").asLong() + 1;
        assertThat(bot("getUpdates", "{}", 200).path("result")).hasSize(1);
        assertThat(bot("getUpdates", "{\"offset\":" + next + "}", 200).path("result")).isEmpty();
        assertThat(bot("getUpdates", "{}", 200).path("result")).isEmpty();
    }

    @Test
    void refusesInTheDocumentsWords() {
        assertThat(bot("sendMessage", "{\"chat_id\":1,\"text\":\"a\"}", 400))
                .hasToString(
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not"
                                + " found\"}");
        write(77, "hello");
        bot("sendMessage", "{\"chat_id\":77,\"text\":\"hello you\"}", 200);
        call("PATCH", "/_admin/chats/77", "{\"blocked\":true}");
        assertThat(
                        bot("sendMessage", "{\"chat_id\":77,\"text\":\"a\"}", 403)
                                .path("description")
                                .asText())
                .isEqualTo("Forbidden: bot was blocked by the user");
        JsonNode news = bot("getUpdates", "{}", 200).path("result");
        assertThat(news.at("/1/my_chat_member/new_chat_member/status").asText())
                .isEqualTo("kicked");
        call("PUT", "/_admin/faults", "{\"retry_after\":7,\"count\":1}");
        assertThat(bot("sendMessage", "{\"chat_id\":77,\"text\":\"a\"}", 429))
                .hasToString(
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests:"
                                + " retry after 7\",\"parameters\":{\"retry_after\":7}}");
    }

    @Test
    void tellsWhereAGroupWent() {
        JsonNode group =
                Json.read(
                        call("POST", "/_admin/chats", "{\"type\":\"group\",\"name\":\"Desk\"}")
                                .body());
        long id = group.path("chat_id").asLong();
        JsonNode other = Json.read(call("POST", "/_admin/chats/" + id + "/upgrade", "").body());
        JsonNode refused = bot("sendMessage", "{\"chat_id\":" + id + ",\"text\":\"a\"}", 400);
        assertThat(refused.at("/parameters/migrate_to_chat_id").asLong())
                .isEqualTo(other.path("chat_id").asLong())
                .isNegative();
    }
}
