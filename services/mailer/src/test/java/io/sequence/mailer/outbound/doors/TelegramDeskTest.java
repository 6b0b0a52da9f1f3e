package io.sequence.mailer.outbound.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sequence.mailer.outbound.doors.TelegramMemory.ChatFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the bot makes of what people write to it, at the stand-in of Telegram. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelegramDeskTest {
    private static final String ADMIN = "/_telegram/_admin/";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration POLL = Duration.ofSeconds(1);

    @TempDir private Path folder;
    private final StandIns standIns = StandIns.shared();
    private PinnedClient client;
    private String token;
    private long chat;
    private NotedPlaces memory;
    private TelegramDesk desk;

    @BeforeAll
    void open() {
        client = new PinnedClient();
    }

    @AfterAll
    void close() {
        client.close();
    }

    @BeforeEach
    void freshBot() throws IOException {
        token = "7" + System.nanoTime() % 1_000_000_000L + ":AAEexampleexampleexampleexample0001";
        standIns.call("POST", ADMIN + "bots", "{\"token\":\"" + token + "\",\"username\":\"b\"}");
        memory = new NotedPlaces(new HashMap<>());
        desk = desk();
        chat = chat("private");
    }

    private TelegramDesk desk() throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, token);
        TelegramBot bot = TelegramBot.of(client, standIns.origin() + "/_telegram", file);
        return new TelegramDesk(bot, memory, POLL, CLOCK);
    }

    private JsonNode admin(String method, String path, String fields) {
        return standIns.call(method, ADMIN + path, "{\"token\":\"" + token + "\"" + fields + "}");
    }

    private long chat(String type) {
        return admin("POST", "chats", ",\"name\":\"Ada\",\"type\":\"" + type + "\"")
                .path("chat_id")
                .asLong();
    }

    private void write(long to, String text) {
        var unused = admin("POST", "chats/" + to + "/messages", ",\"text\":\"" + text + "\"");
    }

    private String lastWord(long of) {
        JsonNode messages = admin("PATCH", "chats/" + of, "").path("messages");
        JsonNode last = messages.path(messages.size() - 1);
        return last.path("from").asText() + ": " + last.path("text").asText();
    }

    @Test
    void linksByACode() {
        write(chat, "/start AAAAAAAAAAAAAAAAAAAAAA");
        assertThat(desk.round()).isZero();
        // printf AAAAAAAAAAAAAAAAAAAAAA | sha256sum
        assertThat(memory.facts)
                .containsExactly(
                        new ChatFact.Linked(
                                "8a5bdb4cc15164126c6ef2668de9dd240d299ce6397a42c95a9411b93d080ed8",
                                chat,
                                "Ada"));
        assertThat(lastWord(chat)).startsWith("bot: Thank you.");
    }

    @Test
    void readsNothingTwice() {
        write(chat, "/stop");
        desk.round();
        desk.round();
        assertThat(memory.facts).hasSize(1);
    }

    @Test
    void knowsHowItStandsFromTheFirstRoundOn() {
        assertThat(desk.standing()).isEqualTo("unasked");
        desk.round();
        assertThat(desk.standing()).isEqualTo("answers");
    }

    @Test
    void endsWhenAsked() {
        write(chat, "/stop");
        desk.round();
        assertThat(memory.facts)
                .containsExactly(new ChatFact.Left(chat, "the chat asked for no more"));
        assertThat(lastWord(chat)).startsWith("bot: No more alerts");
    }

    @Test
    void endsWhenBlocked() {
        var unused = admin("PATCH", "chats/" + chat, ",\"blocked\":true");
        desk.round();
        assertThat(memory.facts).containsExactly(new ChatFact.Left(chat, "the bot was blocked"));
    }

    @Test
    void helpsOnceInAWhile() {
        write(chat, "hello");
        write(chat, "/start");
        write(chat, "/start short");
        desk.round();
        assertThat(memory.facts).isEmpty();
        assertThat(lastWord(chat)).startsWith("bot: I tell you");
        write(chat, "hello?");
        desk.round();
        assertThat(lastWord(chat)).isEqualTo("user: hello?");
    }

    @Test
    void keepsQuietInGroups() {
        long group = chat("group");
        write(group, "hello everybody");
        desk.round();
        assertThat(lastWord(group)).isEqualTo("user: hello everybody");
        write(group, "/start@b BBBBBBBBBBBBBBBBBBBBBB");
        desk.round();
        assertThat(memory.facts).hasSize(1);
    }

    @Test
    void noticesThatAGroupMoved() {
        long group = chat("group");
        long now = admin("POST", "chats/" + group + "/upgrade", "").path("chat_id").asLong();
        desk.round();
        assertThat(memory.facts).containsExactly(new ChatFact.Moved(group, now));
    }

    @Test
    void triesOutOnlySoManyCodes() {
        for (int i = 0; i < 9; i++) {
            write(chat, "/start AAAAAAAAAAAAAAAAAAAAA" + i);
        }
        desk.round();
        assertThat(memory.facts).hasSize(5);
    }

    @Test
    void leavesTheQuestionToWhoeverAsksAlready() throws IOException {
        memory.hold("" + token.split(":")[0], UUID.randomUUID(), CLOCK.instant(), later());
        write(chat, "/stop");
        assertThat(desk.round()).isPositive();
        assertThat(memory.facts).isEmpty();
    }

    private static java.time.Instant later() {
        return CLOCK.instant().plusSeconds(60);
    }

    @Test
    void waitsWhenItsTokenIsNotKnown() throws IOException {
        token = "12345:AAEexampleexampleexampleexample0009";
        TelegramDesk stranger = desk();
        assertThat(stranger.round()).isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(stranger.standing()).isEqualTo("token_refused");
    }

    @Test
    void isOffWithoutABot() {
        TelegramDesk off = new TelegramDesk(null, memory, POLL, CLOCK);
        assertThat(off.isOpen()).isFalse();
        assertThat(off.standing()).isEqualTo("off");
    }
}
