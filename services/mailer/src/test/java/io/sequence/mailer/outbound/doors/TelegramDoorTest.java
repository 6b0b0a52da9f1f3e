package io.sequence.mailer.outbound.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sequence.mailer.outbound.doors.Outcome.Gone;
import io.sequence.mailer.outbound.doors.Outcome.Later;
import io.sequence.mailer.outbound.doors.Outcome.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages to chats, at the stand-in of Telegram. */
class TelegramDoorTest {
    private static final String TOKEN = "5550001:AAEexampleexampleexampleexample0001";

    @TempDir private Path folder;
    private final StandIns standIns = StandIns.shared();
    private final PinnedClient client = new PinnedClient();
    private final DoorMeters meters = new DoorMeters(new SimpleMeterRegistry());

    private static final String ADMIN = "/_telegram/_admin/";
    private final Map<Long, Long> moved = new HashMap<>();
    private TelegramDoor door;

    @BeforeEach
    void open() throws IOException {
        standIns.call(
                "POST", ADMIN + "bots", "{\"token\":\"" + TOKEN + "\",\"username\":\"house_bot\"}");
        door = new TelegramDoor(bot(TOKEN), new NotedPlaces(moved), meters);
    }

    @AfterEach
    void heal() {
        client.close();
        standIns.call("DELETE", ADMIN + "faults", "");
    }

    private TelegramBot bot(String token) throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, token + "\n");
        return TelegramBot.of(client, standIns.origin() + "/_telegram", file);
    }

    private long chat(String type) {
        return standIns.call(
                        "POST",
                        ADMIN + "chats",
                        "{\"type\":\"" + type + "\",\"token\":\"" + TOKEN + "\"}")
                .path("chat_id")
                .asLong();
    }

    private JsonNode messages(long chat) {
        return standIns.call("GET", ADMIN + "chats/" + chat, "").path("messages");
    }

    private Outcome deliver(long chat, String... lines) {
        return door.deliver(Alerts.telegram(chat), Alerts.failing(lines));
    }

    @Test
    void writesPlainTextWithoutLinksButOurs() {
        long chat = chat("private");
        assertThat(deliver(chat, "<b>*not* _markup_</b> & https://evil.example/x @someone"))
                .isEqualTo(new Taken());
        JsonNode message = messages(chat).path(0);
        assertThat(message.path("text").asText())
                .startsWith("Main account needs you\n\n<b>*not* _markup_</b> & ")
                .doesNotContain("https://evil", "evil.example", "@someone")
                .endsWith("\n\nhttps://console.example.com/connections/1");
        assertThat(message.at("/entities/0/type").asText()).isEqualTo("bold");
        assertThat(message.at("/entities/0/length").asInt())
                .isEqualTo("Main account needs you".length());
        assertThat(message.path("link_preview").asBoolean()).isFalse();
        assertThat(message.path("silent").asBoolean()).isFalse();
    }

    @Test
    void fitsWhateverIsSaid() {
        long chat = chat("private");
        assertThat(deliver(chat, "😀".repeat(5_000))).isEqualTo(new Taken());
        assertThat(messages(chat).at("/0/text").asText()).hasSizeLessThanOrEqualTo(4_096);
    }

    @Test
    void judgesAnswers() {
        long chat = chat("private");
        standIns.call("PUT", ADMIN + "faults", "{\"retry_after\":11,\"count\":1}");
        assertThat(deliver(chat, "a"))
                .isEqualTo(new Later("Telegram asks us to slow down", Duration.ofSeconds(11)));
        standIns.call("PUT", ADMIN + "faults", "{\"status\":500,\"count\":1}");
        assertThat(deliver(chat, "a")).isEqualTo(new Later("Telegram answered 500", null));
        assertThat(deliver(404404, "a")).isEqualTo(new Gone("the chat is gone"));
        standIns.call("PATCH", ADMIN + "chats/" + chat, "{\"blocked\":true}");
        assertThat(deliver(chat, "a")).isEqualTo(new Gone("the bot was blocked"));
        long other = chat("private");
        standIns.call("PATCH", ADMIN + "chats/" + other, "{\"deactivated\":true}");
        assertThat(deliver(other, "a")).isEqualTo(new Gone("the Telegram account was deleted"));
    }

    @Test
    void followsAGroupThatMoved() {
        long group = chat("group");
        long now =
                standIns.call("POST", ADMIN + "chats/" + group + "/upgrade", "")
                        .path("chat_id")
                        .asLong();
        assertThat(deliver(group, "a")).isEqualTo(new Taken());
        assertThat(moved).containsEntry(group, now);
        assertThat(deliver(group, "b")).isEqualTo(new Taken());
        assertThat(messages(now)).hasSize(2);
    }

    @Test
    void blamesNobodyForATokenThatIsWrong() throws IOException {
        TelegramBot stranger = bot("5550002:AAEexampleexampleexampleexample0002");
        var shut = new TelegramDoor(stranger, new NotedPlaces(moved), meters);
        assertThat(shut.deliver(Alerts.telegram(chat("private")), Alerts.failing("a")))
                .isEqualTo(new Later("Telegram does not know our bot", null));
        assertThat(stranger.standing()).isEqualTo(TelegramBot.Standing.TOKEN_REFUSED);
    }
}
