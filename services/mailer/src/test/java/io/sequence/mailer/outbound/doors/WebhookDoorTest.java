package io.sequence.mailer.outbound.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sequence.events.ChannelChanged.WebhookTarget;
import io.sequence.mailer.outbound.doors.Outcome.Gone;
import io.sequence.mailer.outbound.doors.Outcome.Later;
import io.sequence.mailer.outbound.doors.Outcome.Refused;
import io.sequence.mailer.outbound.doors.Outcome.Taken;
import io.sequence.servicebase.PublicTarget;
import io.sequence.vault.WebhookSecrets;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed calls to users' URLs, at the stand-in of their receivers. */
class WebhookDoorTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir private Path folder;
    private final StandIns standIns = StandIns.shared();
    private final PublicTarget guard = standIns.guard();
    private final PinnedClient client = new PinnedClient();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DoorMeters meters = new DoorMeters(registry);

    @AfterEach
    void close() {
        client.close();
    }

    private final UUID channel = UUID.randomUUID();
    private final String room = "/_hooks/" + channel;
    private WebhookSecrets secrets;

    @BeforeEach
    void agree() {
        WebhookSecrets.generate(folder.resolve("webhook-key"));
        secrets = WebhookSecrets.of(folder.resolve("webhook-key"));
        accept(1);
    }

    private void accept(int... generations) {
        StringBuilder list = new StringBuilder();
        for (int generation : generations) {
            list.append(list.isEmpty() ? "\"" : ",\"")
                    .append(secrets.secret(channel, generation))
                    .append('"');
        }
        standIns.call("PUT", room + "/_admin", "{\"secrets\":[" + list + "]}");
    }

    private void answer(String plan) {
        standIns.call("PUT", room + "/_admin", "{\"answer\":" + plan + "}");
    }

    private JsonNode calls() {
        return standIns.call("GET", room + "/_admin", "").path("calls");
    }

    private WebhookTarget target(int generation, boolean overlap) {
        return new WebhookTarget(
                standIns.origin() + room,
                generation,
                overlap ? CLOCK.instant().plusSeconds(60) : null);
    }

    private Outcome deliver(WebhookTarget target, AlertMessage message, PublicTarget by) {
        return new WebhookDoor(client, by, secrets, CLOCK, meters)
                .deliver(Alerts.webhook(channel, target), message);
    }

    private Outcome deliver(WebhookTarget target) {
        return deliver(target, Alerts.failing("The key expired."), guard);
    }

    @Test
    void signsAsTheStandardSays() {
        AlertMessage message = Alerts.failing("The key expired.", "Bots pause.");
        assertThat(deliver(target(1, false), message, guard)).isEqualTo(new Taken());
        JsonNode call = calls().path(0);
        assertThat(call.path("verified_by").toString()).isEqualTo("[0]");
        assertThat(call.path("fresh").asBoolean()).isTrue();
        assertThat(call.path("id").asText()).isEqualTo(message.alertId().toString());
        JsonNode body = call.path("body");
        assertThat(body.path("type").asText()).isEqualTo("connection.failing");
        assertThat(body.path("timestamp").asText()).isEqualTo("2027-01-02T03:04:05Z");
        assertThat(body.at("/data/text").asText()).isEqualTo("The key expired.\nBots pause.");
        assertThat(body.at("/data/connections/0/connection_id").asText())
                .isEqualTo(message.subjects().getFirst().id().toString());
        assertThat(body.at("/data/connections/0/fault").asText()).isEqualTo("key_expired");
    }

    @Test
    void carriesBothSignaturesWhileTheOldSecretStillCounts() {
        assertThat(deliver(target(2, true))).isEqualTo(new Taken());
        accept(2, 1);
        assertThat(deliver(target(2, true))).isEqualTo(new Taken());
        assertThat(deliver(target(2, false))).isEqualTo(new Taken());
        accept(1);
        assertThat(deliver(target(2, false))).isEqualTo(new Later("it answered 401", null));
        JsonNode calls = calls();
        assertThat(calls.at("/0/signatures").asInt()).isEqualTo(2);
        assertThat(calls.at("/1/verified_by").toString()).isEqualTo("[0,1]");
        assertThat(calls.at("/2/verified_by").toString()).isEqualTo("[0]");
    }

    @Test
    void judgesAnswers() {
        answer("{\"status\":500}");
        assertThat(deliver(target(1, false))).isEqualTo(new Later("it answered 500", null));
        answer("{\"status\":429,\"retry_after\":17}");
        assertThat(deliver(target(1, false)))
                .isEqualTo(new Later("it answered 429", Duration.ofSeconds(17)));
        answer("{\"status\":410}");
        assertThat(deliver(target(1, false))).isInstanceOf(Gone.class);
        answer("{\"status\":302,\"location\":\"/_hooks/elsewhere\"}");
        assertThat(deliver(target(1, false)))
                .isEqualTo(new Later("it answered 302: redirects are not followed", null));
        assertThat(standIns.call("GET", "/_hooks/elsewhere/_admin", "").path("calls")).isEmpty();
        answer("{\"status\":202,\"body_bytes\":1000000}");
        assertThat(deliver(target(1, false))).isEqualTo(new Taken());
        assertThat(
                        registry.counter(
                                        "sequence.alert.attempts",
                                        "channel",
                                        "webhook",
                                        "outcome",
                                        "later")
                                .count())
                .isEqualTo(3);
    }

    /** The name led somewhere public when it was taken in, and leads to us now. */
    @Test
    void goesNowhereWhenTheNameWasTurnedAround() {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.215.14", "127.0.0.1"));
        int port = standIns.port();
        PublicTarget turning =
                new PublicTarget(
                        List.of(), host -> List.of(InetAddress.ofLiteral(answers.removeFirst())));
        String url = "https://rebind.example.com:" + port + room;
        assertThat(turning.check(url))
                .isInstanceOf(io.sequence.servicebase.TargetVerdict.Allowed.class);
        assertThat(deliver(new WebhookTarget(url, 1, null), Alerts.failing("a"), turning))
                .isEqualTo(new Later("The address does not lead to the public internet.", null));
        assertThat(answers).isEmpty();
        assertThat(calls()).isEmpty();
    }

    @Test
    void looksTheNameUpOnceAndGoesThere() {
        Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "192.0.2.1"));
        String origin = "http://hooks.example.invalid:" + standIns.port();
        PublicTarget turning =
                new PublicTarget(
                        List.of(origin),
                        host -> List.of(InetAddress.ofLiteral(answers.removeFirst())));
        assertThat(deliver(new WebhookTarget(origin + room, 1, null), Alerts.failing("a"), turning))
                .isEqualTo(new Taken());
        assertThat(answers).hasSize(1);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void refusesWhatNoLookupCouldMakeRight() {
        assertThat(deliver(new WebhookTarget("https://169.254.169.254/", 1, null)))
                .isInstanceOf(Refused.class);
        assertThat(deliver(new WebhookTarget("http://hooks.example.com/", 1, null)))
                .isInstanceOf(Refused.class);
    }
}
