package io.sequence.intake;

import static io.restassured.RestAssured.given;
import static io.sequence.testing.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.sequence.access.AccessTokens;
import io.sequence.events.KeyDrifted;
import io.sequence.events.KeyDrifted.Change;
import io.sequence.events.KeyDrifted.Gravity;
import io.sequence.events.KeyDrifted.What;
import io.sequence.intake.Trader.Taken;
import io.sequence.testing.RealHouse;
import io.sequence.testing.TestHouse;
import io.sequence.vocabulary.Grant;
import io.sequence.vocabulary.Right;
import io.sequence.vocabulary.Rights;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that were changed at their venues, and the calendar of their dates. */
@QuarkusTest
@QuarkusTestResource(
        value = RealHouse.class,
        initArgs = @ResourceArg(name = "service", value = "credential-intake"))
@QuarkusTestResource(SigningKeys.class)
class DriftFactsTest {
    private static final Instant SOONER = Instant.parse("2027-02-01T12:00:00Z");

    TestHouse house;
    @Inject AccessTokens tokens;

    private Trader ada;
    private Topic topic;

    @BeforeEach
    void arrive() {
        ada = Trader.fresh(house, tokens);
        topic = new Topic(house.events());
    }

    @Test
    void showsWhatAKeyMayDoNowAndHowThatChanged() {
        Taken taken = ada.connected(topic);
        topic.tell(drifted(taken, 1, SOONER));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                ada.connection(taken.connection())
                                                        .<String>path("expires_at"))
                                        .isEqualTo("2027-02-01T12:00:00Z"));
        Response shown = ada.connection(taken.connection());
        assertThat(shown.<String>path("rights.withdraw")).isEqualTo("granted");
        assertThat(shown.<List<String>>path("ip_allow_list")).isEmpty();
        assertThat(shown.<List<String>>path("warnings")).containsExactly("It has no IP list.");
        assertThat(shown.<String>path("key_changes.changes[0].what")).isEqualTo("withdraw");
        assertThat(shown.<String>path("key_changes.changes[0].gravity")).isEqualTo("quarantine");
        assertThat(shown.<String>path("key_changes.changes[0].before")).isEqualTo("not allowed");

        Taken second = ada.refresh(taken.connection());
        topic.tell(Facts.of(ada, taken).validated(second.submission(), 2));
        ada.awaitStatus(second.submission(), "accepted");
        topic.tell(drifted(taken, 1, SOONER));
        topic.settle(house);
        Response renewed = ada.connection(taken.connection());
        assertThat(renewed.<Object>path("key_changes")).isNull();
        assertThat(renewed.<String>path("rights.withdraw")).isEqualTo("denied");
    }

    @Test
    void remembersAChangeThatCameBeforeTheVerdict() {
        Taken taken = ada.submit();
        topic.tell(drifted(taken, 1, null));
        topic.settle(house);
        topic.tell(Facts.of(ada, taken).validated(taken.submission(), 1));
        ada.awaitStatus(taken.submission(), "accepted");
        Response shown = ada.connection(taken.connection());
        assertThat(shown.<Object>path("expires_at")).isNull();
        assertThat(shown.<String>path("rights.withdraw")).isEqualTo("granted");
    }

    @Test
    void givesACalendarOfAllDatesToWhoeverHasTheLink() {
        Taken taken = ada.connected(topic);
        assertThat(link().<Object>path("made_at")).isNull();
        String path = makeLink();
        assertThat(path).matches("/v1/connections/expiry\\.ics\\?token=[0-9a-f]{32}");
        assertThat(link().<Object>path("made_at")).isNotNull();

        Response first = given().get(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.contentType()).isEqualTo("text/calendar; charset=utf-8");
        assertThat(first.asString())
                .contains("UID:" + taken.connection() + "-1@")
                .contains("TRIGGER:-P7D", "TRIGGER:-P3D", "TRIGGER:-P1D")
                .contains("DTEND:20270301T000001Z");
        String tag = first.header("ETag");
        assertThat(given().header("If-None-Match", tag).get(path).statusCode()).isEqualTo(304);

        topic.tell(drifted(taken, 1, SOONER));
        await().untilAsserted(
                        () ->
                                assertThat(
                                                given().header("If-None-Match", tag)
                                                        .get(path)
                                                        .asString())
                                        .contains("DTEND:20270201T120000Z"));

        String next = makeLink();
        assertThat(next).isNotEqualTo(path);
        assertThat(given().get(path).statusCode()).isEqualTo(404);
        assertThat(given().get(next).statusCode()).isEqualTo(200);
        assertThat(
                        given().header("Authorization", "Bearer " + ada.token())
                                .delete("/v1/settings/calendar")
                                .statusCode())
                .isEqualTo(204);
        assertThat(given().get(next).statusCode()).isEqualTo(404);
        assertThat(given().get("/v1/connections/expiry.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheTokenOutOfLogsMetricsAndRows() {
        var seen = new StringBuffer();
        var ear =
                new Handler() {
                    @Override
                    public void publish(LogRecord entry) {
                        seen.append(entry.getMessage()).append(' ');
                        if (entry.getParameters() != null) {
                            seen.append(List.of(entry.getParameters()));
                        }
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        String path = makeLink();
        String token = path.substring(path.indexOf('=') + 1);
        Logger.getLogger("").addHandler(ear);
        try {
            assertThat(given().get(path).statusCode()).isEqualTo(200);
            assertThat(given().get(path + "0").statusCode()).isEqualTo(404);
        } finally {
            Logger.getLogger("").removeHandler(ear);
        }
        assertThat(seen.toString()).doesNotContain(token);
        assertThat(given().get("/q/metrics").asString()).doesNotContain(token);
        assertThat(
                        new House(house)
                                .column(
                                        String.class,
                                        "select encode(token_hash, 'hex') from"
                                                + " credential_intake.calendar_link where"
                                                + " account_id = ?",
                                        ada.account().value()))
                .hasSize(1)
                .doesNotContain(token);
    }

    private Response link() {
        return given().header("Authorization", "Bearer " + ada.token())
                .get("/v1/settings/calendar");
    }

    private String makeLink() {
        Response made =
                given().header("Authorization", "Bearer " + ada.token())
                        .post("/v1/settings/calendar");
        assertThat(made.statusCode()).isEqualTo(201);
        return made.path("path");
    }

    private KeyDrifted drifted(Taken taken, int version, @Nullable Instant expiresAt) {
        return new KeyDrifted(
                Facts.of(ada, taken).about(version),
                List.of(
                        new Change(
                                What.WITHDRAW,
                                Gravity.QUARANTINE,
                                "not allowed",
                                "allowed",
                                "The key may withdraw funds now.")),
                new Rights(Map.of(Right.READ, Grant.GRANTED, Right.WITHDRAW, Grant.GRANTED)),
                List.of(),
                expiresAt,
                true,
                Facts.AT.plusSeconds(60),
                List.of("It has no IP list."),
                true);
    }
}
