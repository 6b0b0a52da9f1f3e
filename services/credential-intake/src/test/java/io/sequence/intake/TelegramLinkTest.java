package io.sequence.intake;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.ChannelLinked;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import io.sequence.testing.TestHouse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class TelegramLinkTest {
    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject SteppedClock clock;

    private Alerted ada;
    private Topic topic;

    @BeforeEach
    void arrive() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        ada = new Alerted(Trader.fresh(house, tokens), house.events());
        topic = new Topic(house.events());
    }

    @Test
    void linksTheChatThatSendsTheCode() {
        Response link = ada.post("telegram-links");
        assertThat(link.statusCode()).as(link.asString()).isEqualTo(201);
        assertThat(link.header("Cache-Control")).isEqualTo("no-store");
        String code = link.path("code");
        assertThat(code).matches("[A-Za-z0-9_-]{22}");
        assertThat(link.<String>path("url"))
                .isEqualTo("https://t.me/SequenceTestBot?start=" + code);
        assertThat(
                        new House(house)
                                .column(
                                        String.class,
                                        "select to_jsonb(l)::text from"
                                            + " credential_intake.telegram_link l where account_id"
                                            + " = ?",
                                        ada.trader().account().value()))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain(code));

        try (EventStream page = EventStream.fromNow(ada.trader())) {
            await().until(() -> page.comment() != null);
            send(code, 4711, "Ada\n \u202Ethe first\u0000", Instant.now());
            topic.settle(house);
            await().until(() -> page.types().contains("channel.changed"));
            assertThat(page.heard().getFirst().data()).contains("telegram").contains("made");
        }
        Map<String, Object> chat = only();
        assertThat(chat)
                .containsEntry("kind", "telegram")
                .containsEntry("name", "Ada the first")
                .containsEntry("state", "on");
        assertThat(
                        ada.told(UUID.fromString((String) chat.get("channel_id")), any -> true)
                                .at("/telegram/chat_id")
                                .asLong())
                .isEqualTo(4711);
    }

    @Test
    void usesACodeOnce() {
        String code = ada.post("telegram-links").path("code");
        send(code, 1, "One", Instant.now());
        send(code, 2, "Two", Instant.now());
        topic.settle(house);
        assertThat(ada.all().<List<?>>path("channels")).hasSize(1);
    }

    @Test
    void takesNeitherOldNorReplacedNorUnknownCodes() {
        String replaced = ada.post("telegram-links").path("code");
        String code = ada.post("telegram-links").path("code");
        send(replaced, 1, "One", Instant.now());
        send("AAAAAAAAAAAAAAAAAAAAAA", 2, "Two", Instant.now());
        send(code, 3, "Three", Instant.now().plus(Duration.ofMinutes(16)));
        topic.settle(house);
        assertThat(ada.all().<List<?>>path("channels")).isEmpty();
    }

    @Test
    void answersTheSameChannelForAChatThatIsLinked() {
        send(ada.post("telegram-links").path("code"), 7, "Seven", Instant.now());
        topic.settle(house);
        UUID id = UUID.fromString((String) only().get("channel_id"));
        ada.patch(id, Map.of("enabled", false));

        send(ada.post("telegram-links").path("code"), 7, "Seven again", Instant.now());
        topic.settle(house);

        assertThat(only()).containsEntry("channel_id", id.toString()).containsEntry("state", "on");
    }

    private Map<String, Object> only() {
        List<Map<String, Object>> channels = ada.all().path("channels");
        assertThat(channels).hasSize(1);
        return channels.getFirst();
    }

    private void send(String code, long chat, String name, Instant at) {
        topic.tell(new ChannelLinked(hash(code), chat, name, at));
    }

    private static String hash(String code) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(code.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
