package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.sequence.events.EventJson;
import io.sequence.testing.EventProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Somebody at the other end of HTTP, who also reads the mails that are asked for. */
final class Visitor {
    static final String PASSWORD = "tidal-harbour-9461";

    private final EventProbe events;
    final String email;

    Visitor(EventProbe events, String email) {
        this.events = events;
        this.email = email;
    }

    static Visitor fresh(EventProbe events) {
        return new Visitor(events, "Ada." + UUID.randomUUID() + "@example.org");
    }

    Response register() {
        return post(
                "/v1/accounts",
                Map.of("email", email, "password", PASSWORD, "name", "Ada Lovelace"));
    }

    Response signIn(String password) {
        return post("/v1/auth/sign-in", Map.of("email", email, "password", password));
    }

    static Response verify(String challenge, String code) {
        return post("/v1/auth/verify", Map.of("challenge_id", challenge, "code", code));
    }

    static Response refresh(String cookie) {
        return given().cookie("sequence_refresh", cookie).post("/v1/auth/refresh");
    }

    /** The code of the n-th mail (from 1) of that template to this visitor. */
    String code(String template, int nth) {
        List<String> codes = new ArrayList<>();
        events.await(
                "mail.requested",
                seen -> {
                    JsonNode mail = json(String.valueOf(seen.value()));
                    if (mail.at("/recipient/email").asText().equals(email)
                            && mail.at("/content/template").asText().equalsIgnoreCase(template)) {
                        codes.add(mail.at("/content/code").asText());
                    }
                    return codes.size() >= nth;
                });
        return codes.get(nth - 1);
    }

    /** Waits until a notice of that template goes to this visitor. */
    void notice(String template) {
        notice(template, 1);
    }

    /** The same of that many of them. */
    void notice(String template, int many) {
        var count = new AtomicInteger();
        events.await(
                "notice.requested",
                seen -> {
                    JsonNode notice = json(String.valueOf(seen.value()));
                    boolean fits =
                            notice.at("/recipient/email").asText().equals(email)
                                    && notice.at("/template").asText().equalsIgnoreCase(template);
                    return (fits ? count.incrementAndGet() : count.get()) >= many;
                });
    }

    /** How many mails were asked for, up to now, for this visitor. */
    List<String> mails() {
        return Stream.of("mail.requested", "notice.requested")
                .flatMap(topic -> events.eachOnce(topic).stream())
                .map(seen -> json(String.valueOf(seen.value())))
                .filter(mail -> mail.at("/recipient/email").asText().equals(email))
                .map(mail -> mail.at("/content/template").asText(mail.path("template").asText()))
                .map(template -> template.toUpperCase(Locale.ROOT))
                .toList();
    }

    /** Registers, gives the welcome code back, and returns the answer. */
    Response arrive() {
        Response registered = register();
        assertThat(registered.statusCode()).isEqualTo(201);
        Response verified = verify(registered.path("challenge_id").toString(), code("WELCOME", 1));
        assertThat(verified.statusCode()).isEqualTo(200);
        return verified;
    }

    static Response post(String path, Object body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    /** Signs in with that password and the mailed code, the n-th (from 1) of this visitor. */
    Response enter(String password, int nth) {
        Response entered = verify(signIn(password).path("challenge_id"), code("SIGN_IN_CODE", nth));
        assertThat(entered.statusCode()).isEqualTo(200);
        return entered;
    }

    /** The newest {@code account.changed} of this visitor that fits. */
    JsonNode changed(Predicate<JsonNode> fits) {
        return json(
                String.valueOf(
                        events.await(
                                        "account.changed",
                                        seen -> {
                                            JsonNode news = json(String.valueOf(seen.value()));
                                            return news.at("/recipient/email")
                                                            .asText()
                                                            .equals(email)
                                                    && fits.test(news);
                                        })
                                .value()));
    }

    /** How often {@code account.changed} told of this visitor up to now. */
    List<JsonNode> news() {
        return events.eachOnce("account.changed").stream()
                .map(seen -> json(String.valueOf(seen.value())))
                .filter(news -> news.at("/recipient/email").asText().equals(email))
                .toList();
    }

    static JsonNode json(String text) {
        try {
            return EventJson.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
