package io.sequence.intake;

import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.AlertKind;
import io.sequence.events.AlertReported;
import io.sequence.events.ChannelKind;
import io.sequence.events.ChannelLost;
import io.sequence.events.MailReported.Delivery;
import io.sequence.intake.outbound.alerts.AlertBook;
import io.sequence.testing.RealHouse;
import io.sequence.testing.SteppedClock;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.ConnectionId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class AlertJourneyTest {
    TestHouse house;
    @Inject AccessTokens tokens;
    @Inject SteppedClock clock;
    @Inject AlertBook book;

    private Alerted ada;
    private Topic topic;

    @BeforeEach
    void arrive() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        ada = new Alerted(Trader.fresh(house, tokens), house.events());
        topic = new Topic(house.events());
    }

    @Test
    void tellsWhatThereIsBeforeAnythingIsWished() {
        Response all = ada.all();

        assertThat(all.<Integer>path("wishes.persist_minutes")).isEqualTo(5);
        assertThat(all.<Object>path("wishes.quiet_hours")).isNull();
        assertThat(all.<List<?>>path("channels")).isEmpty();
        assertThat(all.<List<String>>path("kinds.kind"))
                .containsExactly("mail", "telegram", "web_push", "webhook");
        assertThat(all.<List<Boolean>>path("kinds.available")).containsOnly(true);
        assertThat(ada.trader().request().get("/v1/alerts/push-key").<String>path("key"))
                .hasSize(87)
                .startsWith("B");
    }

    @Test
    void keepsWishesAndTellsMailer() {
        Map<String, Object> quiet =
                Map.of("from", "22:00", "until", "07:00", "zone", "Europe/Vienna");
        Response saved = ada.put("wishes", Map.of("persist_minutes", 30, "quiet_hours", quiet));

        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(200);
        Response all = ada.all();
        assertThat(all.<Integer>path("wishes.persist_minutes")).isEqualTo(30);
        assertThat(all.<Map<?, ?>>path("wishes.quiet_hours")).isEqualTo(quiet);
        Visitor news = new Visitor(house.events(), ada.trader().email());
        JsonNode told = news.changed(one -> one.at("/alerts/persist_minutes").asInt() == 30);
        assertThat(told.at("/alerts/quiet/zone").asText()).isEqualTo("Europe/Vienna");
        assertThat(told.at("/alerts/quiet/from").asText()).isEqualTo("22:00");

        Map<String, Object> loud = new HashMap<>(Map.of("persist_minutes", 1));
        loud.put("quiet_hours", null);
        assertThat(ada.put("wishes", loud).statusCode()).isEqualTo(200);
        assertThat(ada.put("wishes", loud).statusCode()).isEqualTo(200);
        news.changed(one -> one.at("/alerts/persist_minutes").asInt() == 1);
        assertThat(ada.all().<Object>path("wishes.quiet_hours")).isNull();
        assertThat(news.news()).hasSize(2);
    }

    @Test
    void makesAWebhookAndShowsItsSecretOnce() {
        String url = Alerted.url();
        Response made = ada.post("channels", Alerted.hook(url));

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        String secret = made.path("secret");
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        UUID id = UUID.fromString(made.path("channel.channel_id"));
        assertThat(ada.channel(id))
                .containsEntry("url", url)
                .containsEntry("name", "127.0.0.1")
                .containsEntry("state", "on")
                .containsEntry("urgent_only", false);
        assertThat(ada.all().asString()).doesNotContain("whsec_");
        JsonNode told = ada.told(id, any -> true);
        assertThat(told.at("/webhook/url").asText()).isEqualTo(url);
        assertThat(told.at("/webhook/generation").asInt()).isEqualTo(1);
        assertThat(told.toString()).doesNotContain("whsec_");

        Response again = ada.post("channels", Alerted.hook(url));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<String>path("channel.channel_id")).isEqualTo(id.toString());
        assertThat(again.<Object>path("secret")).isNull();
        assertThat(ada.allTold(id)).hasSize(1);
        assertThat(
                        new House(house)
                                .column(
                                        String.class,
                                        "select to_jsonb(c)::text from"
                                                + " credential_intake.alert_channel c where id = ?",
                                        id))
                .singleElement()
                .satisfies(row -> assertThat(row).doesNotContain(secret.substring(6, 20)));
    }

    @Test
    void rotatesASecretWithADayOfOverlap() {
        UUID id = ada.make(Alerted.hook(Alerted.url()));

        Response first = ada.post("channels/" + id + "/rotate-secret");
        Response second = ada.post("channels/" + id + "/rotate-secret");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.<String>path("secret"))
                .startsWith("whsec_")
                .isNotEqualTo(second.<String>path("secret"));
        Instant made = Instant.parse(first.path("channel.created_at"));
        assertThat(Instant.parse(first.path("channel.previous_until")))
                .isBetween(
                        made.plus(Duration.ofHours(24)),
                        made.plus(Duration.ofHours(24)).plusSeconds(60));
        JsonNode told = ada.told(id, one -> one.at("/webhook/generation").asInt() == 3);
        assertThat(Instant.parse(told.at("/webhook/previous_until").asText()))
                .isEqualTo(Instant.parse(second.path("channel.previous_until")));
    }

    @Test
    void makesABrowserAChannelOnce() {
        String endpoint = "http://127.0.0.1:8090/_push/" + UUID.randomUUID();
        UUID id = ada.make(Alerted.browser(endpoint));

        assertThat(ada.channel(id)).containsEntry("url", null).containsEntry("kind", "web_push");
        assertThat((String) ada.channel(id).get("endpoint_sha256")).matches("[0-9a-f]{64}");
        assertThat(ada.all().asString()).doesNotContain("/_push/");
        JsonNode told = ada.told(id, any -> true);
        assertThat(told.at("/push/endpoint").asText()).isEqualTo(endpoint);
        assertThat(told.at("/push/p256dh").asText()).isEqualTo(Alerted.POINT);

        ada.patch(id, Map.of("enabled", false));
        Response again = ada.post("channels", Alerted.browser(endpoint));
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.<Boolean>path("channel.enabled")).isTrue();
        ada.told(id, one -> one.path("enabled").asBoolean());
        Response rotated = ada.post("channels/" + id + "/rotate-secret");
        assertThat(rotated.statusCode()).isEqualTo(404);
    }

    @Test
    void changesAndRemovesAChannelAndTellsMailerAndOpenPages() {
        UUID id = ada.make(Alerted.hook(Alerted.url()));
        try (EventStream page = EventStream.fromNow(ada.trader())) {
            await().until(() -> page.comment() != null);
            Response changed =
                    ada.patch(id, Map.of("name", "On-call", "enabled", false, "urgent_only", true));
            assertThat(changed.statusCode()).as(changed.asString()).isEqualTo(200);
            assertThat(changed.<String>path("state")).isEqualTo("off");
            ada.patch(id, Map.of("name", "On-call"));
            assertThat(ada.remove(id).statusCode()).isEqualTo(204);
            assertThat(ada.remove(id).statusCode()).isEqualTo(404);

            JsonNode gone = ada.told(id, one -> one.path("removed").asBoolean());
            assertThat(gone.path("webhook").isNull() || gone.path("webhook").isMissingNode())
                    .isTrue();
            assertThat(ada.allTold(id)).hasSize(3);
            assertThat(ada.allTold(id).get(1).path("urgent_only").asBoolean()).isTrue();
            assertThat(ada.allTold(id))
                    .extracting(told -> Instant.parse(told.path("at").asText()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            await().until(() -> page.heard().size() == 2);
            assertThat(page.types()).containsOnly("channel.changed");
            assertThat(page.heard().getLast().data()).contains("removed");
        }
    }

    @Test
    void keepsChangesOfTwoTabsApart() throws Exception {
        UUID id = ada.make(Alerted.hook(Alerted.url()));
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 16)
                            .mapToObj(
                                    i ->
                                            tabs.submit(
                                                    () ->
                                                            ada.patch(
                                                                            id,
                                                                            i % 2 == 0
                                                                                    ? Map.of(
                                                                                            "name",
                                                                                            "N" + i)
                                                                                    : Map.of(
                                                                                            "urgent_only",
                                                                                            i % 4
                                                                                                    == 1))
                                                                    .statusCode()))
                            .toList();
            for (var one : all) {
                assertThat(one.get()).isEqualTo(200);
            }
        }
        Map<String, Object> last = ada.channel(id);
        ada.patch(id, Map.of("enabled", false));
        JsonNode told = ada.told(id, one -> !one.path("enabled").asBoolean());
        assertThat(told.path("urgent_only").asBoolean()).isEqualTo(last.get("urgent_only"));
        assertThat(ada.allTold(id))
                .extracting(one -> Instant.parse(one.path("at").asText()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void takesTenOfAKind() throws Exception {
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 12)
                            .mapToObj(
                                    i ->
                                            tabs.submit(
                                                    () ->
                                                            ada.post(
                                                                            "channels",
                                                                            Alerted.hook(
                                                                                    Alerted.url()))
                                                                    .statusCode()))
                            .toList();
            int refused = 0;
            for (var one : all) {
                assertThat(one.get()).isIn(201, 409);
                refused += one.get() == 409 ? 1 : 0;
            }
            assertThat(refused).isEqualTo(2);
        }
        assertThat(ada.all().<List<?>>path("channels")).hasSize(10);
        ada.make(Alerted.browser("http://127.0.0.1:8090/_push/" + UUID.randomUUID()));
    }

    @Test
    void makesOneChannelOfOneUrlHoweverOftenItIsNamedAtOnce() throws Exception {
        String url = Alerted.url();
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            var all =
                    IntStream.range(0, 6)
                            .mapToObj(
                                    i -> tabs.submit(() -> ada.post("channels", Alerted.hook(url))))
                            .toList();
            int shown = 0;
            for (var one : all) {
                shown += one.get().path("secret") == null ? 0 : 1;
            }
            assertThat(shown).isEqualTo(1);
        }
        assertThat(ada.all().<List<?>>path("channels")).hasSize(1);
    }

    @Test
    void losesAChannelAndTriesItAgain() {
        UUID id = ada.make(Alerted.hook(Alerted.url()));
        Instant now = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.MILLIS);
        topic.tell(lost(id, "It has refused for three days.", now.minus(Duration.ofHours(1))));
        topic.settle(house);
        assertThat(ada.channel(id)).containsEntry("state", "on");

        topic.tell(lost(id, "It has refused for three days.", now));
        topic.settle(house);

        assertThat(ada.channel(id))
                .containsEntry("state", "lost")
                .containsEntry("enabled", false)
                .containsEntry("reason", "It has refused for three days.")
                .containsEntry("lost_at", now.toString());
        assertThat((String) ada.channel(id).get("fix")).contains("switch the webhook on again");
        assertThat(ada.post("channels/" + id + "/test").statusCode()).isEqualTo(409);
        assertThat(ada.patch(id, Map.of("enabled", true)).<String>path("state")).isEqualTo("on");
        ada.told(id, one -> one.path("enabled").asBoolean() && ada.allTold(id).size() == 3);
        assertThat(ada.channel(id)).containsEntry("reason", null);
    }

    @Test
    void sendsTestsAndShowsHowTheyFare() {
        UUID id = ada.make(Alerted.hook(Alerted.url()));
        try (EventStream page = EventStream.fromNow(ada.trader())) {
            await().until(() -> page.comment() != null);
            Response asked = ada.post("channels/" + id + "/test");
            assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
            UUID alert = UUID.fromString(asked.path("alert_id"));
            JsonNode told = request(alert);
            assertThat(told.path("channel_id").asText()).isEqualTo(id.toString());
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

            topic.tell(report(alert, id, Delivery.SENT, 1, now, 2));
            topic.tell(report(alert, id, Delivery.WAITING, 1, now, 1));
            topic.tell(report(alert, id, Delivery.SENT, 1, now, 2));
            topic.settle(house);

            Response list = ada.trader().request().get("/v1/alerts/deliveries?channel=" + id);
            assertThat(list.<List<?>>path("deliveries")).hasSize(1);
            assertThat(list.<String>path("deliveries[0].alert_id")).isEqualTo(alert.toString());
            assertThat(list.<String>path("deliveries[0].delivery")).isEqualTo("sent");
            assertThat(list.<String>path("deliveries[0].title")).isEqualTo("Test");
            assertThat(list.<String>path("deliveries[0].channel_name")).isEqualTo("127.0.0.1");
            await().until(() -> !page.heard().isEmpty());
            assertThat(page.types()).containsOnly("alert.reported");
            assertThat(page.heard().getFirst().data()).contains(alert.toString());
        }
        UUID mail = UUID.fromString(ada.post("mail/test").path("alert_id"));
        assertThat(request(mail).path("channel_id").isNull()).isTrue();
    }

    @Test
    void limitsTests() {
        UUID id = ada.make(Alerted.hook(Alerted.url()));
        List<Integer> answers =
                IntStream.range(0, 7)
                        .mapToObj(i -> ada.post("channels/" + id + "/test").statusCode())
                        .toList();
        assertThat(answers).startsWith(202, 202, 202, 202, 202).endsWith(429);
    }

    @Test
    void pagesThroughDeliveriesAndForgetsThem() {
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int i = 0; i < 5; i++) {
            UUID alert = UUID.randomUUID();
            topic.tell(report(alert, one, Delivery.FAILED, 3, now, 1));
            topic.tell(report(alert, other, Delivery.SENT, 1, now.minusSeconds(i), 1));
        }
        topic.settle(house);

        assertThat(walk("")).hasSize(10).doesNotHaveDuplicates();
        assertThat(walk("&channel=" + one)).hasSize(5);
        Alerted eve = new Alerted(Trader.fresh(house, tokens), house.events());
        assertThat(
                        eve.trader()
                                .request()
                                .get("/v1/alerts/deliveries?channel=" + one)
                                .<List<?>>path("deliveries"))
                .isEmpty();
        book.sweep(now.minusSeconds(1));
        assertThat(walk("")).hasSize(7);
    }

    private List<String> walk(String filter) {
        var found = new java.util.ArrayList<String>();
        String next = null;
        do {
            Response part =
                    ada.trader()
                            .request()
                            .get(
                                    "/v1/alerts/deliveries?limit=3"
                                            + filter
                                            + (next == null ? "" : "&after=" + next));
            assertThat(part.statusCode()).as(part.asString()).isEqualTo(200);
            List<String> alerts = part.path("deliveries.alert_id");
            List<String> channels = part.path("deliveries.channel_id");
            IntStream.range(0, alerts.size())
                    .forEach(i -> found.add(alerts.get(i) + channels.get(i)));
            next = part.path("next");
        } while (next != null);
        return found;
    }

    private JsonNode request(UUID alert) {
        return Visitor.json(
                String.valueOf(
                        house.events()
                                .await(
                                        "alert.requested",
                                        seen ->
                                                String.valueOf(seen.value())
                                                        .contains(alert.toString()))
                                .value()));
    }

    private ChannelLost lost(UUID channel, String reason, Instant at) {
        return new ChannelLost(ada.trader().account(), channel, reason, at);
    }

    private AlertReported report(
            UUID alert, UUID channel, Delivery delivery, int attempts, Instant from, int after) {
        return new AlertReported(
                alert,
                ada.trader().account(),
                channel,
                ChannelKind.WEBHOOK,
                AlertKind.TEST,
                List.of(ConnectionId.next()),
                delivery,
                attempts,
                delivery == Delivery.SENT ? null : "It answered 500.",
                from,
                from.plusSeconds(after));
    }
}
