package io.sequence.mailer.outbound.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sequence.events.AlertKind;
import io.sequence.events.ChannelChanged;
import io.sequence.events.ChannelChanged.PushSubscription;
import io.sequence.mailer.outbound.doors.Outcome.Gone;
import io.sequence.mailer.outbound.doors.Outcome.Later;
import io.sequence.mailer.outbound.doors.Outcome.Taken;
import io.sequence.servicebase.PublicTarget;
import io.sequence.vault.VapidKeys;
import io.sequence.vocabulary.ConnectionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted messages to browsers, at the stand-in of their push service. */
class PushDoorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path folder;
    private final StandIns standIns = StandIns.shared();
    private final PublicTarget guard = standIns.guard();
    private final PinnedClient client = new PinnedClient();
    private final DoorMeters meters = new DoorMeters(new SimpleMeterRegistry());

    private String publicKey;
    private PushDoor door;

    @BeforeEach
    void open() {
        Path own = folder.resolve("vapid-private.pem");
        Path known = folder.resolve("vapid-public.pem");
        VapidKeys.generate(own, known);
        publicKey = VapidKeys.publicKey(known);
        door =
                new PushDoor(
                        client,
                        guard,
                        DoorWiring.vapid(own, known),
                        "mailto:support@sequence.example",
                        CLOCK,
                        meters);
    }

    @AfterEach
    void heal() {
        client.close();
        standIns.call("DELETE", "/_push/faults", "");
    }

    private JsonNode subscribe(String key) {
        return standIns.call(
                "POST", "/_push/subscriptions", "{\"application_server_key\":\"" + key + "\"}");
    }

    private ChannelChanged channel(JsonNode browser) {
        return Alerts.push(
                new PushSubscription(
                        browser.path("endpoint").asText(),
                        browser.at("/keys/p256dh").asText(),
                        browser.at("/keys/auth").asText()));
    }

    private JsonNode shown(JsonNode browser) {
        return standIns.call("GET", "/_push/subscriptions/" + browser.path("id").asText(), "");
    }

    @Test
    void isReadByTheBrowserAlone() throws IOException {
        JsonNode browser = subscribe(publicKey);
        AlertMessage message = Alerts.failing("The key expired.", "Zweite Zeile: ü €");
        assertThat(door.deliver(channel(browser), message)).isEqualTo(new Taken());
        JsonNode got = shown(browser).at("/messages/0");
        assertThat(got.path("urgency").asText()).isEqualTo("high");
        assertThat(got.path("ttl").asLong()).isEqualTo(86_400);
        JsonNode payload = JSON.readTree(got.path("text").asText());
        assertThat(payload.path("title").asText()).isEqualTo("Main account needs you");
        assertThat(payload.path("body").asText()).isEqualTo("The key expired.\nZweite Zeile: ü €");
        assertThat(payload.path("tag").asText()).isEqualTo(got.path("topic").asText());
    }

    @Test
    void replacesWhatTheBrowserHasNotSeen() throws IOException {
        JsonNode browser = subscribe(publicKey);
        String path = "/_push/subscriptions/" + browser.path("id").asText();
        standIns.call("PATCH", path, "{\"online\":false}");
        ConnectionId connection = ConnectionId.next();
        door.deliver(channel(browser), Alerts.of(AlertKind.FAILING, connection, "a"));
        door.deliver(channel(browser), Alerts.of(AlertKind.RECOVERED, connection, "b"));
        door.deliver(channel(browser), Alerts.failing("c"));
        JsonNode shown = standIns.call("PATCH", path, "{\"online\":true}");
        assertThat(shown.path("messages")).hasSize(2);
        assertThat(JSON.readTree(shown.at("/messages/0/text").asText()).path("kind").asText())
                .isEqualTo("recovered");
    }

    @Test
    void judgesAnswers() {
        JsonNode browser = subscribe(publicKey);
        ChannelChanged channel = channel(browser);
        standIns.call("PUT", "/_push/faults", "{\"status\":429,\"retry_after\":9,\"count\":1}");
        assertThat(door.deliver(channel, Alerts.failing("a")))
                .isEqualTo(
                        new Later("the push service asks us to slow down", Duration.ofSeconds(9)));
        standIns.call("PUT", "/_push/faults", "{\"status\":502,\"count\":1}");
        assertThat(door.deliver(channel, Alerts.failing("a"))).isInstanceOf(Later.class);
        standIns.call("DELETE", "/_push/subscriptions/" + browser.path("id").asText(), "");
        assertThat(door.deliver(channel, Alerts.failing("a"))).isInstanceOf(Gone.class);
        ChannelChanged unknown =
                Alerts.push(
                        new PushSubscription(
                                standIns.origin() + "/_push/wp/nobody",
                                browser.at("/keys/p256dh").asText(),
                                browser.at("/keys/auth").asText()));
        assertThat(door.deliver(unknown, Alerts.failing("a"))).isInstanceOf(Gone.class);
    }

    @Test
    void saysLessWhenItWasTooMuch() throws IOException {
        JsonNode browser = subscribe(publicKey);
        standIns.call("PUT", "/_push/faults", "{\"status\":413,\"count\":1}");
        assertThat(door.deliver(channel(browser), Alerts.failing("a".repeat(50))))
                .isEqualTo(new Taken());
        assertThat(
                        JSON.readTree(shown(browser).at("/messages/0/text").asText())
                                .path("body")
                                .asText())
                .isEmpty();
    }

    @Test
    void fitsWhateverIsSaid() {
        JsonNode browser = subscribe(publicKey);
        assertThat(door.deliver(channel(browser), Alerts.failing("€".repeat(20_000))))
                .isEqualTo(new Taken());
    }

    @Test
    void blamesNobodyForAKeyPairThatChanged() {
        JsonNode browser =
                subscribe(
                        "BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs");
        assertThat(door.deliver(channel(browser), Alerts.failing("a")))
                .isEqualTo(new Later("the push service does not know us", null));
    }

    @Test
    void givesUpOnKeysThatAreNone() {
        JsonNode browser = subscribe(publicKey);
        ChannelChanged channel =
                Alerts.push(
                        new PushSubscription(browser.path("endpoint").asText(), "AAAA", "BBBB"));
        assertThat(door.deliver(channel, Alerts.failing("a"))).isInstanceOf(Gone.class);
    }
}
