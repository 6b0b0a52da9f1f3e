package io.sequence.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.testing.EventProbe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** A trader who sets up alerts, at the other end of HTTP; also reads what mailer is told of it. */
record Alerted(Trader trader, EventProbe events) {
    /** The generator of P-256, which is a point of it. */
    static final String POINT =
            "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";

    static final String AUTH = "AAECAwQFBgcICQoLDA0ODw";

    static Map<String, Object> hook(String url) {
        return new HashMap<>(Map.of("kind", "webhook", "url", url));
    }

    static Map<String, Object> browser(String endpoint) {
        return new HashMap<>(
                Map.of(
                        "kind",
                        "web_push",
                        "endpoint",
                        endpoint,
                        "keys",
                        Map.of("p256dh", POINT, "auth", AUTH)));
    }

    static String url() {
        return "http://127.0.0.1:8090/_hooks/" + UUID.randomUUID();
    }

    Response all() {
        Response answer = trader.request().get("/v1/alerts");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    Response post(String path, Object body) {
        return trader.request().contentType(ContentType.JSON).body(body).post("/v1/alerts/" + path);
    }

    Response post(String path) {
        return trader.request().post("/v1/alerts/" + path);
    }

    Response put(String path, Object body) {
        return trader.request().contentType(ContentType.JSON).body(body).put("/v1/alerts/" + path);
    }

    Response patch(UUID channel, Object body) {
        return trader.request()
                .contentType(ContentType.JSON)
                .body(body)
                .patch("/v1/alerts/channels/" + channel);
    }

    Response remove(UUID channel) {
        return trader.request().delete("/v1/alerts/channels/" + channel);
    }

    /** Makes a channel that is new, and its id. */
    UUID make(Map<String, Object> form) {
        Response made = post("channels", form);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return UUID.fromString(made.path("channel.channel_id"));
    }

    Map<String, Object> channel(UUID id) {
        return all().<List<Map<String, Object>>>path("channels").stream()
                .filter(one -> id.toString().equals(one.get("channel_id")))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until mailer is told so of a channel. */
    JsonNode told(UUID channel, Predicate<JsonNode> fits) {
        return Visitor.json(
                String.valueOf(
                        events.await(
                                        "channel.changed",
                                        seen -> {
                                            JsonNode told =
                                                    Visitor.json(String.valueOf(seen.value()));
                                            return told.path("channel_id")
                                                            .asText()
                                                            .equals(channel.toString())
                                                    && fits.test(told);
                                        })
                                .value()));
    }

    /** All that mailer was told of a channel up to now, in order. */
    List<JsonNode> allTold(UUID channel) {
        return events.eachOnce("channel.changed").stream()
                .map(seen -> Visitor.json(String.valueOf(seen.value())))
                .filter(told -> told.path("channel_id").asText().equals(channel.toString()))
                .toList();
    }
}
